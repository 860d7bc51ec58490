extension TimeValue {
  /// A day whose year is given too.
  var isFullDay: Bool {
    guard case .date(let date) = self, case .number? = date.year else { return false }
    return date.month != nil && date.day != nil
  }

  /// Whether a date gives its year by number.
  package var namesYear: Bool { namedYear != nil }

  /// Whether a date gives its day of the month.
  package var namesDay: Bool {
    switch self {
    case .date(let date): date.day != nil
    case .range(let first, let last, _): first.namesDay || last.namesDay
    default: false
    }
  }

  /// The year of a date that gives it by number.
  var namedYear: Int? {
    switch self {
    case .date(let date): if case .number(let year)? = date.year { year } else { nil }
    case .part(_, let whole), .ordinal(_, _, let whole): whole.namedYear
    case .holiday(_, let year): if case .number(let year)? = year { year } else { nil }
    default: nil
    }
  }

  /// Whether it counts from a time that was told before.
  package var isAnaphoric: Bool {
    switch self {
    case .date(let date): date.year?.isAnaphoric ?? false
    case .months(_, let year): year?.isAnaphoric ?? false
    case .period(_, let shift), .weekdayOfWeek(_, let shift), .span(_, _, let shift):
      shift.isAnaphoric
    case .offset(_, _, let base): base == .reference
    case .part(_, let whole), .ordinal(_, _, let whole): whole.isAnaphoric
    case .holiday(_, let year): year?.isAnaphoric ?? false
    case .range(let first, let last, _): first.isAnaphoric || last.isAnaphoric
    case .decade, .century, .vague, .deictic, .weekend, .ahead, .duration, .repeated: false
    }
  }

  /// Whether it is a date of the calendar that lacks numbers ("In July", "Jan. 26").
  package var isPartialDate: Bool {
    switch self {
    case .date(let date): (date.month != nil || date.day != nil) && date.year == nil
    case .months(_, let year): year == nil
    case .part(_, let whole), .ordinal(_, _, let whole): whole.isPartialDate
    case .holiday(_, let year): year == nil
    case .range(let first, let last, _): first.isPartialDate && last.isPartialDate
    default: false
    }
  }

  var isThroughout: Bool {
    if case .range(_, _, let throughout) = self { throughout } else { false }
  }
}

extension YearReference {
  var isAnaphoric: Bool {
    if case .shifted(let shift) = self { shift.isAnaphoric } else { false }
  }
}
