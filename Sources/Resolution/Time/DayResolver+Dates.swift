extension DayResolver {
  /// A date of the calendar, its missing numbers taken from the document's day.
  func interval(of date: PartialDate) -> DateInterval? {
    if let year = date.year {
      guard let year = number(of: year) else { return nil }
      return full(year, date.month, date.day)
    }
    switch (date.month, date.day, date.weekday) {
    case (let month?, let dayOfMonth?, let weekday):
      return dayOfYear(month, dayOfMonth, weekday: weekday)
    case (let month?, nil, _): return bareMonth(month)
    case (nil, let dayOfMonth?, _): return bareDay(dayOfMonth)
    case (nil, nil, let weekday?): return bareWeekday(weekday)
    case (nil, nil, nil): return nil
    }
  }

  private func full(_ year: Int, _ month: Int?, _ day: Int?) -> DateInterval? {
    guard let month else { return DateInterval(year: year) }
    guard let day else { return DateInterval(year: year, month: month) }
    return CalendarDay(year: year, month: month, day: day).map { DateInterval($0) }
  }

  /// In news a bare "Friday" is the last one, the day itself included; with a future verb, the next.
  private func bareWeekday(_ weekday: Int) -> DateInterval? {
    guard let day else { return nil }
    let back = day.latest(weekday)
    let ahead = day.earliest(weekday)
    switch tense {
    case .past, .unknown: return DateInterval(back)
    case .future: return DateInterval(ahead)
    // "He meets her Monday": the nearer one, which is never more than three days off.
    case .present:
      let isBack = day.daysSinceEpoch - back.daysSinceEpoch <= 3
      return DateInterval(isBack ? back : ahead)
    }
  }

  private func bareMonth(_ month: Int) -> DateInterval? {
    guard let day else { return nil }
    let ahead = (month - day.month + 12) % 12
    let isAhead: Bool
    switch tense {
    case .past: isAhead = ahead == 0
    case .future: isAhead = true
    // Without a verb's help the month that is about to come is likelier than the one eleven months ago.
    case .present, .unknown: isAhead = ahead <= 2
    }
    let year = isAhead ? day.year + (month < day.month ? 1 : 0) : lastYear(of: month, day)
    return DateInterval(year: year, month: month)
  }

  private func lastYear(of month: Int, _ day: CalendarDay) -> Int {
    month <= day.month ? day.year : day.year - 1
  }

  /// "Jan. 26": the latest by a past verb, the next by a future one, else the likelier; a weekday beside it picks
  /// the year.
  private func dayOfYear(_ month: Int, _ dayOfMonth: Int, weekday: Int?) -> DateInterval? {
    likeliest { year in
      guard let found = CalendarDay(year: year, month: month, day: dayOfMonth) else { return nil }
      return weekday == nil || found.weekday == weekday ? found : nil
    }
  }

  /// "New Year's Day 2019"; without a year like any day of the year.
  func interval(of holiday: Holiday, _ year: YearReference?) -> DateInterval? {
    guard let year else { return likeliest(holiday.day(in:)) }
    return number(of: year).flatMap(holiday.day(in:)).map { DateInterval($0) }
  }

  /// Of a day that comes every year, or in some, the one that is meant.
  private func likeliest(_ dayOfYear: (Int) -> CalendarDay?) -> DateInterval? {
    guard let day else { return nil }
    func first(_ step: Int, _ isOnItsSide: (CalendarDay) -> Bool) -> CalendarDay? {
      for year in stride(from: day.year, through: day.year + 8 * step, by: step) {
        if let found = dayOfYear(year), isOnItsSide(found) { return found }
      }
      return nil
    }
    let back = first(-1) { $0 <= day }
    let ahead = first(1) { $0 >= day }
    guard let back, let ahead else { return (back ?? ahead).map { DateInterval($0) } }
    return DateInterval(isLikelyAhead(back, ahead, of: day) ? ahead : back)
  }

  private func isLikelyAhead(_ back: CalendarDay, _ ahead: CalendarDay, of day: CalendarDay) -> Bool
  {
    let daysBack = day.daysSinceEpoch - back.daysSinceEpoch
    let daysAhead = ahead.daysSinceEpoch - day.daysSinceEpoch
    switch tense {
    // The day after the document's is a slip of a time zone, not eleven months back.
    case .past: return daysAhead <= 1 && daysBack > 300
    case .future: return true
    case .present, .unknown: return daysAhead <= 90 && daysBack > daysAhead
    }
  }

  /// "The 26th": of the month that was told, else by tense.
  private func bareDay(_ dayOfMonth: Int) -> DateInterval? {
    if let reference, reference.granularity ?? .decade <= .month {
      return full(reference.first.year, reference.first.month, dayOfMonth)
    }
    guard let day else { return nil }
    let near = (-2...2).compactMap { CalendarUnit.month.moving(day, by: $0) }
      .compactMap { CalendarDay(year: $0.year, month: $0.month, day: dayOfMonth) }
    let found = tense == .future ? near.first { $0 >= day } : near.last { $0 <= day }
    return found.map { DateInterval($0) }
  }
}
