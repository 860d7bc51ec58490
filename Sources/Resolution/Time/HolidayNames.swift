/// The names of holidays, each a row of words that are listed; found by their first.
struct HolidayNames: Sendable {
  private struct Name: Sendable {
    /// The numbers of the words behind the first.
    var rest: [Int]
    var holiday: Holiday
  }

  /// By the number of the first word, the longest name first.
  private var names: [Int: [Name]] = [:]

  mutating func add(_ words: [Int], _ holiday: Holiday) {
    guard let first = words.first else { return }
    names[first, default: []].append(Name(rest: Array(words.dropFirst()), holiday: holiday))
    names[first]?.sort { $0.rest.count > $1.rest.count }
  }

  /// The holiday whose name begins with a word, and how many words it has; `word` gives the numbers of those that follow.
  func holiday(_ first: Int, word: (Int) -> Int) -> (holiday: Holiday, count: Int)? {
    let found = names[first]?.first { name in
      name.rest.indices.allSatisfy { name.rest[$0] == word($0 + 1) }
    }
    return found.map { ($0.holiday, $0.rest.count + 1) }
  }
}
