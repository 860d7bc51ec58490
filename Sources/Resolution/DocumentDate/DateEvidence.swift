import Text

/// A stretch of text that says when the document cannot have been written.
struct DateEvidence: Sendable, Hashable {
  var earliest: CalendarDay?
  var latest: CalendarDay?
  /// Strong enough to overrule a date that came with the document.
  var isHard: Bool
  var range: TextRange

  /// How a message names what it allows: an EDTF interval, or one open end.
  var description: String {
    switch (earliest, latest) {
    case (let first?, let last?): EDTF.text(DateInterval(first, last))
    case (let first?, nil): "\(EDTF.text(DateInterval(first))) or later"
    case (nil, let last?): "\(EDTF.text(DateInterval(last))) or earlier"
    case (nil, nil): ""
    }
  }
}

extension DateEvidence {
  /// What "Monday, July 28" says: the document is at most a week away.
  init(weekdayOf day: CalendarDay, _ mention: TimeMention, range: TextRange) {
    let isAhead =
      mention.tense == .future || [.until, .by, .before].contains(mention.expression.relation)
    let isNear = isAhead || mention.tense == .present
    self.init(
      earliest: isNear ? day.adding(days: -6) : day, latest: isAhead ? day : day.adding(days: 6),
      isHard: false, range: range)
  }
}

/// What all evidence together allows. Evidence that contradicts what stronger evidence said does not count.
struct DateBounds: Sendable {
  /// What of the evidence is tightest at either end.
  private struct Ends {
    var earliest: DateEvidence?
    var latest: DateEvidence?

    mutating func add(_ item: DateEvidence) {
      if let day = item.earliest, day > earliest?.earliest ?? day.adding(days: -1) {
        earliest = item
      }
      if let day = item.latest, day < latest?.latest ?? day.adding(days: 1) { latest = item }
    }
  }

  private var all = Ends()
  private var hard = Ends()

  init(_ evidence: [DateEvidence]) {
    for item in evidence where item.isHard { add(item) }
    // Then what has one end: it cannot contradict its like. Of the weeks the latest counts, as texts look back.
    let soft = evidence.filter { !$0.isHard }
    for item in soft where item.earliest == nil || item.latest == nil { add(item) }
    let weeks = soft.compactMap { item in item.latest.map { (item, $0) } }
    for (item, _) in weeks.sorted(by: { $0.1 > $1.1 }) where item.earliest != nil { add(item) }
  }

  private mutating func add(_ item: DateEvidence) {
    let first = [earliest, item.earliest].compactMap { $0 }.max()
    let last = [latest, item.latest].compactMap { $0 }.min()
    if let first, let last, first > last { return }
    all.add(item)
    if item.isHard { hard.add(item) }
  }

  var earliest: CalendarDay? { all.earliest?.earliest }
  var latest: CalendarDay? { all.latest?.latest }
  /// Where the evidence stands that sets the end.
  var latestRange: TextRange? { all.latest?.range }

  /// Nil where an end is open.
  var interval: DateInterval? {
    guard let earliest, let latest else { return nil }
    return DateInterval(earliest, latest)
  }

  func contains(_ day: CalendarDay) -> Bool {
    (earliest ?? day) <= day && day <= (latest ?? day)
  }

  /// Why a date is not admissible, nil where it is; by hard evidence only, if asked.
  func objection(
    to date: DateInterval, hardOnly: Bool = false, quote: (TextRange) -> String
  ) -> String? {
    let ends = hardOnly ? hard : all
    if let item = ends.latest, let latest = item.latest, date.first > latest {
      return "later than the text allows: \"\(quote(item.range))\" (\(item.description))"
    }
    if let item = ends.earliest, let earliest = item.earliest, date.last < earliest {
      return "earlier than the text allows: \"\(quote(item.range))\" (\(item.description))"
    }
    return nil
  }
}
