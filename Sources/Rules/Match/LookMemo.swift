/// Outcomes of looks that one token tells, by letter; number 0 stands for the edge of what is read.
struct LookMemo {
  /// Words of 64 bits that the looks of a letter take.
  private let words: Int
  private var known: [UInt64] = []
  private var outcomes: [UInt64] = []

  init(count: Int) { words = (count + 63) / 64 }

  func value(_ look: Int, at letter: Int32) -> Bool? {
    let place = Int(letter) * words + look >> 6
    guard place < known.count, known[place] >> UInt64(look & 63) & 1 != 0 else { return nil }
    return outcomes[place] >> UInt64(look & 63) & 1 != 0
  }

  mutating func keep(_ outcome: Bool, for look: Int, at letter: Int32) {
    let place = Int(letter) * words + look >> 6
    if place >= known.count {
      let missing = repeatElement(UInt64(0), count: (place + 1) * 2 - known.count)
      known += missing
      outcomes += missing
    }
    known[place] |= 1 << UInt64(look & 63)
    if outcome { outcomes[place] |= 1 << UInt64(look & 63) }
  }

  mutating func removeAll() {
    known.removeAll()
    outcomes.removeAll()
  }
}
