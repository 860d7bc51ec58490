import Text

/// A trie over case-folded tokens in flat arrays.
///
/// Children are found by hashing (node, token); what ends at a node stands together, in the order of the rows.
struct TokenTrie: Sendable {
  /// Open addressing: a power of two of places, at most half of them taken; a key of `UInt64.max` is free.
  private var keys: [UInt64] = [.max, .max]
  private var targets: [UInt32] = [0, 0]
  /// The first ending of each node; one more than there are nodes.
  private var endingStarts: [UInt32] = []
  private var endingRows: [UInt32] = []
  /// The first token of each ending's spelling; one more than there are endings.
  private var spellingStarts: [UInt32] = [0]
  private var spellings: [TokenID] = []
  /// By node: a bit for each token by which some spelling goes on, see `TokenMask`.
  private var masks: [UInt64] = []

  /// A trie of the spellings of each row. O(tokens of all spellings).
  init(rows: [[[TokenID]]], vocabulary: Vocabulary) {
    var children: [UInt64: UInt32] = [:]
    var order: [UInt64] = []
    var endings: [[(row: UInt32, spelling: [TokenID])]] = [[]]
    for (row, list) in rows.enumerated() {
      for spelling in list where !spelling.isEmpty {
        var node: UInt32 = 0
        for token in spelling {
          let key = Self.key(Int(node), vocabulary.folded(token))
          node = children[key, default: UInt32(endings.count)]
          if Int(node) == endings.count {
            children[key] = node
            order.append(key)
            endings.append([])
          }
        }
        // Rows come in order, so a spelling that the row has already stands behind all other rows.
        let own = endings[Int(node)].reversed().lazy.prefix { $0.row == row }
        if !own.contains(where: { $0.spelling == spelling }) {
          endings[Int(node)].append((UInt32(row), spelling))
        }
      }
    }
    lay(order)
    for ending in endings { lay(ending) }
    endingStarts.append(UInt32(endingRows.count))
    masks = Self.masks(keys, nodes: endings.count)
  }

  private static func masks(_ keys: [UInt64], nodes: Int) -> [UInt64] {
    var result = [UInt64](repeating: 0, count: nodes)
    for key in keys where key != .max {
      let node = Int(key >> 32)
      if node < nodes {
        result[node] |= TokenMask.bit(of: TokenID(UInt32(truncatingIfNeeded: key)))
      }
    }
    return result
  }

  /// Lays out the children; the first to be made is node 1.
  private mutating func lay(_ children: [UInt64]) {
    let size = Self.size(for: children.count)
    keys = Array(repeating: .max, count: size)
    targets = Array(repeating: 0, count: size)
    for (number, key) in children.enumerated() {
      let place = slot(of: key)
      keys[place] = key
      targets[place] = UInt32(number + 1)
    }
  }

  private static func size(for count: Int) -> Int {
    var size = 2
    while size < count * 2 { size *= 2 }
    return size
  }

  private mutating func lay(_ endings: [(row: UInt32, spelling: [TokenID])]) {
    endingStarts.append(UInt32(endingRows.count))
    for ending in endings {
      endingRows.append(ending.row)
      spellings += ending.spelling
      spellingStarts.append(UInt32(spellings.count))
    }
  }

  func child(of node: Int, by token: TokenID) -> Int? {
    let key = Self.key(node, token)
    let place = slot(of: key)
    return keys[place] == key ? Int(targets[place]) : nil
  }

  /// A bit for each token by which some spelling goes on behind a node, see `TokenMask`.
  func mask(behind node: Int) -> UInt64 { masks[node] }

  func endings(at node: Int) -> Range<Int> {
    Int(endingStarts[node])..<Int(endingStarts[node + 1])
  }

  /// Calls `body` with each token that a spelling begins with, once.
  func forEachFirstToken(_ body: (TokenID) -> Void) {
    for key in keys where key >> 32 == 0 { body(TokenID(UInt32(truncatingIfNeeded: key))) }
  }

  /// Calls `body` with the token of each edge behind which something ends.
  func forEachLastToken(_ body: (TokenID) -> Void) {
    for (key, target) in zip(keys, targets) where key != .max {
      if !endings(at: Int(target)).isEmpty { body(TokenID(UInt32(truncatingIfNeeded: key))) }
    }
  }

  /// The most tokens that a spelling has. O(endings).
  var longestSpelling: Int {
    var result = 0
    for ending in endingRows.indices { result = max(result, spelling(of: ending).count) }
    return result
  }

  func row(of ending: Int) -> Int { Int(endingRows[ending]) }

  func spelling(of ending: Int) -> ArraySlice<TokenID> {
    spellings[Int(spellingStarts[ending])..<Int(spellingStarts[ending + 1])]
  }

  private func slot(of key: UInt64) -> Int {
    let mask = keys.count - 1
    let mixed = key &* 0x9e37_79b9_7f4a_7c15
    var place = Int(truncatingIfNeeded: mixed >> 32) & mask
    while keys[place] != key, keys[place] != .max { place = (place + 1) & mask }
    return place
  }

  private static func key(_ node: Int, _ token: TokenID) -> UInt64 {
    UInt64(node) << 32 | UInt64(token.rawValue)
  }
}

extension TokenTrie: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(numbers: keys)
    writer.write(numbers: targets)
    writer.write(numbers: endingStarts)
    writer.write(numbers: endingRows)
    writer.write(numbers: spellingStarts)
    writer.write(numbers: spellings.map(\.rawValue))
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    keys = try reader.numbers(of: UInt64.self)
    targets = try reader.numbers(of: UInt32.self)
    endingStarts = try reader.numbers(of: UInt32.self)
    endingRows = try reader.numbers(of: UInt32.self)
    spellingStarts = try reader.numbers(of: UInt32.self)
    spellings = try reader.numbers(of: UInt32.self).map { TokenID($0) }
    let nodes = endingStarts.count - 1
    // With these a search ends and stays inside.
    guard nodes > 0, keys.count == Self.size(for: nodes - 1), targets.count == keys.count,
      keys.count(where: { $0 != .max }) < nodes, targets.allSatisfy({ $0 < nodes }),
      endingStarts.isPartition(of: endingRows.count),
      spellingStarts.count == endingRows.count + 1,
      spellingStarts.isPartition(of: spellings.count), hasSpellingsOfDepth(nodes: nodes)
    else { throw reader.damage }
    masks = Self.masks(keys, nodes: nodes)
  }

  /// Whether each node but the first has one parent, which was made before it, and what ends at a node is as long as
  /// the way to it.
  private func hasSpellingsOfDepth(nodes: Int) -> Bool {
    var parents = [Int](repeating: nodes, count: nodes)
    for (key, target) in zip(keys, targets) where key != .max {
      guard parents[Int(target)] == nodes else { return false }
      parents[Int(target)] = Int(key >> 32)
    }
    var depths = [Int](repeating: 0, count: nodes)
    for node in 1..<max(1, nodes) {
      guard parents[node] < node else { return false }
      depths[node] = depths[parents[node]] + 1
    }
    return depths.indices.allSatisfy { node in
      endings(at: node).allSatisfy { spelling(of: $0).count == depths[node] }
    }
  }

  /// Whether all rows and tokens that it names are there.
  func isWithin(rows: Int, tokens: Int) -> Bool {
    endingRows.allSatisfy { $0 < rows } && spellings.allSatisfy { $0.rawValue < tokens }
      && keys.allSatisfy { $0 == .max || UInt32(truncatingIfNeeded: $0) < tokens }
  }
}
