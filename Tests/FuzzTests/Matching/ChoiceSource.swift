/// Where a generator takes its choices from: a seed, or the bytes of a fuzzer.
protocol ChoiceSource {
  /// A number from 0 up to `limit`, which is at least 1.
  mutating func next(below limit: Int) -> Int
}

extension ChoiceSource {
  mutating func number(in range: ClosedRange<Int>) -> Int {
    range.lowerBound + next(below: range.count)
  }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[next(below: elements.count)]
  }
}

/// The same choices on every run: Sebastiano Vigna's SplitMix64.
struct SeededChoices: ChoiceSource {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next(below limit: Int) -> Int {
    state &+= 0x9e37_79b9_7f4a_7c15
    var z = state
    z = (z ^ (z >> 30)) &* 0xbf58_476d_1ce4_e5b9
    z = (z ^ (z >> 27)) &* 0x94d0_49bb_1331_11eb
    return Int(truncatingIfNeeded: (z ^ (z >> 31)) >> 1) % limit
  }
}

/// A choice for each byte; always the first when the bytes are used up, so that whatever asks comes to an end.
struct ByteChoices: ChoiceSource {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  mutating func next(below limit: Int) -> Int { Int(bytes.popFirst() ?? 0) % limit }
}
