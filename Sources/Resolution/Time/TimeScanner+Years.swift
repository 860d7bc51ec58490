import Text

/// Years and the parts of years.
extension TimeScanner {
  /// "2019" where the words around make it a year.
  func year(at index: Int) -> Parsed? {
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
