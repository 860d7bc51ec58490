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

  /// A trie of the spellings of each row. O(tokens of all spellings).
  init(rows: [[[TokenID]]], vocabulary: Vocabulary) {
    var children: [UInt64: UInt32] = [:]
    var endings: [[(row: UInt32, spelling: [TokenID])]] = [[]]
    for (row, list) in rows.enumerated() {
      for spelling in list where !spelling.isEmpty {
        var node: UInt32 = 0
        for token in spelling {
          let key = Self.key(Int(node), vocabulary.folded(token))
          node = children[key, default: UInt32(endings.count)]
          if Int(node) == endings.count {
            children[key] = node
            endings.append([])
          }
        }
        if !endings[Int(node)].contains(where: { $0.row == row && $0.spelling == spelling }) {
          endings[Int(node)].append((UInt32(row), spelling))
        }
      }
    }
    lay(children)
    for ending in endings { lay(ending) }
    endingStarts.append(UInt32(endingRows.count))
  }

  private mutating func lay(_ children: [UInt64: UInt32]) {
    var size = 2
    while size < children.count * 2 { size *= 2 }
    keys = Array(repeating: .max, count: size)
    targets = Array(repeating: 0, count: size)
    // The order in which keys are laid changes places, never answers.
    for (key, target) in children {
      let place = slot(of: key)
      keys[place] = key
      targets[place] = target
    }
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

  func endings(at node: Int) -> Range<Int> {
    Int(endingStarts[node])..<Int(endingStarts[node + 1])
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
