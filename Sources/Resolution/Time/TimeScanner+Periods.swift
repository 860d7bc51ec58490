import Text

/// Periods that are counted from the document's date or from a told time.
extension TimeScanner {
  /// "last month", "the next day", "this coming Friday", "the past three weeks", "last night".
  func shifted(at index: Int) -> Parsed? {
    let first = afterArticle(index)
    guard var shift = word(first).shift else { return nil }
    if has(.fiscal, first + 1), word(first + 2).unit == .year, has(.unit, first + 2) {
      return Parsed(value: .period(.unit(.year), shift), end: first + 3)
    }
    var start = first
    if shift == .this || shift == .same, let second = word(first + 1).shift {
      shift = second
      start += 1
    }
    let isTrailing = shift == .last && (first > index || start > first)
    if first > index, shift == .next { shift = .following }
    let next = start + 1
    if let number = word(next).number, word(next).unit == nil,
      let (count, unit) = units(number, at: next + 1)
    {
      return span(count, unit, shift, end: next + 2)
    }
    if let end = vagueUnits(at: next) { return Parsed(value: .vague, end: end) }
    if has(.daypart, next) { return daypart(shift, at: next) }
    guard let name = period(at: next, shift, hasArticle: first > index) else { return nil }
    if isTrailing, case .unit(let unit) = name, unit != .day {
      return span(1, unit, .last, end: next + 1)
    }
    if case .holiday = name {
      return holidayName(at: next).map { Parsed(value: .period(name, shift), end: $0.1) }
    }
    let end = has(.daypart, next + 1) ? next + 2 : next + 1
    return Parsed(value: .period(name, shift), end: end)
  }

  private func span(
    _ count: Int, _ unit: CalendarUnit, _ shift: PeriodShift, end: Int
  ) -> Parsed? {
    guard count > 0, shift.step != 0 else { return nil }
    return Parsed(value: .span(count, unit, shift == .following ? .next : shift), end: end)
  }

  /// "This morning" is today, "last night" yesterday, "that evening" the day that was told.
  private func daypart(_ shift: PeriodShift, at index: Int) -> Parsed? {
    let value: TimeValue
    switch shift {
    case .this: value = .deictic(0)
    case .last: value = .deictic(-1)
    case .next, .coming: return nil
    case .previous, .following, .same: value = .period(.unit(.day), shift)
    }
    return Parsed(value: value, end: index + 1)
  }

  private func period(at index: Int, _ shift: PeriodShift, hasArticle: Bool) -> PeriodName? {
    let word = word(index)
    if let unit = word.unit, has(.unit, index), word.number == nil {
      let isToday = unit == .day && !shift.isAnaphoric
      return isToday ? (shift == .next ? .unit(.day) : nil) : .unit(unit)
    }
    // "Said that Friday": the word is no pointer there.
    if shift == .same, !hasArticle { return nil }
    if let (holiday, _) = holidayName(at: index) { return .holiday(holiday) }
    if let month = month(index), dayNumber(index + 1) == nil, year(after: index + 1) == nil {
      return .month(month)
    }
    if let weekday = weekday(index) {
      let isDated = (weekdayLed(at: index)?.end ?? 0) > index + 2
      return has(.abbreviated, index) || isDated ? nil : .weekday(weekday)
    }
    if let season = word.season, word.month == nil { return .season(season) }
    return has(.weekend, index) ? .weekend : nil
  }

  /// "late May", "earlier this month", "mid-July", "the end of the year", "later in the week".
  func parted(at index: Int) -> Parsed? {
    let start = afterArticle(index)
    guard let part = word(start).part else { return nil }
    if let month = word(start).month {
      guard isCapitalized(start) || form(start).letterCase == .mixed else { return nil }
      let date = completed(month: month, at: start + 1)
      return Parsed(value: .part(part, date.value), end: date.end)
    }
    let isEdge = part == .start || part == .end
    if has(.of, start + 1), let whole = whole(at: start + 2) {
      return Parsed(value: .part(part, whole.value), end: whole.end)
    }
    guard !isEdge else { return nil }
    if has(.locative, start + 1), has(.article, start + 2), let whole = whole(at: start + 2) {
      return Parsed(value: .part(part, whole.value), end: whole.end)
    }
    let next = isMark("-", start + 1) ? start + 2 : start + 1
    guard let whole = inner(at: next, isGlued: next > start + 1) else { return nil }
    return Parsed(value: .part(part, whole.value), end: whole.end)
  }

  private func completed(month: Int, at index: Int) -> Parsed {
    let parsed = year(after: index)
    return Parsed(
      value: .date(PartialDate(year: parsed?.year, month: month)), end: parsed?.end ?? index)
  }

  /// What "the end of" may govern: "the year", or any date.
  private func whole(at index: Int) -> Parsed? {
    let start = afterArticle(index)
    if start > index, let unit = word(start).unit, has(.unit, start) {
      let value: TimeValue = unit == .day ? .deictic(0) : .period(.unit(unit), .this)
      return Parsed(value: value, end: start + 1)
    }
    return inner(at: index, isGlued: false)
  }

  private func inner(at index: Int, isGlued: Bool) -> Parsed? {
    if let year = yearNumber(index), !isCount(index), isGlued || !self.isGlued(index) {
      return Parsed(value: .date(PartialDate(year: .number(year))), end: index + 1)
    }
    return monthLed(at: index) ?? weekdayLed(at: index) ?? shifted(at: index)
      ?? decade(at: index) ?? season(at: index)
  }

  /// "yesterday", "tomorrow morning", "today".
  func deictic(at index: Int) -> Parsed? {
    guard let days = word(index).deictic else { return nil }
    // "USA Today" tells no time.
    if isCapitalized(index), isCapitalized(index - 1) { return nil }
    return Parsed(
      value: .deictic(days), end: has(.daypart, index + 1) ? index + 2 : index + 1)
  }

  /// "over the weekend".
  func weekend(at index: Int) -> Parsed? {
    guard has(.article, index), has(.weekend, index + 1) else { return nil }
    return Parsed(value: .weekend, end: index + 2)
  }

  /// "The second week of May", "the first Monday of June", "the last day of the year".
  func ordinal(at index: Int) -> Parsed? {
    let start = afterArticle(index)
    let isLast = word(start).shift == .last
    guard start > index, isLast || word(start).ordinal != nil, has(.of, start + 2),
      let name = ordinalName(at: start + 1), let whole = whole(at: start + 3)
    else { return nil }
    return Parsed(
      value: .ordinal(isLast ? nil : word(start).ordinal, name, of: whole.value), end: whole.end)
  }

  private func ordinalName(at index: Int) -> PeriodName? {
    if let weekday = weekday(index) { return .weekday(weekday) }
    if has(.weekend, index) { return .weekend }
    guard has(.unit, index), let unit = word(index).unit, unit < .quarter else { return nil }
    return .unit(unit)
  }

  /// "Annually", "once a year", "every two years", "every year", "each Friday", "Mondays".
  func repeated(at index: Int) -> Parsed? {
    if has(.often, index), !isCapitalized(index) || index == sentence.start,
      let unit = word(index).unit
    {
      return Parsed(value: .repeated(.unit(unit)), end: index + 1)
    }
    if has(.times, index), has(.indefinite, index + 1) || has(.every, index + 1),
      let unit = word(index + 2).unit, has(.unit, index + 2)
    {
      return Parsed(value: .repeated(.unit(unit)), end: index + 3)
    }
    if has(.every, index), word(index + 1).number != nil, let unit = word(index + 2).unit,
      has(.units, index + 2)
    {
      return Parsed(value: .repeated(.unit(unit)), end: index + 3)
    }
    if has(.weekdays, index), isCapitalized(index), let weekday = word(index).weekday {
      return Parsed(value: .repeated(.weekday(weekday)), end: index + 1)
    }
    guard has(.every, index), let name = period(at: index + 1, .this, hasArticle: false)
    else {
      let isDaily = has(.every, index) && word(index + 1).unit == .day && has(.unit, index + 1)
      return isDaily ? Parsed(value: .repeated(.unit(.day)), end: index + 2) : nil
    }
    return Parsed(value: .repeated(name), end: index + 2)
  }
}
