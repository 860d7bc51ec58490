/// What a time expression says, before any date is known that it counts from.
package enum TimeValue: Sendable, Hashable {
  /// "Jan. 26", "July 2023", "Friday", "2019".
  case date(PartialDate)
  /// "the 1990s"; the decade's first year.
  case decade(Int)
  /// "the 20th century" is 20.
  case century(Int)
  /// "New Year's Day 2019", "Easter".
  case holiday(Holiday, YearReference?)
  /// "the second week of May", "the first Monday of June"; nil is the last.
  indirect case ordinal(Int?, PeriodName, of: TimeValue)
  /// "a few days ago", "in recent weeks", "in the coming days": a time of no certain value.
  case vague
  /// "yesterday" is -1; days from the document's date.
  case deictic(Int)
  /// "last month", "last September", "the following Friday", "this weekend".
  case period(PeriodName, PeriodShift)
  /// "Over the weekend".
  case weekend
  /// "Tuesday last week".
  case weekdayOfWeek(Int, PeriodShift)
  /// "spring 2018", "first quarter of 2020", "second half of last year".
  case months(MonthSpan, of: YearReference?)
  /// "three weeks ago", "two days later"; a negative count goes back.
  case offset(Int, CalendarUnit, OffsetBase)
  /// "in two weeks": ahead in the future, a mere length in the past.
  case ahead(Int, CalendarUnit)
  /// "the past three months", "the next two days".
  case span(Int, CalendarUnit, PeriodShift)
  /// "late May", "earlier this month".
  indirect case part(PartOfPeriod, TimeValue)
  /// "from 14 to 18 April"; whether all of it is meant, not some time in it.
  indirect case range(TimeValue, TimeValue, throughout: Bool)
  /// "for two days".
  case duration(Int, CalendarUnit)
  /// "every year", "Mondays".
  case repeated(PeriodName)
}

/// A date of which some numbers may be missing.
package struct PartialDate: Sendable, Hashable {
  package var year: YearReference?
  /// 1 to 12.
  package var month: Int?
  package var day: Int?
  /// 1 Monday to 7 Sunday.
  package var weekday: Int?

  package init(
    year: YearReference? = nil, month: Int? = nil, day: Int? = nil, weekday: Int? = nil
  ) {
    self.year = year
    self.month = month
    self.day = day
    self.weekday = weekday
  }

  /// A full date.
  init(_ day: CalendarDay) {
    self.init(year: .number(day.year), month: day.month, day: day.day)
  }
}

/// A year by its number, or counted from the document's ("last year") or a told one ("that year").
package enum YearReference: Sendable, Hashable {
  case number(Int)
  case shifted(PeriodShift)
}

/// A kind of period of which there are many.
package enum PeriodName: Sendable, Hashable {
  case unit(CalendarUnit)
  /// 1 to 12.
  case month(Int)
  /// 1 Monday to 7 Sunday.
  case weekday(Int)
  case season(MonthSpan)
  case weekend
  case holiday(Holiday)
}

/// Months in a row: a season, a quarter, half a year. It may run into the next year.
package struct MonthSpan: Sendable, Hashable {
  /// 1 to 12.
  package var first: Int
  package var count: Int

  package init(first: Int, count: Int) {
    self.first = first
    self.count = count
  }
}

/// What an offset counts from.
package enum OffsetBase: String, Sendable, Hashable {
  /// The document's date: "ago".
  case document
  /// The event or time that was told before: "later".
  case reference
  /// Whatever follows: "two days after the vote". Such an expression has no value of its own.
  case following
}

/// A part of a period.
package enum PartOfPeriod: String, Sendable, Hashable, CaseIterable {
  case early, mid, late, start, end
}
