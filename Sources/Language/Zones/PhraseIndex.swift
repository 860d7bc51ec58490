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

  private struct Entry: Sendable {
    var words: [WordKey]
    var place: Place
    var cue: LineCue
  }

  private var entries: [WordKey: [Entry]] = [:]

  mutating func add(_ text: String, at place: Place, cue: LineCue) {
    let words = WordKey.words(of: text)
    guard let first = words.first else { return }
    entries[first, default: []].append(Entry(words: words, place: place, cue: cue))
  }

  /// The cue of the first phrase that the words hold, the longest where several begin alike, and its words.
  ///
  /// `words` is a line's beginning; `isWhole` tells that it is all of it.
  func cue(in words: [WordScanner.Word], isWhole: Bool) -> (cue: LineCue, length: Int)? {
    for start in words.indices {
      guard let candidates = entries[words[start].key] else { continue }
      let found = candidates.filter { matches($0, words, start, isWhole) }
      if let best = found.max(by: { $0.words.count < $1.words.count }) {
        return (best.cue, best.words.count)
      }
    }
    return nil
  }

  private func matches(
    _ entry: Entry, _ words: [WordScanner.Word], _ start: Int, _ isWhole: Bool
  ) -> Bool {
    let end = start + entry.words.count
    guard end <= words.count, zip(entry.words, words[start...]).allSatisfy({ $0 == $1.key })
    else { return false }
    let reachesEnd = isWhole && words[end...].allSatisfy(\.isNumber)
    switch entry.place {
    case .any: return true
    case .start: return start == 0
    case .end: return reachesEnd
    case .line: return reachesEnd && words[..<start].allSatisfy(\.isNumber)
    }
  }
}
