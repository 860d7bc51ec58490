/// Phrases found in a line by their words.
struct PhraseIndex: Sendable {
  /// Where in a line a phrase must stand.
  enum Place: String, Sendable, CaseIterable {
    /// It is the whole line, numbers apart.
    case line
    case start
    /// It ends the line, numbers apart.
    case end
    case any
  }

  /// A word of a line, as far as phrases need it.
  struct Word {
    var key: WordKey
    var isNumber: Bool
    /// The group of phrases that it begins, if any.
    var phrases: UInt16?
  }

  private struct Entry: Sendable {
    /// How many words there are; the second tells most phrases from a line.
    var count: Int
    var second: WordKey?
    /// Where its words begin among those of all phrases.
    var start: Int
    var place: Place
    var cue: LineCue
  }

  /// The phrases that begin with one word.
  private struct Group: Sendable {
    var entries: [Entry] = []
    /// A bit for each value of the highest bits that the second word of some phrase has; all where one has no second.
    private var seconds: UInt64 = 0

    mutating func add(_ entry: Entry) {
      entries.append(entry)
      seconds |= entry.second.map(Self.bit) ?? .max
    }

    /// False where no phrase goes on with such a word.
    func mayGoOn(with word: WordKey) -> Bool { seconds & Self.bit(of: word) != 0 }

    private static func bit(of word: WordKey) -> UInt64 { 1 &<< (word.value &>> 58) }
  }

  /// For each word that begins a phrase.
  private var groups: [Group] = []
  /// The words of all phrases, one phrase behind the other.
  private var keys: [WordKey] = []

  /// Adds a phrase to the group of its first word, which the table of words remembers.
  mutating func add(_ text: String, at place: Place, cue: LineCue, words table: inout ZoneWords) {
    let words = WordKey.words(of: text)
    guard let first = words.first else { return }
    let group = table.meaning(of: first).phrases ?? UInt16(groups.count)
    if group == groups.count {
      groups.append(Group())
      table.setPhrases(group, of: first)
    }
    groups[Int(group)].add(
      Entry(
        count: words.count, second: words.dropFirst().first, start: keys.count, place: place,
        cue: cue))
    keys += words
  }

  /// The cue of the first phrase that the words hold, the longest where several begin alike, and its words.
  ///
  /// `words` is a line's beginning; `isWhole` tells that it is all of it.
  func cue(in words: [Word], isWhole: Bool) -> (cue: LineCue, length: Int)? {
    for start in words.indices {
      guard let group = words[start].phrases,
        start + 1 == words.count || groups[Int(group)].mayGoOn(with: words[start + 1].key)
      else { continue }
      var best: (cue: LineCue, length: Int)?
      for entry in groups[Int(group)].entries
      where entry.count > best?.length ?? 0 && matches(entry, words, start, isWhole) {
        best = (entry.cue, entry.count)
      }
      if let best { return best }
    }
    return nil
  }

  private func matches(_ entry: Entry, _ words: [Word], _ start: Int, _ isWhole: Bool) -> Bool {
    let end = start + entry.count
    guard end <= words.count else { return false }
    if let second = entry.second, words[start + 1].key != second { return false }
    for index in 0..<entry.count where keys[entry.start + index] != words[start + index].key {
      return false
    }
    switch entry.place {
    case .any: return true
    case .start: return start == 0
    case .end: return isWhole && Self.areNumbers(words[end...])
    case .line:
      return isWhole && Self.areNumbers(words[end...]) && Self.areNumbers(words[..<start])
    }
  }

  private static func areNumbers(_ words: ArraySlice<Word>) -> Bool { words.allSatisfy(\.isNumber) }
}
