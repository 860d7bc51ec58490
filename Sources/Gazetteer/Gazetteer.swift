package import Text

/// A compiled list: entries found by longest match over token ids, each with its columns.
///
/// Immutable and shared between workers. Look-up is O(tokens of the match) and allocates nothing.
package final class Gazetteer: Sendable {
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

  /// An entry of the list with the tokens that spell it.
  package typealias Entry = (spellings: [[TokenID]], cells: [String])

  package let columns: [String]
  private let letterCase: LetterCase
  private let trie: TokenTrie
  /// The distinct texts of all cells.
  private let texts: TextPool
  /// For each row and column the text that stands there.
  private let cells: [UInt32]
  package let count: Int

  /// An empty list with the columns that its rows will have.
  package convenience init(columns: [String], letterCase: LetterCase) {
    self.init(columns: columns, rows: [], letterCase: letterCase, vocabulary: Vocabulary())
  }

  /// A list of rows: the spellings that each is found by, cut into tokens, and its cells.
  package init(
    columns: [String], rows: [Entry], letterCase: LetterCase, vocabulary: Vocabulary
  ) {
    self.columns = columns
    self.letterCase = letterCase
    count = rows.count
    (texts, cells) = TextPool.pool(rows.flatMap(\.cells))
    trie = TokenTrie(rows: rows.map(\.spellings), vocabulary: vocabulary)
  }

  /// The cell of a row, nil where the list has no such column.
  package func cell(_ row: Int, _ column: String) -> String? {
    columns.firstIndex(of: column).map { cell(row, $0) }
  }

  /// The cell of a row in a column that the list has, by its place among `columns`.
  package func cell(_ row: Int, _ column: Int) -> String {
    texts[cells[row * columns.count + column]]
  }

  /// The most tokens that an entry takes. O(entries).
  package var longestEntry: Int { trie.longestSpelling }

  /// Calls `body` with the folded first token of each entry, of each once. O(entries).
  package func forEachFirstToken(_ body: (TokenID) -> Void) { trie.forEachFirstToken(body) }

  /// Calls `body` with the folded last token of each entry, of some more than once. O(entries).
  package func forEachLastToken(_ body: (TokenID) -> Void) { trie.forEachLastToken(body) }

  /// The entries that start at token `start` and are the longest there, in list order; none may reach past `end`.
  package func longestMatches(
    at start: Int, before end: Int, in tokens: [Token], vocabulary: Vocabulary
  ) -> [Match] {
    var found: [Match] = []
    forEachLongest(at: start, before: end, in: tokens, vocabulary: vocabulary) {
      found.append($0)
      return true
    }
    return found
  }

  /// Calls `body` with each longest entry at `start`, in list order, until it returns false.
  package func forEachLongest(
    at start: Int, before end: Int, in tokens: [Token], vocabulary: Vocabulary,
    _ body: (Match) -> Bool
  ) {
    var node = 0
    var best = 0
    var length = 0
    for index in start..<max(start, end) {
      let folded = vocabulary.folded(tokens[index].id)
      guard let child = trie.child(of: node, by: folded) else { break }
      node = child
      let agrees = trie.endings(at: node).contains {
        self.agrees($0, with: tokens, from: start, vocabulary)
      }
      if agrees { (best, length) = (node, index + 1 - start) }
    }
    guard length > 0 else { return }
    for ending in trie.endings(at: best) where agrees(ending, with: tokens, from: start, vocabulary)
    {
      guard body(Match(row: trie.row(of: ending), length: length)) else { return }
    }
  }

  /// The node of the trie behind another by a folded token, nil where no entry goes on so; all entries begin at node 0.
  ///
  /// For those who walk many lists together; `forEachRow` gives the entries that end at a node. O(1).
  package func node(behind node: Int, _ folded: TokenID) -> Int? {
    trie.child(of: node, by: folded)
  }

  /// A bit for each folded token by which some entry goes on behind a node of the trie, see `TokenMask`. O(1).
  package func mask(behind node: Int) -> UInt64 { trie.mask(behind: node) }

  /// Calls `body` with the row of each entry that ends at a node and agrees with the tokens from `start` on, which led
  /// there, in list order.
  package func forEachRow(
    at node: Int, from start: Int, in tokens: [Token], _ vocabulary: Vocabulary,
    _ body: (Int) -> Void
  ) {
    for ending in trie.endings(at: node) where agrees(ending, with: tokens, from: start, vocabulary)
    {
      body(trie.row(of: ending))
    }
  }

  private func agrees(
    _ ending: Int, with tokens: [Token], from start: Int, _ vocabulary: Vocabulary
  ) -> Bool {
    guard letterCase != .fold else { return true }
    var index = start
    for word in trie.spelling(of: ending) {
      let token = tokens[index].id
      index += 1
      guard word != token else { continue }
      guard letterCase == .smart,
        vocabulary.shape(word).letterCase == .lower || vocabulary.shape(token).letterCase == .upper
      else { return false }
    }
    return true
  }

  // MARK: Built packs

  package func write(to writer: inout ByteWriter) {
    writer.write(columns)
    writer.write(letterCase)
    writer.write(trie)
    writer.write(texts)
    writer.write(numbers: cells)
    writer.write(count)
  }

  /// Reads a list; whether its tokens are those of a vocabulary is asked of `isWithin`.
  package required init(from reader: inout ByteReader) throws(DamagedBytes) {
    columns = try reader.read()
    letterCase = try reader.read()
    trie = try reader.read()
    texts = try reader.read()
    cells = try reader.numbers(of: UInt32.self)
    count = try reader.integer(in: 0..<Int(UInt32.max))
    let (texts, count) = (texts.count, count)
    guard cells.count == count * columns.count, cells.allSatisfy({ $0 < texts }) else {
      throw reader.damage
    }
  }

  /// Whether every token that the list names is among the first `tokens` of a vocabulary, and every row is its own.
  package func isWithin(tokens: Int) -> Bool { trie.isWithin(rows: count, tokens: tokens) }
}

extension Gazetteer: BinaryValue {}
extension Gazetteer.LetterCase: BinaryValue {}
