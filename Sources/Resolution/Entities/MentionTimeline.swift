import Text

/// The mentions of a document's people by their starts, to walk back from a token to whoever was mentioned before.
struct MentionTimeline {
  private struct Entry {
    var start: Int
    var id: EntityID
  }

  /// Those that were known at first, and those that came later; each by start, of one start the first entity last.
  private var entries: [Entry]
  private var later: [Entry] = []

  /// The mentions of some entities. O(n log n).
  init(of entities: some Sequence<Entity>) {
    entries = entities.enumerated().flatMap { number, entity in
      entity.mentions.map { Entry(start: $0.tokens.start, id: EntityID(number)) }
    }
    entries.sort { ($0.start, $1.id) < ($1.start, $0.id) }
  }

  /// Adds a mention that starts no earlier than those that were added before. O(1).
  mutating func add(_ id: EntityID, at start: Int) { later.append(Entry(start: start, id: id)) }

  /// Whoever was mentioned last before a token and fits; of several who are named with one token, the first.
  ///
  /// O(log n) and the mentions that do not fit in between.
  func last(before token: Int, where fits: (EntityID) -> Bool) -> EntityID? {
    var old = entries.partitioningIndex { $0.start >= token } - 1
    var new = later.partitioningIndex { $0.start >= token } - 1
    while old >= 0 || new >= 0 {
      let entry: Entry
      if new < 0 || old >= 0 && isNearer(entries[old], than: later[new]) {
        entry = entries[old]
        old -= 1
      } else {
        entry = later[new]
        new -= 1
      }
      if fits(entry.id) { return entry.id }
    }
    return nil
  }

  private func isNearer(_ a: Entry, than b: Entry) -> Bool {
    (a.start, b.id) > (b.start, a.id)
  }
}
