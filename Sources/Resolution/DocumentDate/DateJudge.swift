import Text

/// Weighs the candidates for a document's date against each other.
struct DateJudge {
  private struct Claim {
    var interval: DateInterval
    var method: DocumentDate.Method
    var source: String
    var range: TextRange?
    var confidence: Double
    var objection: String?
  }

  let input: DocumentDateInput
  private let standing: [DateEvidence]
  private var bounds: DateBounds
  private var claims: [Claim] = []
  private var hasDateline = false
  private var lead: (day: CalendarDay, mention: TimeMention)?

  init(input: DocumentDateInput, evidence: [DateEvidence]) {
    self.input = input
    standing = evidence
    bounds = DateBounds(evidence)
  }

  // MARK: Reading

  mutating func read(head: HeadDates, expressions: [TimeExpression], words: TimeWords) {
    let document = input.document
    let given = document.date.flatMap(EDTF.parseTimestamp)
    if let given { claim(given, .given, "given", confidence: 0.99) }
    let pages = head.pageDates(expressions)
    let url = document.url.flatMap { URLDate(words: words).day(in: $0) }
    let metadata = document.metadataDates.compactMap { date in
      EDTF.parseTimestamp(date.value).map { (date.source, $0) }
    }
    let crawl = document.crawlDate.flatMap(EDTF.parseTimestamp)
    let near =
      given?.first ?? url ?? metadata.first?.1.first ?? pages.first { $0.days.count == 1 }?.days[0]
      ?? crawl?.first
    let body = refine(near: near)
    lead = body.leadDay()
    let weekday = body.leadWeekday
    readDateline(head, body)
    readPages(pages, weekday, isByline: true)
    for (source, interval) in metadata {
      let isAgreed = url.map { interval.contains($0) } ?? false
      claim(interval, .metadata, source, confidence: isAgreed ? 0.95 : 0.8)
    }
    if let url { claim(DateInterval(url), .url, "url", confidence: 0.85) }
    readPages(pages, weekday, isByline: false)
    readText(body)
    if let crawl { claim(crawl, .crawl, "crawl", confidence: 0.3) }
  }

  /// Adds the weeks that "Monday, July 28" gives, once something nearby completes their years.
  private mutating func refine(near: CalendarDay?) -> BodyDates {
    let body = BodyDates(input: input, bounds: bounds, near: near)
    let weeks = body.weekdayDates().map { found in
      DateEvidence(
        weekdayOf: found.day, found.mention,
        range: input.textRange(found.mention.expression.tokens))
    }
    bounds = DateBounds(standing + weeks)
    return BodyDates(input: input, bounds: bounds, near: near)
  }

  private mutating func readDateline(_ head: HeadDates, _ body: BodyDates) {
    guard let (date, tokens) = head.dateline() else { return }
    guard let (day, isSure) = body.datelineDay(date) else { return }
    hasDateline = true
    claims.append(
      Claim(
        interval: DateInterval(day), method: .dateline, source: "dateline",
        range: input.textRange(tokens), confidence: date.year != nil ? 0.97 : isSure ? 0.9 : 0.6))
  }

  private mutating func readPages(_ pages: [HeadDates.Found], _ weekday: Int?, isByline: Bool) {
    for page in pages where page.isByline == isByline {
      guard let day = choice(page.days) else { continue }
      var objection: String?
      if !hasDateline, let lead, let weekday, !fits(day, lead.day, weekday) {
        objection = weekdayObjection(day, lead)
      }
      let confidence = bounds.interval != nil || hasDateline ? 0.85 : 0.6
      claims.append(
        Claim(
          interval: DateInterval(day), method: isByline ? .byline : .pageLine,
          source: isByline ? "byline" : "page line", range: input.textRange(page.tokens),
          confidence: confidence, objection: objection))
    }
  }

  /// Of two readings of "09/07/2018" the one that the dateline or the text confirms.
  private func choice(_ days: [CalendarDay]) -> CalendarDay? {
    guard days.count > 1 else { return days.first }
    let dateline = claims.first { $0.method == .dateline }?.interval.first
    if let dateline { return days.first { abs($0.daysSinceEpoch - dateline.daysSinceEpoch) <= 2 } }
    guard bounds.interval != nil else { return nil }
    let admissible = days.filter(bounds.contains)
    return admissible.count == 1 ? admissible.first : nil
  }

  /// Whether a page's day goes with the day that the body's first weekday points to.
  private func fits(_ day: CalendarDay, _ lead: CalendarDay, _ weekday: Int) -> Bool {
    let after = day.daysSinceEpoch - lead.daysSinceEpoch
    return (0...6).contains(after) || (day.weekday - weekday + 7) % 7 <= 1
  }

  private func weekdayObjection(
    _ day: CalendarDay, _ lead: (day: CalendarDay, mention: TimeMention)
  ) -> String {
    let side = day > lead.day ? "later" : "earlier"
    let range = input.textRange(lead.mention.expression.tokens)
    return
      "\(side) than the text allows: \"\(input.quote(range))\" (\(EDTF.text(DateInterval(lead.day))))"
      + " is on the weekday that the article opens with"
  }

  private mutating func readText(_ body: BodyDates) {
    if let week = bounds.interval, week.count <= 7 {
      let day = body.day(in: week)
      let interval = DateInterval(day)
      claims.append(
        Claim(
          interval: interval, method: .text, source: "text",
          range: bounds.latestRange, confidence: 0.7))
    } else if let lead, bounds.contains(lead.day) {
      claims.append(
        Claim(
          interval: DateInterval(lead.day), method: .text, source: "text",
          range: input.textRange(lead.mention.expression.tokens), confidence: 0.55))
    } else if let interval = bounds.interval, interval.count <= 800 {
      claims.append(
        Claim(
          interval: interval, method: .text, source: "text",
          range: bounds.latestRange, confidence: 0.5))
    }
  }

  private mutating func claim(
    _ interval: DateInterval, _ method: DocumentDate.Method, _ source: String, confidence: Double
  ) {
    claims.append(
      Claim(interval: interval, method: method, source: source, confidence: confidence))
  }

  // MARK: Deciding

  mutating func decision() -> DocumentDate {
    for index in claims.indices where claims[index].objection == nil {
      claims[index].objection = bounds.objection(
        to: claims[index].interval, hardOnly: claims[index].method == .given, quote: input.quote)
    }
    let winner = claims.first { $0.objection == nil }
    let candidates = claims.map { claim in
      DateCandidate(
        edtf: EDTF.text(claim.interval), source: claim.source, range: claim.range,
        rejected: claim.objection ?? winner.flatMap { rejection(of: claim, by: $0) })
    }
    return DocumentDate(
      interval: winner?.interval, method: winner?.method ?? .none,
      confidence: winner?.confidence ?? 0, candidates: candidates)
  }

  private func rejection(of claim: Claim, by winner: Claim) -> String? {
    if claim.interval.overlaps(winner.interval) { return nil }
    return "differs from the \(winner.source)'s date, which is trusted more"
  }
}
