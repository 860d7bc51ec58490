internal import CICU

/// The distinct token spellings that have been seen, each with an id.
///
/// Ids count from 0 in order of first sight. Curly quotes, dashes and special spaces are folded before a spelling
/// is interned, so that `Russia’s` and `Russia's` are one. Interning is O(length); ids stay valid for ever.
package struct Vocabulary: Sendable {
  private var arena: [UInt8] = []
  private var starts: [Int] = [0]
  private var hashes: [UInt64] = []
  private var foldedIDs: [TokenID] = []
  private var shapes: [TokenShape] = []
  /// Open addressing: id plus one, 0 is a free place. The size is a power of two, at most half full.
  private var table: [UInt32] = Array(repeating: 0, count: 1024)

  package init() {}

  /// How many distinct spellings there are.
  package var count: Int { hashes.count }

  /// The id of a spelling, new or known.
  package mutating func intern(_ text: some Collection<UInt8>) -> TokenID {
    intern(normalized: PunctuationFolding.fold(text))
  }

  package mutating func intern(_ text: String) -> TokenID { intern(Array(text.utf8)) }

  /// The id of a spelling that has been interned, nil for any other.
  package func find(_ text: String) -> TokenID? {
    let bytes = PunctuationFolding.fold(text.utf8)[...]
    let place = slot(of: bytes, hash: Self.hash(bytes))
    return table[place] == 0 ? nil : TokenID(table[place] - 1)
  }

  /// The id of the case-folded spelling.
  package func folded(_ id: TokenID) -> TokenID { foldedIDs[Int(id.rawValue)] }

  package func shape(_ id: TokenID) -> TokenShape { shapes[Int(id.rawValue)] }

  package func bytes(_ id: TokenID) -> ArraySlice<UInt8> {
    arena[starts[Int(id.rawValue)]..<starts[Int(id.rawValue) + 1]]
  }

  package func spelling(_ id: TokenID) -> String { String(decoding: bytes(id), as: UTF8.self) }

  private mutating func intern(normalized bytes: ArraySlice<UInt8>) -> TokenID {
    let hash = Self.hash(bytes)
    let place = slot(of: bytes, hash: hash)
    if table[place] != 0 { return TokenID(table[place] - 1) }
    let id = TokenID(UInt32(count))
    arena += bytes
    starts.append(arena.count)
    hashes.append(hash)
    shapes.append(TokenShape(of: bytes))
    foldedIDs.append(id)
    table[place] = id.rawValue + 1
    if count * 2 > table.count { grow() }
    let folded = CaseFolding.fold(bytes)
    if folded != bytes { foldedIDs[Int(id.rawValue)] = intern(normalized: folded) }
    return id
  }

  private func slot(of bytes: ArraySlice<UInt8>, hash: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: hash) & (table.count - 1)
    while table[place] != 0 {
      let id = Int(table[place] - 1)
      if hashes[id] == hash, arena[starts[id]..<starts[id + 1]] == bytes { return place }
      place = (place + 1) & (table.count - 1)
    }
    return place
  }

  private mutating func grow() {
    table = Array(repeating: 0, count: table.count * 2)
    for id in hashes.indices {
      var place = Int(truncatingIfNeeded: hashes[id]) & (table.count - 1)
      while table[place] != 0 { place = (place + 1) & (table.count - 1) }
      table[place] = UInt32(id) + 1
    }
  }

  /// FNV-1a with a final mix: spellings are short, and the same on every run.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash ^ (hash >> 29)
  }
}
