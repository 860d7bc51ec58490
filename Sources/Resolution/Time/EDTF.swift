/// The Extended Date/Time Format (ISO 8601-2:2019), level 0: a day, a month, a year, or an interval of these.
package enum EDTF {
  /// The shortest text for an interval: `2024-01-26`, `2024-01`, `2024` or `2024-01-22/2024-01-28`.
  package static func text(_ interval: DateInterval) -> String {
    let (first, last) = (interval.first, interval.last)
    if first == last { return day(first) }
    if interval == DateInterval(year: first.year) { return pad(first.year, 4) }
    if interval == DateInterval(year: first.year, month: first.month) { return month(first) }
    if isWholeYears(first, last) { return "\(pad(first.year, 4))/\(pad(last.year, 4))" }
    let isWhole = isFirstOfMonth(first) && isLastOfMonth(last)
    return isWhole ? "\(month(first))/\(month(last))" : "\(day(first))/\(day(last))"
  }

  /// The interval that a text says, nil where it is no date of this form or no day of the calendar.
  package static func parse(_ text: String) -> DateInterval? {
    let ends = text.split(separator: "/", omittingEmptySubsequences: false)
    switch ends.count {
    case 1: return single(ends[0])
    case 2:
      guard let first = single(ends[0]), let last = single(ends[1]), first.first <= last.last else {
        return nil
      }
      return DateInterval(first.first, last.last)
    default: return nil
    }
  }

  /// The interval that a text says, or the day of a timestamp (ISO 8601: `2024-01-26T10:00Z`, `2024-01-26 10:00`).
  package static func parseTimestamp(_ text: String) -> DateInterval? {
    if let interval = parse(text) { return interval }
    guard let next = text.dropFirst(10).first, !next.isNumber, next != "/" else { return nil }
    return single(text.prefix(10))
  }

  private static func single(_ text: Substring) -> DateInterval? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let widths = [4, 2, 2]
    guard parts.count <= 3, zip(parts, widths).allSatisfy({ isNumber($0, width: $1) }) else {
      return nil
    }
    let numbers = parts.compactMap { Int($0) }
    switch numbers.count {
    case 1: return DateInterval(year: numbers[0])
    case 2: return DateInterval(year: numbers[0], month: numbers[1])
    default:
      return CalendarDay(year: numbers[0], month: numbers[1], day: numbers[2])
        .map { DateInterval($0) }
    }
  }

  private static func isNumber(_ text: Substring, width: Int) -> Bool {
    text.utf8.count == width && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isWholeYears(_ first: CalendarDay, _ last: CalendarDay) -> Bool {
    (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
  }

  private static func isFirstOfMonth(_ day: CalendarDay) -> Bool { day.day == 1 }

  private static func isLastOfMonth(_ day: CalendarDay) -> Bool {
    day.day == CalendarDay.lastDay(ofMonth: day.month, year: day.year)
  }

  private static func month(_ day: CalendarDay) -> String {
    "\(pad(day.year, 4))-\(pad(day.month, 2))"
  }

  private static func day(_ day: CalendarDay) -> String { "\(month(day))-\(pad(day.day, 2))" }

  private static func pad(_ number: Int, _ width: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, width - text.count)) + text
  }
}
