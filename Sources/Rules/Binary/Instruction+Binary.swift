/// An instruction as numbers of fixed width, so that a program's code is read at once.
extension Instruction {
  /// Numbers that each instruction takes: what it is and up to four operands.
  static let width = 5

  var numbers: [Int32] {
    let operands: [Int] =
      switch self {
      case .token(let test, let isGlued, let next): [0, test, isGlued ? 1 : 0, next]
      case .gap(let test, let next): [1, test, next]
      case .list(let edge, let next): [2, edge, next]
      case .annotation(let edge, let next): [3, edge, next]
      case .fork(let first, let second): [4, first, second]
      case .capture(let name, let isStart, let next): [5, name, isStart ? 1 : 0, next]
      case .look(let part, let isAhead, let isNegated, let next):
        [6, part, isAhead ? 1 : 0, isNegated ? 1 : 0, next]
      case .except(let inner, let veto, let next): [7, inner, veto, next]
      case .accept(let rule): [8, rule]
      }
    return operands.map { Int32($0) } + repeatElement(0, count: Self.width - operands.count)
  }

  /// Nil where the numbers are no instruction.
  init?(_ numbers: ArraySlice<Int32>) {
    let first = numbers.startIndex
    func operand(_ place: Int) -> Int { Int(numbers[first + place]) }
    switch numbers[first] {
    case 0: self = .token(test: operand(1), isGlued: operand(2) != 0, next: operand(3))
    case 1: self = .gap(test: operand(1), next: operand(2))
    case 2: self = .list(edge: operand(1), next: operand(2))
    case 3: self = .annotation(edge: operand(1), next: operand(2))
    case 4: self = .fork(operand(1), operand(2))
    case 5: self = .capture(name: operand(1), isStart: operand(2) != 0, next: operand(3))
    case 6:
      self = .look(
        part: operand(1), isAhead: operand(2) != 0, isNegated: operand(3) != 0, next: operand(4))
    case 7: self = .except(inner: operand(1), veto: operand(2), next: operand(3))
    case 8: self = .accept(rule: operand(1))
    default: return nil
    }
  }
}
