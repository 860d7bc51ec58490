/// Finds the name that a writer most likely meant.
package enum NearestName {
  /// Bytes of a name that is compared at most; nobody misspells longer ones.
  private static let maximumLength = 128

  /// The candidate within the fewest edits of `name` (Damerau-Levenshtein, restricted), at most a third of
  /// its length and never more than two; nil where none is near. Ties go to the first in alphabetical order.
  package static func find(_ name: String, in candidates: some Sequence<String>) -> String? {
    guard name.utf8.count <= maximumLength else { return nil }
    let limit = max(1, min(2, name.count / 3 + 1))
    return candidates.filter { $0.utf8.count <= maximumLength }
      .map { (distance(name, $0), $0) }
      .filter { $0.0 <= limit }
      .min { $0 < $1 }?.1
  }

  /// Edits (insert, delete, substitute, swap of neighbours) between two names. O(n·m).
  package static func distance(_ a: String, _ b: String) -> Int {
    let a = Array(a.unicodeScalars)
    let b = Array(b.unicodeScalars)
    var before = [Int]()
    var previous = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var best = min(previous[j + 1] + 1, row[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          best = min(best, before[j - 1] + 1)
        }
        row.append(best)
      }
      before = previous
      previous = row
    }
    return previous[b.count]
  }
}
