/// What one letter tells of the parts beside it, found once; columns are letters counted from 1, 0 the edge of what is
/// read.
struct Outlooks {
  /// Whether a part matches beside a position.
  enum Told: UInt32 {
    case no = 1
    case yes
    /// The letter does not tell.
    case open
  }

  private let partCount: Int
  /// By column and part: 0 where it has not been asked.
  private var parts: [UInt8] = []
  /// By column: what it tells of all looks behind, as one of `behind`; -1 where it has not been asked.
  private var behindNumbers: [Int32] = []
  private var behind = SequenceTable()
  /// By letter and part: where the part can end, one bit for each length; -1 where that does not fit.
  private var edges = NumberTable()

  init(parts: Int) { partCount = parts }

  func told(_ part: Int, ahead column: Int32) -> Told? {
    let place = Int(column) * partCount + part
    return place < parts.count ? Told(rawValue: UInt32(parts[place])) : nil
  }

  mutating func keep(_ told: Told, of part: Int, ahead column: Int32) {
    let place = Int(column) * partCount + part
    if place >= parts.count {
      parts += repeatElement(0, count: (Int(column) + 1) * 2 * partCount - parts.count)
    }
    parts[place] = UInt8(truncatingIfNeeded: told.rawValue)
  }

  // MARK: Behind

  /// The number of what a column tells of the looks behind, nil where it has not been asked.
  func number(behind column: Int32) -> Int32? {
    guard Int(column) < behindNumbers.count, behindNumbers[Int(column)] >= 0 else { return nil }
    return behindNumbers[Int(column)]
  }

  mutating func keep(behind told: [Told], of column: Int32) -> Int32 {
    let missing = Int(column) + 1 - behindNumbers.count
    if missing > 0 { behindNumbers += repeatElement(-1, count: missing) }
    let number = Int32(truncatingIfNeeded: behind.place(of: told.map(\.rawValue)))
    behindNumbers[Int(column)] = number
    return number
  }

  /// What an outlook says of a look, by its place among those behind.
  func told(_ look: Int, behind number: Int32) -> Told {
    Told(rawValue: behind.numbers[behind.range(of: Int(number)).lowerBound + look]) ?? .open
  }

  // MARK: Edges

  func edges(of part: Int, over letter: Int32) -> UInt128? {
    let known = edges.value(UInt64(letter) << 32 | UInt64(part))
    return known < 0 ? nil : UInt128(known)
  }

  mutating func keep(edges ends: UInt128, of part: Int, over letter: Int32) {
    guard let ends = Int32(exactly: ends) else { return }
    edges.set(UInt64(letter) << 32 | UInt64(part), ends)
  }
}
