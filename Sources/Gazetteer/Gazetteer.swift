package import Text

/// A compiled list: entries found by longest match over token ids, each with its columns.
///
/// Immutable and shared between workers. Look-up is O(tokens of the match).
package struct Gazetteer: Sendable {
  /// How the case of an entry binds the text.
  package enum LetterCase: String, Sendable, CaseIterable {
    /// Words in lower case match any case; words with capitals match themselves and all capitals.
    case smart
    case exact
    case fold
  }

  /// One entry that matches from a position: its row and how many tokens it takes.
  package struct Match: Sendable, Hashable {
    package var row: Int
    package var length: Int
  }

  package let columns: [String]
  private let cells: [[String]]
  private let letterCase: LetterCase
  /// Child of a node by (node, folded token).
  private var children: [UInt64: UInt32] = [:]
  /// Rows that end at a node, with the spelling that their case asks for.
  private var endings: [[(row: Int, spelling: [TokenID])]] = [[]]

  /// An empty list with the columns that its rows will have.
  package init(columns: [String], letterCase: LetterCase) {
    self.columns = columns
    self.letterCase = letterCase
    cells = []
  }

  /// A list of rows: the spellings that each is found by, cut into tokens, and its cells.
  package init(
    columns: [String], rows: [(spellings: [[TokenID]], cells: [String])],
    letterCase: LetterCase, vocabulary: Vocabulary
  ) {
    self.columns = columns
    self.letterCase = letterCase
    cells = rows.map(\.cells)
    for (row, entry) in rows.enumerated() {
      for spelling in entry.spellings where !spelling.isEmpty {
        insert(spelling, row: row, vocabulary: vocabulary)
      }
    }
  }

  package var count: Int { cells.count }

  /// The cell of a row, nil where the list has no such column.
  package func cell(_ row: Int, _ column: String) -> String? {
    columns.firstIndex(of: column).map { cells[row][$0] }
  }

  private mutating func insert(_ spelling: [TokenID], row: Int, vocabulary: Vocabulary) {
    var node: UInt32 = 0
    for token in spelling {
      let key = Self.key(node, vocabulary.folded(token))
      if let child = children[key] {
        node = child
      } else {
        node = UInt32(endings.count)
        children[key] = node
        endings.append([])
      }
    }
    endings[Int(node)].append((row, spelling))
  }

  private static func key(_ node: UInt32, _ token: TokenID) -> UInt64 {
    UInt64(node) << 32 | UInt64(token.rawValue)
  }

  /// Whether some entry begins with this token; a cheap first question.
  package func begins(with token: TokenID, in vocabulary: Vocabulary) -> Bool {
    children[Self.key(0, vocabulary.folded(token))] != nil
  }

  /// The entries that start at token `start` and are the longest there, in list order; none may reach past `end`.
  package func longestMatches(
    at start: Int, before end: Int, in tokens: [Token], vocabulary: Vocabulary
  ) -> [Match] {
    var node: UInt32 = 0
    var best: [Match] = []
    for index in start..<end {
      let folded = vocabulary.folded(tokens[index].id)
      guard let child = children[Self.key(node, folded)] else { break }
      node = child
      let length = index + 1 - start
      let found = endings[Int(node)].filter { ending in
        agrees(ending.spelling, tokens[start...index], vocabulary)
      }
      if !found.isEmpty { best = found.map { Match(row: $0.row, length: length) } }
    }
    return best
  }

  private func agrees(
    _ spelling: [TokenID], _ tokens: ArraySlice<Token>, _ vocabulary: Vocabulary
  ) -> Bool {
    switch letterCase {
    case .fold: return true
    case .exact: return zip(spelling, tokens).allSatisfy { $0 == $1.id }
    case .smart:
      return zip(spelling, tokens).allSatisfy { word, token in
        word == token.id || vocabulary.shape(word).letterCase == .lower
          || vocabulary.shape(token.id).letterCase == .upper
      }
    }
  }
}
