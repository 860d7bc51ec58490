/// The distinct token spellings that have been seen, each with an id.
///
/// Ids count from 0 in order of first sight. Curly quotes, dashes and special spaces are folded before a spelling
/// is interned, so that `Russia’s` and `Russia's` are one. Interning is O(length); ids stay valid for ever.
package struct Vocabulary: Sendable {
  private struct Slot: Sendable {
    var key: SpellingKey
    var id: TokenID
  }

  var arena: [UInt8] = []
  var starts: [Int] = [0]
  var foldedIDs: [TokenID] = []
  var shapes: [TokenShape] = []
  /// Open addressing; the size is a power of two, at most half full.
  private var table = Array(repeating: Slot(key: .free, id: TokenID(0)), count: 1024)

  package init() {}

  /// How many distinct spellings there are.
  package var count: Int { shapes.count }

  /// The id of a spelling, new or known.
  package mutating func intern(_ text: some Collection<UInt8>) -> TokenID {
    intern(Array(text).span)
  }

  package mutating func intern(_ text: String) -> TokenID { intern(Array(text.utf8).span) }

  /// The same for a stretch of a longer text; allocates only for spellings that are new or folded.
  package mutating func intern(_ text: Span<UInt8>) -> TokenID {
    for index in text.indices where text[index] == 0xE2 || text[index] == 0xC2 {
      return intern(normalized: PunctuationFolding.fold(text).span)
    }
    return intern(normalized: text)
  }

  /// The id of a spelling that has been interned, nil for any other.
  package func find(_ text: String) -> TokenID? {
    let bytes = PunctuationFolding.fold(Array(text.utf8))
    let place = slot(of: bytes.span, key: SpellingKey(bytes.span))
    return table[place].key == .free ? nil : table[place].id
  }

  /// The id of the case-folded spelling.
  package func folded(_ id: TokenID) -> TokenID { foldedIDs[Int(id.rawValue)] }

  package func shape(_ id: TokenID) -> TokenShape { shapes[Int(id.rawValue)] }

  package func bytes(_ id: TokenID) -> ArraySlice<UInt8> {
    arena[starts[Int(id.rawValue)]..<starts[Int(id.rawValue) + 1]]
  }

  package func spelling(_ id: TokenID) -> String { String(decoding: bytes(id), as: UTF8.self) }

  private mutating func intern(normalized bytes: Span<UInt8>) -> TokenID {
    let key = SpellingKey(bytes)
    let place = slot(of: bytes, key: key)
    if table[place].key != .free { return table[place].id }
    return add(TextBytes.array(bytes, TextRange(0, bytes.count)), key: key, at: place)
  }

  private mutating func add(_ bytes: [UInt8], key: SpellingKey, at place: Int) -> TokenID {
    let id = TokenID(UInt32(count))
    arena += bytes
    starts.append(arena.count)
    shapes.append(TokenShape(of: bytes[...]))
    foldedIDs.append(id)
    table[place] = Slot(key: key, id: id)
    if count * 2 > table.count { grow() }
    let folded = CaseFolding.fold(bytes[...])
    if folded != bytes[...] { foldedIDs[Int(id.rawValue)] = intern(normalized: folded.span) }
    return id
  }

  private func slot(of bytes: Span<UInt8>, key: SpellingKey) -> Int {
    let mask = table.count - 1
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while table[place].key != .free {
      if table[place].key == key, key.isExact || isSpelling(table[place].id, bytes) { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private func isSpelling(_ id: TokenID, _ bytes: Span<UInt8>) -> Bool {
    let start = starts[Int(id.rawValue)]
    guard starts[Int(id.rawValue) + 1] - start == bytes.count else { return false }
    for index in bytes.indices where arena[start + index] != bytes[index] { return false }
    return true
  }

  /// Lays out the table anew for the spellings that the arena holds.
  mutating func rehash() {
    var size = 1024
    while size < count * 2 { size *= 2 }
    table = Array(repeating: Slot(key: .free, id: TokenID(0)), count: size)
    let arena = arena
    for number in 0..<count {
      let bytes = arena.span.extracting(starts[number]..<starts[number + 1])
      let key = SpellingKey(bytes)
      let place = slot(of: bytes, key: key)
      table[place] = Slot(key: key, id: TokenID(UInt32(number)))
    }
  }

  private mutating func grow() {
    let old = table
    table = Array(repeating: Slot(key: .free, id: TokenID(0)), count: old.count * 2)
    for entry in old where entry.key != .free {
      var place = Int(truncatingIfNeeded: entry.key.hash) & (table.count - 1)
      while table[place].key != .free { place = (place + 1) & (table.count - 1) }
      table[place] = entry
    }
  }
}
