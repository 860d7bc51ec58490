/// Groups documents whose texts are near-duplicates, such as the copies of a wire story on many sites.
enum StoryGrouping {
  /// Hashes of a sketch under which a document is looked up.
  private static let lookups = 32
  /// Neighbours under one hash with which a document is compared, which keeps the work linear.
  private static let neighbours = 4
  /// Of the smaller text, how much the other must hold, in percent.
  private static let containment = 50
  /// Of both texts, how much they must share, in percent: keeps an excerpt from joining two stories.
  private static let resemblance = 22
  /// Texts of fewer shingles are one story only where they are equal.
  private static let shortest = 8

  /// For each sketch the index of the first of its story. O(n log n).
  ///
  /// Which documents are compared depends on the order of the sketches: give them sorted by id.
  static func stories(of sketches: [ShingleSketch]) -> [Int] {
    var sets = DisjointSets(count: sketches.count)
    let entries = index(of: sketches)
    for position in entries.indices {
      for back in 1...neighbours where position >= back {
        let (entry, earlier) = (entries[position], entries[position - back])
        guard entry.hash == earlier.hash else { break }
        let isJoined =
          sets.representative(of: entry.document) == sets.representative(of: earlier.document)
        if !isJoined, isSameStory(sketches[entry.document], sketches[earlier.document]) {
          sets.join(entry.document, earlier.document)
        }
      }
    }
    return sets.representatives()
  }

  /// Whether two texts are copies of one story, small changes and a cut apart.
  static func isSameStory(_ a: ShingleSketch, _ b: ShingleSketch) -> Bool {
    let overlap = a.overlap(with: b)
    guard overlap.smaller >= shortest else { return a == b && !a.hashes.isEmpty }
    return overlap.shared * 100 >= overlap.smaller * containment
      && overlap.shared * 100 >= overlap.union * resemblance
  }

  private typealias Entry = (hash: UInt64, document: Int)

  /// The smallest hashes of every sketch, sorted by hash, then by document.
  private static func index(of sketches: [ShingleSketch]) -> [Entry] {
    var entries: [Entry] = []
    for (document, sketch) in sketches.enumerated() {
      for hash in sketch.hashes.prefix(lookups) { entries.append((hash, document)) }
    }
    entries.sort { ($0.hash, $0.document) < ($1.hash, $1.document) }
    return entries
  }
}
