/// Tells most spellings that are none of a few, by their ends and their length.
struct SpellingFilter: Sendable {
  /// A bit for each place that some spelling has.
  private var bits: [UInt64] = Array(repeating: 0, count: places / 64)

  private static let places = 4096

  /// A filter for spellings in UTF-8.
  init(_ spellings: [String]) {
    for spelling in spellings {
      let place = Self.place(of: Array(spelling.utf8)[...])
      bits[place / 64] |= 1 << UInt64(place % 64)
    }
  }

  /// False for no spelling that it was made of. O(1).
  func mayHold(_ spelling: ArraySlice<UInt8>) -> Bool {
    let place = Self.place(of: spelling)
    return bits[place / 64] >> UInt64(place % 64) & 1 != 0
  }

  private static func place(of spelling: ArraySlice<UInt8>) -> Int {
    guard let first = spelling.first, let last = spelling.last else { return 0 }
    return (Int(first) &* 4 ^ Int(last) &* 32 ^ spelling.count &* 16) % places
  }
}
