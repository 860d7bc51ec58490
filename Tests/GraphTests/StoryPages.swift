@testable import Graph

/// Pages of made-up stories and their copies on other sites, the same on every run.
struct StoryPages {
  struct Page {
    var story: Int
    var text: String
    /// Code points of the article.
    var body: Range<Int>
  }

  /// SplitMix64.
  struct Generator: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      return StoryWords.mixed(state)
    }
  }

  var random = Generator(state: 7)
  private static let syllables = [
    "ba", "co", "di", "fu", "ga", "ho", "ki", "lu", "ma", "no", "pe", "ri", "sa", "to", "vu",
  ]
  private static let glue = ["the", "of", "and", "in", "to", "a", "said", "that", "on", "with"]

  private mutating func word() -> String {
    if Int.random(in: 0..<100, using: &random) < 45 { return pick(Self.glue) }
    let size = Int.random(in: 1...2, using: &random)
    return (0...size).map { _ in pick(Self.syllables) }.joined()
  }

  private mutating func pick(_ words: [String]) -> String {
    words[Int.random(in: 0..<words.count, using: &random)]
  }

  private mutating func paragraph(words: Int) -> String {
    (0..<words).map { _ in word() }.joined(separator: " ").capitalizedStart + "."
  }

  private mutating func line(words: ClosedRange<Int>) -> String {
    paragraph(words: Int.random(in: words, using: &random))
  }

  /// Copies of `stories` stories of few topics; stories of a topic share a paragraph of background.
  mutating func pages(stories: Int, copies: Int) -> [Page] {
    let sites = (0..<20).map { _ in
      (
        head: (0..<8).map { _ in line(words: 1...4) },
        foot: (0..<6).map { _ in line(words: 2...16) }
      )
    }
    let backgrounds = (0..<max(1, stories / 5)).map { _ in line(words: 40...60) }
    var pages: [Page] = []
    for story in 0..<stories {
      let own = (0..<Int.random(in: 4...9, using: &random)).map { _ in line(words: 25...50) }
      let article = own + [backgrounds[story % backgrounds.count]]
      for copy in 0..<Int.random(in: 1...copies, using: &random) {
        let site = sites[(story * 7 + copy) % sites.count]
        pages.append(page(story, copied(article), head: site.head, foot: site.foot))
      }
    }
    return pages
  }

  private func page(_ story: Int, _ article: [String], head: [String], foot: [String]) -> Page {
    let before = head.joined(separator: "\n") + "\n"
    let body = article.joined(separator: "\n")
    let start = before.unicodeScalars.count
    return Page(
      story: story, text: before + body + "\n" + foot.joined(separator: "\n"),
      body: start..<(start + body.unicodeScalars.count))
  }

  /// The paragraphs with one cut and a word in fifty changed.
  private mutating func copied(_ article: [String]) -> [String] {
    var article = article
    if Bool.random(using: &random) {
      article.remove(at: Int.random(in: 0..<article.count, using: &random))
    }
    return article.map { paragraph in
      paragraph.split(separator: " ").map { word in
        Int.random(in: 0..<50, using: &random) == 0 ? self.word() : String(word)
      }.joined(separator: " ")
    }
  }
}

extension String {
  fileprivate var capitalizedStart: String { prefix(1).uppercased() + dropFirst() }
}
