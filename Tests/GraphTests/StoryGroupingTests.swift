import Testing

@testable import Graph

@Suite struct StoryGroupingTests {
  /// F1 of the pairs of pages that are put together.
  private static func score(_ found: [Int], _ gold: [Int]) -> Double {
    var (right, together, same) = (0, 0, 0)
    for a in found.indices {
      for b in found.indices where a < b {
        if found[a] == found[b] { together += 1 }
        if gold[a] == gold[b] { same += 1 }
        if found[a] == found[b], gold[a] == gold[b] { right += 1 }
      }
    }
    return 2 * Double(right) / Double(max(1, together + same))
  }

  @Test(arguments: [true, false]) func groupsCopies(hasZones: Bool) {
    var generator = StoryPages()
    let pages = generator.pages(stories: 50, copies: 40)
    let sketches = pages.map {
      BodyText.sketch(of: Array($0.text.unicodeScalars), bodies: hasZones ? [$0.body] : [])
    }
    let found = StoryGrouping.stories(of: sketches)
    let score = Self.score(found, pages.map(\.story))
    #expect(score >= 0.95, "F1 of pairs \(score) over \(pages.count) pages")
    let backwards = Array(StoryGrouping.stories(of: sketches.reversed()).reversed())
    #expect(Self.score(backwards, found) >= 0.98)
  }

  @Test func keepsShortTextsApart() {
    let texts = ["One two three four five six.", "One two three four five seven.", ""]
    let sketches = (texts + texts).map { ShingleSketch($0.unicodeScalars) }
    #expect(StoryGrouping.stories(of: sketches) == [0, 1, 2, 0, 1, 5])
  }

  @Test func fingerprintIsTheBodys() {
    let body = "Words that stand in the body of a page, as many as a line of prose has."
    let pages = ["Home\n", "Menu – 漢😀\nSearch\n"].map { head -> String in
      let text = Array((head + body).utf8)
      let zone = ZoneRecord(kind: "body", range: .init(head.utf8.count, text.count))
      return BodyText.fingerprint(text: text, zones: [zone])
    }
    #expect(pages[0] == pages[1])
    #expect(pages[0].utf8.count == 16)
    #expect(pages[0] == BodyText.fingerprint(text: Array(body.uppercased().utf8), zones: []))
    #expect(pages[0] != BodyText.fingerprint(text: Array("Other words".utf8), zones: []))
  }

  /// Words are the same whether a text is given as code points or as UTF-8.
  @Test func readsUTF8() {
    let text = "Don't stop: naïve 漢字 и слова, №5—x😀y Z9\u{FFFD}\u{D7}end"
    var words = StoryWords()
    words.add(utf8: Array(text.utf8).span)
    #expect(words.hashes == StoryWords.hashes(of: text.unicodeScalars))
    for cut in 0...text.utf8.count {
      var words = StoryWords()
      // A code point that is cut is a caller's mistake, but not one that ends the process.
      words.add(utf8: Array(text.utf8).span.extracting(cut...))
    }
  }

  /// The same where stretches of ASCII are read at once: words that begin and end at every place of them, and code
  /// points beyond ASCII at every place.
  @Test(arguments: ["e", " ", "é", "—", "漢"]) func readsStretches(_ mark: String) {
    let sentence = "A delegation of 12 spoke about Internationalisation, twice, in O'Brien's tent. "
    let words = String(repeating: sentence, count: 3)
    for place in 0..<sentence.utf8.count {
      var text = Array(words.utf8)
      text.insert(contentsOf: mark.utf8, at: place + 20)
      var read = StoryWords()
      read.add(utf8: text.span)
      let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
      #expect(read.hashes == StoryWords.hashes(of: scalars))
    }
  }

  /// A text that says everything several times has the sketch of the text that says it once.
  @Test(arguments: [4, 40, 255, 256, 257, 300, 513, 2000])
  func ignoresWhatIsSaidAgain(_ count: Int) {
    let words = (0..<count).map { StoryWords.mixed(UInt64($0)) }
    let shingles = ShingleSketch(words: words + words.prefix(ShingleSketch.width - 1))
    let again = ShingleSketch(words: words + words + words + words.prefix(ShingleSketch.width - 1))
    #expect(shingles == again)
    #expect(shingles.hashes == Array(Set(shingles.hashes)).sorted())
    #expect(shingles.hashes.count <= ShingleSketch.capacity)
    #expect((shingles.depth == 0) == (count <= ShingleSketch.capacity))
  }

  private func ordered(_ hashes: [UInt64], capacity: Int) -> [UInt64]? {
    var ordered = OrderedHashes(depth: 0, capacity: capacity)
    return ordered.insert(hashes) ? ordered.sorted : nil
  }

  @Test func ordersHashes() {
    let hashes: [UInt64] = [9, .max, .max - 1, 9, 1 << 63, .max, 1 << 54, 5]
    #expect(ordered(hashes, capacity: 6) == Array(Set(hashes)).sorted())
    #expect(ordered(hashes + [7], capacity: 6) == nil)
    // All have the same place, the last.
    let last = (0..<256).map { UInt64.max - UInt64($0) }
    #expect(ordered(last, capacity: 256) == last.sorted())
    #expect(ordered(last + [3], capacity: 256) == nil)
  }

  /// The sample of a longer text gives about the containment that all its shingles give.
  @Test func samplesAreFair() {
    let words = (0..<4000).map { "w\($0)" }
    let whole = ShingleSketch(words.joined(separator: " ").unicodeScalars)
    let half = ShingleSketch(words.prefix(2000).joined(separator: " ").unicodeScalars)
    let overlap = whole.overlap(with: half)
    #expect(whole.hashes.count <= ShingleSketch.capacity)
    #expect(overlap.shared == overlap.smaller)
    #expect((35...65).contains(overlap.shared * 100 / overlap.union))
  }
}
