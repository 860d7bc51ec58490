/// Something that a rule may need in what it reads: a token that passes a test, a list entry, an annotation.
enum NeedMember: Hashable {
  case test(Int)
  case listEdge(Int)
  case type(Int)

  /// The member as a number, and back.
  var packed: UInt32 {
    switch self {
    case .test(let number): UInt32(number) << 2
    case .listEdge(let number): UInt32(number) << 2 | 1
    case .type(let number): UInt32(number) << 2 | 2
    }
  }

  init(packed: UInt32) {
    let number = Int(packed >> 2)
    switch packed & 3 {
    case 0: self = .test(number)
    case 1: self = .listEdge(number)
    default: self = .type(number)
    }
  }
}
