extension DateInterval {
  /// The smallest calendar unit that holds all of its days, nil where it crosses centuries.
  package var granularity: CalendarUnit? {
    CalendarUnit.allCases.first { $0.interval(holding: first)?.contains(last) ?? false }
  }

  /// The days that it shares with another.
  package func intersection(_ other: DateInterval) -> DateInterval? {
    overlaps(other) ? DateInterval(max(first, other.first), min(last, other.last)) : nil
  }

  /// A stay: so many units from a day on, that day counted ("from Monday, for two days").
  package init?(from first: CalendarDay, lasting count: Int, _ unit: CalendarUnit) {
    guard count > 0, let end = unit.moving(first, by: count)?.adding(days: -1) else { return nil }
    self.init(first, end)
  }

  /// The months of an interval of whole months, first days only; nil for any other interval.
  var wholeMonths: [DateInterval]? {
    guard first.day == 1, last.day == CalendarDay.lastDay(ofMonth: last.month, year: last.year)
    else { return nil }
    let count = (last.year - first.year) * 12 + last.month - first.month + 1
    return (0..<count).compactMap { offset in
      CalendarUnit.month.moving(first, by: offset).flatMap {
        CalendarUnit.month.interval(holding: $0)
      }
    }
  }
}
