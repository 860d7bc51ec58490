import Text

/// Sorts the lines of one document into zones.
struct LineSorter {
  let document: InputDocument
  let lines: [PageLine]
  let datelines: DatelineFinder
  let tables: ZoneTables

  private var isPage: Bool { !document.blocks.isEmpty }

  func kinds() -> [ZoneKind] {
    if !isPage && isPlain { return plainKinds() }
    let finder = ContainerFinder(labels: tables.labels)
    let everywhere = (inside: lines.map { _ in true }, isMarked: false)
    let (isInside, isMarked) =
      isPage ? finder.contained(document.blocks, lines) : everywhere
    guard let body = body(isInside, isMarked) else {
      return lines.map { $0.cue?.zone ?? .body }
    }
    var kinds = self.head(body.lowerBound)
    for index in body { kinds.append(isInside[index] ? inner(index, body) : aside(index)) }
    kinds += tail(body.upperBound)
    return kinds
  }

  // MARK: Texts without the marks of a page

  /// Nothing looks like a menu or a list of headlines, and lines that are no sentences are few.
  private var isPlain: Bool {
    var loose = 0
    var prose = 0
    var run = 0
    for (index, line) in lines.enumerated() {
      switch line.cue {
      case .navigation, .share, .comments: return false
      case .related where !line.hasStop && line.words <= 4: return false
      default: break
      }
      if line.isMenu { return false }
      let isLoose = !line.hasStop && !line.isProse && line.cue == nil && !line.isDate
      run = isLoose && index > 0 ? run + 1 : 0
      if run >= 3 { return false }
      if isLoose && index > 0 { loose += line.words } else { prose += line.words }
    }
    return loose * 6 <= prose
  }

  private func plainKinds() -> [ZoneKind] {
    // After the first sentence, a line with a date is the article's own: "Trujillo, 20 October 2017".
    let start = lines.firstIndex(where: \.isProse) ?? 0
    var kinds = lines.enumerated().map { index, line -> ZoneKind in
      if line.isDate || line.cue == .date { return index < start ? .pageDate : .body }
      return line.cue?.zone ?? .body
    }
    if lines.count > 1, isTitle(lines[0]) { kinds[0] = .title }
    if !kinds.contains(.body) { kinds = lines.map { _ in .body } }
    return kinds
  }

  private func isTitle(_ line: PageLine) -> Bool {
    line.cue == nil && !line.isDate && !line.isRule && !line.hasStop && !line.endsWithColon
      && line.words <= 30 && datelines.dateline(in: line.range) == nil
  }

  // MARK: Pages

  /// The lines from the first to the last of the body.
  private func body(_ isInside: [Bool], _ isMarked: Bool) -> Range<Int>? {
    let candidates = lines.indices.filter { isInside[$0] }
    var scores = candidates.map { index in
      let score = BodySegment.score(lines[index])
      // In an element that is marked as the article's, short lines are its tables and lists.
      return isMarked && lines[index].cue == nil ? max(score, -1) : score
    }
    for (position, index) in candidates.enumerated()
    where lines[index].cue == nil && datelines.dateline(in: lines[index].range) != nil {
      scores[position] = max(scores[position], 0) + 20
    }
    if let end = commentsStart(candidates) { scores.removeSubrange(end...) }
    guard let best = BodySegment.best(scores), let first = candidates[best].first,
      let last = candidates[best].last
    else { return nil }
    return first..<last + 1
  }

  /// Where the readers' comments begin: at a heading that says so, after most of an article.
  private func commentsStart(_ candidates: [Int]) -> Int? {
    var words = 0
    for (position, index) in candidates.enumerated() {
      if lines[index].cue == .comments, words >= 100 { return position }
      if lines[index].isProse { words += lines[index].words }
    }
    return nil
  }

  private func head(_ end: Int) -> [ZoneKind] {
    let titles = TitleFinder(text: document.text, lines: lines, given: document.title)
      .titles(before: end)
    return (0..<end).map { index in
      if isStrayText(index) { return .body }
      if titles.contains(index) { return .title }
      let line = lines[index]
      if line.isDate { return .pageDate }
      if let cue = line.cue { return cue.zone }
      return line.hasSentences ? .furniture : .navigation
    }
  }

  private func inner(_ index: Int, _ body: Range<Int>) -> ZoneKind {
    let line = lines[index]
    if let cue = line.cue { return cue.zone }
    if line.isRule || line.isMenu { return .furniture }
    if let share = line.linkShare, share > (line.isProse ? 0.8 : 0.6) { return .related }
    if line.isProse || line.hasStop || line.words >= 14 { return .body }
    if isPage { return .body }
    if datelines.dateline(in: line.range) != nil { return .body }
    if line.isBullet || line.isDate { return .furniture }
    return looseRun(index, body) >= 3 ? .related : .furniture
  }

  /// Lines around this one, itself included, that are no sentences.
  private func looseRun(_ index: Int, _ body: Range<Int>) -> Int {
    func isLoose(_ index: Int) -> Bool {
      body.contains(index) && !lines[index].hasStop && !lines[index].isProse
    }
    var count = 1
    var before = index - 1
    while count < 3, isLoose(before) {
      count += 1
      before -= 1
    }
    var after = index + 1
    while count < 3, isLoose(after) {
      count += 1
      after += 1
    }
    return count
  }

  private func aside(_ index: Int) -> ZoneKind { lines[index].cue?.zone ?? .furniture }

  private func tail(_ start: Int) -> [ZoneKind] {
    var section = ZoneKind.furniture
    return (start..<lines.count).map { index in
      let line = lines[index]
      switch line.cue {
      case .related: section = .related
      case .comments: section = .comments
      case .navigation, .furniture, .share, .credit, .byline, .date:
        if section == .comments { return .comments }
        return line.cue?.zone ?? section
      case nil: break
      }
      return section == .furniture && isStrayText(index) ? .body : section
    }
  }

  /// A paragraph of a plain text that something parts from the rest, such as the remains of a video player.
  private func isStrayText(_ index: Int) -> Bool {
    let line = lines[index]
    return !isPage && line.cue == nil && line.innerStops >= 1 && line.words >= 40
  }
}
