/// The Extended Date/Time Format (ISO 8601-2:2019), level 0: a day, a month, a year, or an interval of these.
package enum EDTF {
  /// The shortest text for an interval: `2024-01-26`, `2024-01`, `2024` or `2024-01-22/2024-01-28`.
  package static func text(_ interval: DateInterval) -> String {
    let (first, last) = (interval.first, interval.last)
    if first == last { return text(first, .day) }
    if interval == DateInterval(year: first.year) { return text(first, .year) }
    if interval == DateInterval(year: first.year, month: first.month) { return text(first, .month) }
    if isWholeYears(first, last) { return text(first, .year, to: last) }
    let isWhole = isFirstOfMonth(first) && isLastOfMonth(last)
    return text(first, isWhole ? .month : .day, to: last)
  }

  /// The interval that a text says, nil where it is no date of this form or no day of the calendar.
  package static func parse(_ text: String) -> DateInterval? { parse(Array(text.utf8)[...]) }

  private static func parse(_ text: ArraySlice<UInt8>) -> DateInterval? {
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else { return single(text) }
    guard let first = single(text[..<slash]), let last = single(text[(slash + 1)...]),
      first.first <= last.last
    else { return nil }
    return DateInterval(first.first, last.last)
  }

  /// The interval that a text says, or the day of a timestamp (ISO 8601: `2024-01-26T10:00Z`, `2024-01-26 10:00`).
  package static func parseTimestamp(_ text: String) -> DateInterval? {
    if let interval = parse(text) { return interval }
    guard let next = text.dropFirst(10).first, !next.isNumber, next != "/" else { return nil }
    return single(Array(text.prefix(10).utf8)[...])
  }

  /// A day, month or year.
  private static func single(_ text: ArraySlice<UInt8>) -> DateInterval? {
    let start = text.startIndex
    guard let year = DecimalDigits.number(text.prefix(4)) else { return nil }
    switch text.count {
    case 4: return DateInterval(year: year)
    case 7, 10:
      guard text[start + 4] == hyphen, let month = DecimalDigits.number(text[start + 5..<start + 7])
      else { return nil }
      if text.count == 7 { return DateInterval(year: year, month: month) }
      guard text[start + 7] == hyphen, let day = DecimalDigits.number(text[(start + 8)...]) else {
        return nil
      }
      return CalendarDay(year: year, month: month, day: day).map { DateInterval($0) }
    default: return nil
    }
  }

  private static let hyphen = UInt8(ascii: "-")

  private static func isWholeYears(_ first: CalendarDay, _ last: CalendarDay) -> Bool {
    (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
  }

  private static func isFirstOfMonth(_ day: CalendarDay) -> Bool { day.day == 1 }

  private static func isLastOfMonth(_ day: CalendarDay) -> Bool {
    day.day == CalendarDay.lastDay(ofMonth: day.month, year: day.year)
  }

  // MARK: Writing

  /// How many numbers of a date are written.
  private enum Precision {
    case year, month, day
  }

  private static func text(
    _ first: CalendarDay, _ precision: Precision, to last: CalendarDay? = nil
  ) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24)
    append(first, precision, to: &bytes)
    if let last {
      bytes.append(UInt8(ascii: "/"))
      append(last, precision, to: &bytes)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func append(
    _ day: CalendarDay, _ precision: Precision, to bytes: inout [UInt8]
  ) {
    DecimalDigits.append(day.year, width: 4, to: &bytes)
    guard precision != .year else { return }
    bytes.append(hyphen)
    DecimalDigits.append(day.month, width: 2, to: &bytes)
    guard precision == .day else { return }
    bytes.append(hyphen)
    DecimalDigits.append(day.day, width: 2, to: &bytes)
  }
}
