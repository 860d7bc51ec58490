import Text

/// The words of a corpus, and words that are not in it.
struct CorpusWords {
  /// Distinct words of lower-case letters, the most frequent first.
  let frequent: [String]
  private let known: Set<String>

  /// O(bytes of the corpus).
  init(_ corpus: Corpus) {
    var counts: [[UInt8]: Int] = [:]
    for document in corpus.documents {
      for word in document.text.split(whereSeparator: { !Self.isLetter($0) }) {
        counts[Array(word), default: 0] += 1
      }
    }
    let words = counts.map { (word: String(decoding: $0.key, as: UTF8.self), count: $0.value) }
    known = Set(words.map { $0.word.lowercased() })
    frequent = words.filter { $0.word.count > 1 && $0.word == $0.word.lowercased() }
      .sorted { ($1.count, $0.word) < ($0.count, $1.word) }.map(\.word)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  /// One of the most frequent words.
  func frequent(_ draws: inout SplitMix64) -> String {
    frequent.prefix(5_000).randomElement(using: &draws) ?? "a"
  }

  /// A word that looks like one of the corpus and is not in it.
  func absent(_ draws: inout SplitMix64) -> String {
    while true {
      let word = "\(frequent(&draws).prefix(3))\(frequent(&draws).suffix(4))"
      if !known.contains(word) { return word }
    }
  }
}
