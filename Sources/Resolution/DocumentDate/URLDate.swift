/// The date in a page's address: `/2024/01/26/`, `/2024-01-26-`, `/20240126/`, `/2024/jan/26/`.
struct URLDate {
  let words: TimeWords

  /// The first day that a path names, nil where it names none.
  func day(in url: String) -> CalendarDay? {
    let parts = Self.folded(url).split { $0 < 0x80 && !Self.isLetterOrDigit($0) }
    for index in parts.indices {
      if let day = compact(parts[index]) { return day }
      guard index + 2 < parts.endIndex, let year = number(parts[index], digits: 4...4),
        (1990...2100).contains(year), let day = number(parts[index + 2], digits: 1...2),
        let month = number(parts[index + 1], digits: 1...2) ?? words.word(parts[index + 1]).month
      else { continue }
      if let found = CalendarDay(year: year, month: month, day: day) { return found }
    }
    return nil
  }

  /// In small letters, UTF-8.
  private static func folded(_ url: String) -> [UInt8] {
    url.utf8.contains { $0 >= 0x80 }
      ? Array(url.lowercased().utf8) : url.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private func compact(_ part: ArraySlice<UInt8>) -> CalendarDay? {
    guard let number = number(part, digits: 8...8), (1990...2100).contains(number / 10_000) else {
      return nil
    }
    return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private func number(_ part: ArraySlice<UInt8>, digits: ClosedRange<Int>) -> Int? {
    digits.contains(part.count) ? DecimalDigits.number(part) : nil
  }
}
