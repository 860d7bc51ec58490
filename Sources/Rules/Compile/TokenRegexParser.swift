/// Reads a token's regular expression into a tree, then writes its states back to front.
struct TokenRegexParser {
  private indirect enum Node {
    case empty
    case scalar(Set<ClosedRange<UInt32>>, isNegated: Bool)
    case sequence(Node, Node)
    case choice(Node, Node)
    /// An upper bound of nil has no end.
    case repetition(Node, Int, Int?)
  }

  private static let maximumStates = 1000
  /// Code points of an expression at most, as trees of rows and choices are as deep as these are long.
  private static let maximumLength = 2048
  /// Nodes visited at most, so that what repeats nothing again and again ends too.
  private static let maximumCalls = 16 * maximumStates
  private static let digits: Set<ClosedRange<UInt32>> = [0x30...0x39]

  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var depth = 0
  private var calls = 0
  private(set) var states: [TokenRegex.State] = []

  init(_ source: String) { scalars = Array(source.unicodeScalars) }

  /// The first state, nil where the expression is malformed or too large.
  mutating func parse() -> Int? {
    guard scalars.count <= Self.maximumLength, let node = choice(), index == scalars.count else {
      return nil
    }
    let end = add(.accept)
    let start = emit(node, next: end)
    return goesOn ? start : nil
  }

  private var current: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  private mutating func take(_ mark: Unicode.Scalar) -> Bool {
    guard current == mark else { return false }
    index += 1
    return true
  }

  private mutating func choice() -> Node? {
    depth += 1
    defer { depth -= 1 }
    guard depth < 32, var result = sequence() else { return nil }
    while take("|") {
      guard let other = sequence() else { return nil }
      result = .choice(result, other)
    }
    return result
  }

  private mutating func sequence() -> Node? {
    var result = Node.empty
    while let mark = current, mark != "|", mark != ")" {
      guard let part = repeated() else { return nil }
      result = .sequence(result, part)
    }
    return result
  }

  private mutating func repeated() -> Node? {
    guard let inner = atom() else { return nil }
    if take("*") { return .repetition(inner, 0, nil) }
    if take("+") { return .repetition(inner, 1, nil) }
    if take("?") { return .repetition(inner, 0, 1) }
    guard take("{") else { return inner }
    guard let low = number() else { return nil }
    let high = take(",") ? number() : low
    guard take("}"), let high, low <= high, high <= 64 else { return nil }
    return .repetition(inner, low, high)
  }

  private mutating func number() -> Int? {
    var digits = ""
    while let digit = current, ("0"..."9").contains(digit) {
      digits.unicodeScalars.append(digit)
      index += 1
    }
    return Int(digits)
  }

  private mutating func atom() -> Node? {
    guard let mark = current else { return nil }
    index += 1
    switch mark {
    case "(":
      guard let inner = choice(), take(")") else { return nil }
      return inner
    case "[": return set()
    case ".": return .scalar([], isNegated: true)
    case "\\": return escaped()
    case "*", "+", "?", "{", "}", "]", "^", "$": return nil
    default: return .scalar([mark.value...mark.value], isNegated: false)
    }
  }

  private mutating func escaped() -> Node? {
    guard let mark = current else { return nil }
    index += 1
    if mark == "d" { return .scalar(Self.digits, isNegated: false) }
    // Other letters would be classes of other dialects: refused rather than guessed at.
    guard !mark.properties.isAlphabetic else { return nil }
    return .scalar([mark.value...mark.value], isNegated: false)
  }

  private mutating func set() -> Node? {
    let isNegated = take("^")
    var ranges: Set<ClosedRange<UInt32>> = []
    while !take("]") {
      guard let low = member() else { return nil }
      guard current == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else {
        ranges.insert(low...low)
        continue
      }
      index += 1
      guard let high = member(), low <= high else { return nil }
      ranges.insert(low...high)
    }
    return ranges.isEmpty ? nil : .scalar(ranges, isNegated: isNegated)
  }

  private mutating func member() -> UInt32? {
    if take("\\"), current?.properties.isAlphabetic ?? true { return nil }
    guard let member = current else { return nil }
    index += 1
    return member.value
  }

  // MARK: States

  private mutating func add(_ state: TokenRegex.State) -> Int {
    states.append(state)
    return states.count - 1
  }

  private var goesOn: Bool { states.count < Self.maximumStates && calls < Self.maximumCalls }

  private mutating func emit(_ node: Node, next: Int) -> Int {
    calls += 1
    guard goesOn else { return next }
    switch node {
    case .empty: return next
    case .scalar(let ranges, let isNegated):
      return add(.scalar(ranges, isNegated: isNegated, next: next))
    case .sequence(let first, let second):
      return emit(first, next: emit(second, next: next))
    case .choice(let first, let second):
      return add(.fork(emit(first, next: next), emit(second, next: next)))
    case .repetition(let inner, let low, let high):
      var start = high == nil ? emitLoop(inner, next: next) : next
      for _ in low..<max(low, high ?? low) where goesOn {
        start = add(.fork(emit(inner, next: start), next))
      }
      for _ in 0..<low where goesOn { start = emit(inner, next: start) }
      return start
    }
  }

  private mutating func emitLoop(_ inner: Node, next: Int) -> Int {
    let loop = add(.fork(next, next))
    let body = emit(inner, next: loop)
    states[loop] = .fork(body, next)
    return loop
  }
}
