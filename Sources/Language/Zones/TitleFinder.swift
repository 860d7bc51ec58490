import Text

/// Finds the article's title among the lines before its body.
struct TitleFinder {
  let text: [UInt8]
  let lines: [PageLine]
  /// The title that came with the document.
  let given: String?

  /// How many lines before the body are looked at.
  private static let reach = 40

  /// The title's lines before the body, in order: the one that the document names or that is said twice, else the
  /// longest of the few lines before the body.
  func titles(before body: Int) -> [Int] {
    let near = max(0, body - Self.reach)..<body
    let head = near.filter { isCandidate(lines[$0]) }
    // The trail of a page may end in its title: "Home > World > Envoys meet".
    let trails = near.filter { isCandidate(lines[$0], isTrail: true) }
    let named = given.map { title in head.filter { matches(lines[$0], title) } } ?? []
    if !named.isEmpty { return withDoubles(named, trails) }
    let doubled = head.filter { index in trails.contains { $0 != index && doubles($0, index) } }
    if !doubled.isEmpty { return withDoubles(doubled, trails) }
    let last = head.suffix(8)
    if let heading = last.last(where: { lines[$0].kind == .heading }) { return [heading] }
    let longest = last.max { (lines[$0].words, -$0) < (lines[$1].words, -$1) }
    return longest.map { [$0] } ?? []
  }

  private func isCandidate(_ line: PageLine, isTrail: Bool = false) -> Bool {
    (line.cue == nil || isTrail && line.cue == .navigation) && !line.isDate && !line.isRule
      && line.words >= 2 && line.words <= 40 && line.range.count <= 400
      && line.innerStops <= 1
  }

  private func withDoubles(_ found: [Int], _ head: [Int]) -> [Int] {
    head.filter { index in
      found.contains(index) || found.contains { doubles(index, $0) || doubles($0, index) }
    }
  }

  /// The line has the other's words in it: the page's title with the site's name, and the headline.
  private func doubles(_ outer: Int, _ inner: Int) -> Bool {
    guard lines[inner].words >= 4, lines[inner].range.count <= lines[outer].range.count else {
      return false
    }
    let (range, part) = (lines[outer].range, lines[inner].range)
    return TextBytes.contains(
      text.span.extracting(range.start..<range.end), text.span.extracting(part.start..<part.end))
  }

  /// Same words as the given title, which may have the site's name at its end.
  private func matches(_ line: PageLine, _ title: String) -> Bool {
    let line = WordKey.words(
      of: String(decoding: text[line.range.start..<line.range.end], as: UTF8.self))
    let title = WordKey.words(of: title)
    return line == title
      || line.count >= 2 && line.count * 2 >= title.count && title.starts(with: line)
      || title.count >= 4 && line.starts(with: title)
  }
}
