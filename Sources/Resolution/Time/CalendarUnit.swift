/// A unit in which calendars count.
package enum CalendarUnit: String, Sendable, Hashable, CaseIterable, Comparable {
  case day, week, month, quarter, year, decade, century

  /// The calendar unit that holds a day; a week runs from Monday to Sunday.
  package func interval(holding day: CalendarDay) -> DateInterval? {
    switch self {
    case .day: DateInterval(day)
    case .week: DateInterval(weekOf: day)
    case .month: DateInterval(year: day.year, month: day.month)
    case .quarter: Self.months(from: (day.month - 1) / 3 * 3 + 1, count: 3, year: day.year)
    case .year: DateInterval(year: day.year)
    case .decade: Self.years(from: day.year / 10 * 10, count: 10)
    case .century: Self.years(from: (day.year - 1) / 100 * 100 + 1, count: 100)
    }
  }

  /// The day that many units on (or back); a day that the month lacks becomes its last one.
  package func moving(_ day: CalendarDay, by count: Int) -> CalendarDay? {
    // Bounded so that no product overflows; no calendar of ours reaches further.
    guard abs(count) <= 100_000 else { return nil }
    switch self {
    case .day, .week:
      let moved = day.adding(days: count * (self == .day ? 1 : 7))
      return CalendarDay(year: moved.year, month: moved.month, day: moved.day)
    case .month: return Self.movingMonths(day, by: count)
    case .quarter: return Self.movingMonths(day, by: count * 3)
    case .year: return Self.movingMonths(day, by: count * 12)
    case .decade: return Self.movingMonths(day, by: count * 120)
    case .century: return Self.movingMonths(day, by: count * 1200)
    }
  }

  package static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Months in a row, which may run into the next year.
  static func months(from first: Int, count: Int, year: Int) -> DateInterval? {
    guard let start = DateInterval(year: year, month: first),
      let end = movingMonths(start.first, by: count - 1),
      let last = DateInterval(year: end.year, month: end.month)
    else { return nil }
    return DateInterval(start.first, last.last)
  }

  static func years(from first: Int, count: Int) -> DateInterval? {
    guard let start = DateInterval(year: first), let end = DateInterval(year: first + count - 1)
    else { return nil }
    return DateInterval(start.first, end.last)
  }

  private static func movingMonths(_ day: CalendarDay, by count: Int) -> CalendarDay? {
    let months = day.year * 12 + day.month - 1 + count
    guard months >= 12 else { return nil }
    let (year, month) = (months / 12, months % 12 + 1)
    return CalendarDay(year: year, month: month, day: min(day.day, lastDay(month, year)))
  }

  private static func lastDay(_ month: Int, _ year: Int) -> Int {
    CalendarDay.lastDay(ofMonth: month, year: year)
  }
}
