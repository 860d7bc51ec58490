/// A day of the year that has a name: by its date, counted from Easter, or a weekday of a month.
package enum Holiday: Sendable, Hashable {
  case date(month: Int, day: Int)
  /// Days after Western Easter.
  case easter(Int)
  /// The first, second … such weekday of a month; nil is the last.
  case weekday(Int, which: Int?, month: Int)

  /// `12-25`, `easter`, `easter-2`, or weekday, which and month: `4/4/11`, `1/last/5`; nil for other texts.
  init?(_ text: String) {
    let easter = "easter"
    if text.hasPrefix(easter) {
      guard let days = text == easter ? 0 : Int(text.dropFirst(easter.count)) else { return nil }
      self = .easter(days)
      return
    }
    let date = text.split(separator: "-").map { Int($0) }
    if date.count == 2, let month = date[0], let day = date[1],
      CalendarDay(year: 2000, month: month, day: day) != nil
    {
      self = .date(month: month, day: day)
      return
    }
    let parts = text.split(separator: "/").map(String.init)
    guard parts.count == 3, let weekday = Int(parts[0]), let month = Int(parts[2]),
      (1...7).contains(weekday), (1...12).contains(month),
      parts[1] == "last" || Int(parts[1]).map((1...4).contains) ?? false
    else { return nil }
    self = .weekday(weekday, which: Int(parts[1]), month: month)
  }

  /// The day in a year, nil where the calendar has none.
  func day(in year: Int) -> CalendarDay? {
    switch self {
    case .date(let month, let day): CalendarDay(year: year, month: month, day: day)
    case .easter(let days): Self.easter(of: year)?.adding(days: days)
    case .weekday(let weekday, let which, let month):
      DateInterval(year: year, month: month)?.weekday(weekday, which)
    }
  }

  /// Easter Sunday (the anonymous Gregorian algorithm; J. Meeus, "Astronomical Algorithms", chapter 8).
  private static func easter(of year: Int) -> CalendarDay? {
    let golden = year % 19
    let (century, inCentury) = (year / 100, year % 100)
    let moon =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let sunday = (32 + 2 * (century % 4) + 2 * (inCentury / 4) - moon - inCentury % 4) % 7
    let leap = (golden + 11 * moon + 22 * sunday) / 451
    let count = moon + sunday - 7 * leap + 114
    return CalendarDay(year: year, month: count / 31, day: count % 31 + 1)
  }
}

extension DateInterval {
  /// The first, second … such weekday in it, nil for the last; nil where there are not so many.
  func weekday(_ weekday: Int, _ which: Int?) -> CalendarDay? {
    let found =
      which.map { first.earliest(weekday).adding(days: 7 * ($0 - 1)) } ?? last.latest(weekday)
    return contains(found) ? found : nil
  }
}
