extension DayResolver {
  /// "last month", "next Friday", "the following May", "this weekend".
  func interval(of name: PeriodName, _ shift: PeriodShift) -> DateInterval? {
    guard let start = start(for: shift) else { return nil }
    switch name {
    case .unit(let unit):
      if shift.isAnaphoric, let reference, !isUsable(reference, unit) { return nil }
      return unit.moving(start, by: shift.step).flatMap(unit.interval(holding:))
    case .weekday(let weekday): return self.weekday(weekday, shift, from: start)
    case .month(let month): return self.month(month, shift, from: start)
    case .season(let span): return season(span, shift, from: start)
    case .weekend: return weekend(shift, from: start)
    case .holiday(let holiday): return self.holiday(holiday, shift, from: start)
    }
  }

  private func holiday(
    _ holiday: Holiday, _ shift: PeriodShift, from start: CalendarDay
  ) -> DateInterval? {
    let days = (start.year - 1...start.year + 1).compactMap(holiday.day(in:))
    let found: CalendarDay?
    switch shift {
    case .last, .previous: found = days.last { $0 < start }
    case .next, .coming, .following: found = days.first { $0 > start }
    case .this, .same: found = holiday.day(in: start.year)
    }
    return found.map { DateInterval($0) }
  }

  /// "The last day of April", "the second week of May": the weeks are those of the calendar.
  func interval(of name: PeriodName, _ which: Int?, in whole: TimeValue) -> DateInterval? {
    guard let whole = interval(of: whole) else { return nil }
    let start = which == nil ? whole.last : whole.first
    let found: DateInterval?
    switch name {
    case .weekday(let weekday): found = whole.weekday(weekday, which).map { DateInterval($0) }
    case .unit(let unit):
      found = unit.moving(start, by: (which ?? 1) - 1).flatMap(unit.interval(holding:))
    case .weekend:
      found = whole.weekday(6, which).map { DateInterval($0, $0.adding(days: 1)) }
    case .month, .season, .holiday: found = nil
    }
    return found.flatMap { $0.overlaps(whole) ? $0 : nil }
  }

  /// "The same day" needs a day; "that year" is happy with one.
  private func isUsable(_ reference: DateInterval, _ unit: CalendarUnit) -> Bool {
    unit == .day ? reference.count <= 14 : (reference.granularity ?? .decade) <= unit
  }

  private func weekday(
    _ weekday: Int, _ shift: PeriodShift, from start: CalendarDay
  ) -> DateInterval? {
    let found: CalendarDay
    switch shift {
    case .last, .previous: found = start.latest(weekday, before: true)
    case .coming, .following: found = start.earliest(weekday, after: true)
    // "Next Friday" is told apart from "Friday" by the week: it is the next week's.
    case .next: found = DateInterval(weekOf: start).first.adding(days: 6 + weekday)
    case .this, .same: found = DateInterval(weekOf: start).first.adding(days: weekday - 1)
    }
    return DateInterval(found)
  }

  private func month(
    _ month: Int, _ shift: PeriodShift, from start: CalendarDay
  ) -> DateInterval? {
    let step: Int
    switch shift {
    case .last, .previous: step = month < start.month ? 0 : -1
    case .next, .coming, .following: step = month > start.month ? 0 : 1
    case .this, .same: step = 0
    }
    return DateInterval(year: start.year + step, month: month)
  }

  private func season(
    _ span: MonthSpan, _ shift: PeriodShift, from start: CalendarDay
  ) -> DateInterval? {
    let seasons = (-2...2).compactMap {
      CalendarUnit.months(from: span.first, count: span.count, year: start.year + $0)
    }
    switch shift {
    case .last, .previous: return seasons.last { $0.last < start }
    case .next, .coming, .following: return seasons.first { $0.first > start }
    case .this, .same:
      return seasons.first { $0.contains(start) } ?? seasons.first { $0.first.year == start.year }
    }
  }

  private func weekend(_ shift: PeriodShift, from start: CalendarDay) -> DateInterval? {
    let saturday = DateInterval(weekOf: start).first.adding(days: 5)
    let step: Int
    switch shift {
    case .last, .previous: step = -7
    // Early in the week a weekend that is over is the one before.
    case .this, .same: step = tense == .past && start.weekday <= 3 ? -7 : 0
    case .coming: step = start.weekday >= 6 ? 7 : 0
    case .next, .following: step = 7
    }
    let first = saturday.adding(days: step)
    return DateInterval(first, first.adding(days: 1))
  }

  /// "Over the weekend": by tense the last or the next, the running one in either.
  func bareWeekend() -> DateInterval? {
    guard let day else { return nil }
    let saturday = DateInterval(weekOf: day).first.adding(days: 5)
    let isBack = tense == .past || tense == .unknown
    let first = isBack && day < saturday ? saturday.adding(days: -7) : saturday
    return DateInterval(first, first.adding(days: 1))
  }

  /// A season, quarter or half of a year; without a year the latest or next by tense.
  func interval(of span: MonthSpan, _ year: YearReference?) -> DateInterval? {
    if let year {
      // "Winter 2018" may be the one before or after New Year.
      guard span.first + span.count <= 13, let year = number(of: year) else { return nil }
      return CalendarUnit.months(from: span.first, count: span.count, year: year)
    }
    guard let day else { return nil }
    let all = (-2...2).compactMap {
      CalendarUnit.months(from: span.first, count: span.count, year: day.year + $0)
    }
    return tense == .future
      ? all.first { $0.last >= day } : all.last { $0.first <= day }
  }

  func number(of year: YearReference) -> Int? {
    switch year {
    case .number(let number): number
    case .shifted(let shift): start(for: shift).map { $0.year + shift.step }
    }
  }
}

extension CalendarDay {
  /// The latest such weekday not after the day (or before it).
  func latest(_ weekday: Int, before isStrict: Bool = false) -> CalendarDay {
    let back = (self.weekday - weekday + 7) % 7
    return adding(days: isStrict && back == 0 ? -7 : -back)
  }

  /// The earliest such weekday not before the day (or after it).
  func earliest(_ weekday: Int, after isStrict: Bool = false) -> CalendarDay {
    let ahead = (weekday - self.weekday + 7) % 7
    return adding(days: isStrict && ahead == 0 ? 7 : ahead)
  }
}
