/// The values of time expressions where the document's day is known.
struct DayResolver {
  /// The document's day; nil allows explicit dates, and anaphoric ones with a reference.
  let day: CalendarDay?
  let tense: TimeTense
  let reference: DateInterval?

  func interval(of value: TimeValue) -> DateInterval? {
    switch value {
    case .date(let date): interval(of: date)
    case .decade(let first): CalendarUnit.years(from: first, count: 10)
    case .century(let number): CalendarUnit.years(from: number * 100 - 99, count: 100)
    case .holiday(let holiday, let year): interval(of: holiday, year)
    case .ordinal(let which, let name, let whole): interval(of: name, which, in: whole)
    case .deictic(let days): day.map { DateInterval($0.adding(days: days)) }
    case .period(let name, let shift): interval(of: name, shift)
    case .weekend: bareWeekend()
    case .weekdayOfWeek(let weekday, let shift):
      interval(of: .unit(.week), shift).map { DateInterval($0.first.adding(days: weekday - 1)) }
    case .months(let span, let year): interval(of: span, year)
    case .offset(let count, let unit, let base): offset(count, unit, base)
    case .ahead(let count, let unit):
      tense == .future ? offset(count, unit, .document) : nil
    case .span(let count, let unit, let shift): span(count, unit, shift)
    // A Sunday has no "later this week" in its own.
    case .part(.late, .period(.unit(.week), .this)) where day?.weekday == 7:
      interval(of: .unit(.week), .next)
    // A part says less than the whole, but no calendar says where "late" begins.
    case .part(_, let whole): interval(of: whole)
    case .range(let first, let last, _): range(first, last)
    case .duration, .repeated, .vague: nil
    }
  }

  // MARK: Counting

  private func offset(_ count: Int, _ unit: CalendarUnit, _ base: OffsetBase) -> DateInterval? {
    let start: CalendarDay?
    switch base {
    case .document: start = day
    case .following: start = nil
    case .reference:
      guard let reference, isFine(reference, for: unit) else { return nil }
      start = count < 0 ? reference.first : reference.last
    }
    return start.flatMap { unit.moving($0, by: count) }.flatMap(unit.interval(holding:))
  }

  /// "Two days later" than some time in May says nothing.
  private func isFine(_ reference: DateInterval, for unit: CalendarUnit) -> Bool {
    switch unit {
    case .day: reference.count <= 14
    default: (reference.granularity ?? .decade) <= unit
    }
  }

  private func span(_ count: Int, _ unit: CalendarUnit, _ shift: PeriodShift) -> DateInterval? {
    // "Within three weeks" reaches ahead; told of the past it is a mere length.
    guard shift != .coming || tense != .past,
      let start = shift.isAnaphoric ? anaphor(shift) : day,
      let end = unit.moving(start, by: shift.step * count)
    else { return nil }
    return DateInterval(min(start, end), max(start, end))
  }

  /// The day from which "the next", "the previous" and "that" count.
  func anaphor(_ shift: PeriodShift) -> CalendarDay? {
    if let reference { return shift == .following ? reference.last : reference.first }
    // Without a told time "the previous week" is the one before the document's.
    return shift == .previous ? day : nil
  }

  func start(for shift: PeriodShift) -> CalendarDay? {
    shift.isAnaphoric ? anaphor(shift) : day
  }

  // MARK: Ranges

  /// The ends share what either of them says: "from 14 to 18 April", "from June 28 to July 2, 2023".
  private func range(_ first: TimeValue, _ last: TimeValue) -> DateInterval? {
    if case .date(let first) = first, case .date(let last) = last {
      return range(first, last)
    }
    guard let first = interval(of: first), let last = interval(of: last), first.first <= last.last
    else { return nil }
    return DateInterval(first.first, last.last)
  }

  private func range(_ first: PartialDate, _ last: PartialDate) -> DateInterval? {
    let yearIsOfEnd = first.year == nil && last.year != nil
    var (first, last) = (first, last)
    first.month = first.month ?? (first.day == nil ? nil : last.month)
    last.month = last.month ?? (last.day == nil ? nil : first.month)
    first.year = first.year ?? last.year
    guard let start = interval(of: first) else { return nil }
    if let weekday = last.weekday, last.day == nil {
      return DateInterval(start.first, start.first.earliest(weekday))
    }
    last.year = last.year ?? .number(start.first.year)
    guard let end = interval(of: last) else { return nil }
    if start.first <= end.last { return DateInterval(start.first, end.last) }
    guard let startMonth = first.month, let endMonth = last.month, startMonth > endMonth else {
      return nil
    }
    return yearIsOfEnd ? opening(start, by: -1, end) : opening(start, by: 0, moved(end, by: 1))
  }

  /// A range across New Year: "December 28 to January 3, 2024".
  private func opening(_ start: DateInterval, by years: Int, _ end: DateInterval?) -> DateInterval?
  {
    guard let end, let first = CalendarUnit.year.moving(start.first, by: years), first <= end.last
    else { return nil }
    return DateInterval(first, end.last)
  }

  private func moved(_ interval: DateInterval, by years: Int) -> DateInterval? {
    guard let first = CalendarUnit.year.moving(interval.first, by: years),
      let last = CalendarUnit.year.moving(interval.last, by: years)
    else { return nil }
    return DateInterval(first, last)
  }
}
