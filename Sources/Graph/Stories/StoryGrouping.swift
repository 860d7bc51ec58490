/// Groups documents whose texts are near-duplicates, such as the copies of a wire story on many sites.
///
/// Pairs that share a rare enough hash are compared, and the most alike are joined first. Two groups become one only
/// if half of some pairs between them are alike: one page of each on the same site, with the same furniture, is no
/// reason.
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
  /// Members of a group that stand for it when two groups are compared.
  private static let delegates = 4

  /// For each sketch the index of the first of its story. O(n log n).
  ///
  /// Which documents are compared depends on the order of the sketches: give them sorted by id.
  static func stories(of sketches: [ShingleSketch]) -> [Int] {
    var sets = DisjointSets(count: sketches.count)
    var delegates = sketches.indices.map { [$0] }
    for pair in alike(sketches) {
      let one = sets.representative(of: pair.first)
      let other = sets.representative(of: pair.second)
      guard one != other, isSameStory(delegates[one], delegates[other], of: sketches) else {
        continue
      }
      sets.join(one, other)
      let joined = (delegates[one] + delegates[other]).prefix(Self.delegates)
      delegates[max(one, other)] = []
      delegates[min(one, other)] = Array(joined)
    }
    return sets.representatives()
  }

  /// How much of the smaller text the other holds, in percent; nil where they are no copies of one story, small
  /// changes and a cut apart.
  static func likeness(_ a: ShingleSketch, _ b: ShingleSketch) -> Int? {
    let overlap = a.overlap(with: b)
    guard overlap.smaller >= shortest else { return a == b && !a.hashes.isEmpty ? 100 : nil }
    let share = overlap.shared * 100 / overlap.smaller
    return share >= containment && overlap.shared * 100 >= overlap.union * resemblance
      ? share : nil
  }

  private static func isSameStory(
    _ some: [Int], _ others: [Int], of sketches: [ShingleSketch]
  ) -> Bool {
    var alike = 0
    for one in some {
      alike += others.count { likeness(sketches[one], sketches[$0]) != nil }
    }
    return alike * 2 >= some.count * others.count
  }

  private struct Pair: Hashable {
    var first: Int
    var second: Int
  }

  /// Pairs that are alike, the most alike first.
  private static func alike(_ sketches: [ShingleSketch]) -> [Pair] {
    let pairs = candidates(sketches).compactMap { pair in
      likeness(sketches[pair.first], sketches[pair.second]).map { (pair: pair, likeness: $0) }
    }
    return pairs.sorted { a, b in
      (-a.likeness, a.pair.first, a.pair.second) < (-b.likeness, b.pair.first, b.pair.second)
    }.map(\.pair)
  }

  /// Pairs of documents that are neighbours under one of the smallest hashes of their sketches.
  private static func candidates(_ sketches: [ShingleSketch]) -> Set<Pair> {
    var entries: [(hash: UInt64, document: Int)] = []
    for (document, sketch) in sketches.enumerated() {
      for hash in sketch.hashes.prefix(lookups) { entries.append((hash, document)) }
    }
    entries.sort { ($0.hash, $0.document) < ($1.hash, $1.document) }
    var pairs: Set<Pair> = []
    for position in entries.indices {
      for back in 1...neighbours where position >= back {
        let (entry, earlier) = (entries[position], entries[position - back])
        guard entry.hash == earlier.hash else { break }
        pairs.insert(Pair(first: earlier.document, second: entry.document))
      }
    }
    return pairs
  }
}
