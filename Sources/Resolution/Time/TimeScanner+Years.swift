import Text

/// Years and the parts of years.
extension TimeScanner {
  /// "2019" where the words around make it a year, "fiscal 2017", "the fiscal year 2017".
  func year(at index: Int) -> Parsed? {
    if let fiscal = fiscalYear(at: index) { return fiscal }
    guard let year = yearNumber(index), !isCount(index), !isGlued(index) else { return nil }
    let before = word(index - 1)
    let isIntroduced =
      before.has(.locative) || before.has(.since) || before.has(.until) || before.has(.from)
      || before.has(.by) || before.has(.before) || before.has(.after) || before.has(.of)
      || before.part != nil
    let isModifier =
      before.has(.article) || before.has(.possessive) || isMark("(", index - 1)
      || before.has(.indefinite)
    guard isIntroduced || (isModifier && (1900...2100).contains(year)) else { return nil }
    return Parsed(value: .date(PartialDate(year: .number(year))), end: index + 1)
  }

  private func fiscalYear(at index: Int) -> Parsed? {
    let start = afterArticle(index)
    guard has(.fiscal, start) else { return nil }
    let next = word(start + 1).unit == .year ? start + 2 : start + 1
    return yearNumber(next).map {
      Parsed(value: .date(PartialDate(year: .number($0))), end: next + 1)
    }
  }

  /// "the 20th century".
  func century(at index: Int) -> Parsed? {
    let start = afterArticle(index)
    if let number = word(start).ordinal, number <= 21, has(.century, start + 1),
      has(.unit, start + 1)
    {
      return Parsed(value: .century(number), end: start + 2)
    }
    return nil
  }

  /// "New Year's Day", "Christmas 2018", but not "Good Friday Agreement".
  func holiday(at index: Int) -> Parsed? {
    guard let (holiday, end) = holidayName(at: index) else { return nil }
    if let parsed = year(after: end), !isMark(",", end) {
      return Parsed(value: .holiday(holiday, parsed.year), end: parsed.end)
    }
    return Parsed(value: .holiday(holiday, nil), end: end)
  }

  /// Whether a token is the second word of a holiday's name: the "Friday" of the Good Friday Agreement.
  func endsHoliday(_ index: Int) -> Bool {
    guard has(.holiday, index), has(.holiday, index - 1), isCapitalized(index - 1) else {
      return false
    }
    return words.holiday(form(index - 1)) { form(index - 1 + $0) }?.count == 2
  }

  /// A holiday's name and the index after it.
  func holidayName(at index: Int) -> (Holiday, Int)? {
    // "Chinese New Year" is another day.
    let isOther =
      isCapitalized(index - 1) && isPlain(index - 1) && index - 1 > sentence.start
      || has(.holiday, index - 1) && isCapitalized(index - 1)
    guard has(.holiday, index), isCapitalized(index), !isOther,
      let found = words.holiday(form(index), form: { form(index + $0) })
    else { return nil }
    let end = index + found.count
    guard isCapitalized(end - 1) else { return nil }
    let isOfName = isCapitalized(end) && form(end).kind == .word && isPlain(end)
    return isOfName ? nil : (found.holiday, end)
  }

  /// "the 1990s".
  func decade(at index: Int) -> Parsed? {
    let start = afterArticle(index)
    return word(start).decade.map { Parsed(value: .decade($0), end: start + 1) }
  }

  /// "spring 2018", "the summer of 2016", "in the autumn".
  func season(at index: Int) -> Parsed? {
    let start = afterArticle(index)
    guard let span = word(start).season else { return nil }
    if let parsed = year(after: start + 1), !isMark(",", start + 1) {
      return Parsed(value: .months(span, of: parsed.year), end: parsed.end)
    }
    let isAlone = start > index || has(.locative, start - 1)
    guard isAlone, !has(.ambiguous, start) || start > index, has(.locative, index - 1),
      form(start + 1).kind != .word || !isPlain(start + 1)
    else { return nil }
    return Parsed(value: .months(span, of: nil), end: start + 1)
  }

  /// "the first quarter of 2020", "the second half of last year".
  func yearPart(at index: Int) -> Parsed? {
    let start = afterArticle(index)
    guard let ordinal = word(start).ordinal else { return nil }
    let isHalf = has(.yearHalf, start + 1)
    guard isHalf || has(.yearQuarter, start + 1), ordinal <= (isHalf ? 2 : 4) else { return nil }
    let months = isHalf ? 6 : 3
    let span = MonthSpan(first: (ordinal - 1) * months + 1, count: months)
    if let parsed = year(after: start + 2) {
      return Parsed(value: .months(span, of: parsed.year), end: parsed.end)
    }
    let end = afterArticle(start + 3)
    guard has(.of, start + 2), word(end).unit == .year, has(.unit, end) else { return nil }
    return Parsed(value: .months(span, of: .shifted(.this)), end: end + 1)
  }
}
