/// A stretch of whole days, first and last included.
package struct DateInterval: Sendable, Hashable {
  package let first: CalendarDay
  package let last: CalendarDay

  /// The days from `first` to `last`; `last` must not be earlier.
  package init(_ first: CalendarDay, _ last: CalendarDay) {
    precondition(first <= last, "a date interval ends before it starts")
    self.first = first
    self.last = last
  }

  package init(_ day: CalendarDay) { self.init(day, day) }

  /// A calendar month, nil where the calendar has none.
  package init?(year: Int, month: Int) {
    guard let first = CalendarDay(year: year, month: month, day: 1),
      let last = CalendarDay(
        year: year, month: month, day: CalendarDay.lastDay(ofMonth: month, year: year))
    else { return nil }
    self.init(first, last)
  }

  /// A calendar year, nil outside 1 to 9999.
  package init?(year: Int) {
    guard let first = CalendarDay(year: year, month: 1, day: 1),
      let last = CalendarDay(year: year, month: 12, day: 31)
    else { return nil }
    self.init(first, last)
  }

  /// The week, Monday to Sunday, that holds a day.
  package init(weekOf day: CalendarDay) {
    let monday = day.adding(days: 1 - day.weekday)
    self.init(monday, monday.adding(days: 6))
  }

  /// How many days it has.
  package var count: Int { last.daysSinceEpoch - first.daysSinceEpoch + 1 }

  package func contains(_ day: CalendarDay) -> Bool { first <= day && day <= last }
  package func contains(_ other: DateInterval) -> Bool {
    first <= other.first && other.last <= last
  }
  package func overlaps(_ other: DateInterval) -> Bool {
    first <= other.last && other.first <= last
  }
}
