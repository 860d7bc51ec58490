/// Classes and forms of words as bits, for those that some test names.
struct ReadingNames: Sendable {
  /// The bits of one reading's class and form; none where no test names it.
  struct Bits: Sendable, Hashable {
    var wordClass: UInt64 = 0
    var form: UInt64 = 0
  }

  private var classes: [String: UInt64] = [:]
  private var forms: [String: UInt64] = [:]

  func bits(wordClass: String, form: String) -> Bits {
    Bits(wordClass: classes[wordClass] ?? 0, form: forms[form] ?? 0)
  }

  /// The bits of classes or forms; nil where there is none left for one of them.
  mutating func bits(
    of names: Set<String>, _ property: TokenTest.Condition.Property
  ) -> UInt64? {
    property == .form ? Self.bits(of: names, in: &forms) : Self.bits(of: names, in: &classes)
  }

  private static func bits(of names: Set<String>, in known: inout [String: UInt64]) -> UInt64? {
    var result: UInt64 = 0
    for name in names.sorted() {
      if known[name] == nil {
        guard known.count < 64 else { return nil }
        known[name] = 1 << UInt64(known.count)
      }
      result |= known[name] ?? 0
    }
    return result
  }
}
