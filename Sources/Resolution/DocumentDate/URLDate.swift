/// The date in a page's address: `/2024/01/26/`, `/2024-01-26-`, `/20240126/`, `/2024/jan/26/`.
struct URLDate {
  let words: TimeWords

  /// The first day that a path names, nil where it names none.
  func day(in url: String) -> CalendarDay? {
    let parts = url.lowercased().split { !($0.isLetter || $0.isNumber) && $0.isASCII }
    for index in parts.indices {
      if let day = compact(parts[index]) { return day }
      guard index + 2 < parts.endIndex, let year = number(parts[index], digits: 4...4),
        (1990...2100).contains(year), let day = number(parts[index + 2], digits: 1...2),
        let month = number(parts[index + 1], digits: 1...2)
          ?? words.word(Array(parts[index + 1].utf8)[...]).month
      else { continue }
      if let found = CalendarDay(year: year, month: month, day: day) { return found }
    }
    return nil
  }

  private func compact(_ part: Substring) -> CalendarDay? {
    guard let number = number(part, digits: 8...8), (1990...2100).contains(number / 10_000) else {
      return nil
    }
    return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private func number(_ part: Substring, digits: ClosedRange<Int>) -> Int? {
    guard digits.contains(part.utf8.count),
      part.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Int(part)
  }
}
