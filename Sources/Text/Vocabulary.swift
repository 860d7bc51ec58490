/// The distinct token spellings that have been seen, each with an id.
///
/// Ids count from 0 in order of first sight. Curly quotes, dashes and special spaces are folded before a spelling
/// is interned, so that `Russia’s` and `Russia's` are one. Interning is O(length); ids stay valid for ever.
///
/// Public and inlinable where other modules ask in their inner loops, as no package function is inlined there.
public struct Vocabulary: Sendable {
  @usableFromInline var arena: [UInt8] = []
  @usableFromInline var starts: [Int] = [0]
  public private(set) var foldedIDs: [TokenID] = []
  public private(set) var shapes: [TokenShape] = []
  private var table = SpellingTable(minimumCount: 0)

  package init() {}

  /// How many distinct spellings there are.
  @inlinable public var count: Int { shapes.count }

  // MARK: Interning

  /// The id of a spelling, new or known.
  package mutating func intern(_ text: some Collection<UInt8>) -> TokenID {
    intern(Array(text).span)
  }

  package mutating func intern(_ text: String) -> TokenID { intern(Array(text.utf8).span) }

  /// The same for a stretch of a longer text; allocates only for spellings that are new or folded.
  package mutating func intern(_ text: Span<UInt8>) -> TokenID {
    intern(text, TextRange(0, text.count))
  }

  /// Gives each token of a text the id of its spelling. O(length); allocates only for spellings that are new or
  /// folded.
  ///
  /// PERF: a look at the places of many tokens before any is compared, so that the processor waits for all of them
  /// at once; `swift run -c release RapporteurBenchmarks`, stage `tokens`.
  mutating func intern(_ tokens: inout [Token], of text: Span<UInt8>) {
    var glance = SpellingTable.Glance(count: min(Self.batch, tokens.count))
    for start in stride(from: 0, to: tokens.count, by: Self.batch) {
      let end = min(start + Self.batch, tokens.count)
      table.glance(at: tokens.span.extracting(start..<end), of: text, into: &glance)
      var tokens = tokens.mutableSpan
      for index in start..<end {
        // A spelling that would be folded is in no table, so that a match is right without a look for one.
        let id = glance.id(index - start)
        tokens[index].id = id ?? intern(text, tokens[index].range, key: glance.key(index - start))
      }
    }
  }

  /// Tokens that are looked up together.
  private static let batch = 64

  private mutating func intern(
    _ text: Span<UInt8>, _ range: TextRange, key: SpellingTable.Key
  ) -> TokenID {
    find(text, range, key: key) ?? intern(text, range)
  }

  private mutating func intern(_ text: Span<UInt8>, _ range: TextRange) -> TokenID {
    let key = SpellingKey(text, range)
    if !key.isASCII, Self.mayFold(text, range) {
      let folded = PunctuationFolding.fold(text.extracting(range.start..<range.end))
      let whole = TextRange(0, folded.count)
      return intern(folded.span, whole, key: SpellingKey(folded.span, whole))
    }
    return intern(text, range, key: key)
  }

  /// Whether a mark that is folded may stand there: their first bytes are U+0080's to U+00BF's and U+2000's to
  /// U+2FFF's.
  private static func mayFold(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    for index in range.start..<range.end where text[index] == 0xE2 || text[index] == 0xC2 {
      return true
    }
    return false
  }

  private mutating func intern(
    _ text: Span<UInt8>, _ range: TextRange, key: SpellingKey
  ) -> TokenID {
    let short = SpellingTable.Key(key)
    var place = table.place(of: short)
    if let id = find(text, range, key: short, at: &place) { return id }
    let id = add(text, range)
    table.insert(id, key: short, at: place)
    // Its key tells that a spelling has nothing to fold.
    if !key.isASCII || key.lowercased != key { addFolded(id, key: key) }
    return id
  }

  private mutating func add(_ text: Span<UInt8>, _ range: TextRange) -> TokenID {
    let id = TokenID(UInt32(count))
    for index in range.start..<range.end { arena.append(text[index]) }
    starts.append(arena.count)
    shapes.append(TokenShape(of: bytes(id)))
    foldedIDs.append(id)
    return id
  }

  private mutating func addFolded(_ id: TokenID, key: SpellingKey) {
    if key.isASCII, let known = find(SpellingTable.Key(key.lowercased)) {
      foldedIDs[Int(id.rawValue)] = known
      return
    }
    let folded = CaseFolding.fold(bytes(id))
    guard folded != bytes(id) else { return }
    foldedIDs[Int(id.rawValue)] = intern(
      folded.span, TextRange(0, folded.count), key: SpellingKey(folded.span))
  }

  // MARK: Looking up

  /// The id of a spelling that has been interned, nil for any other.
  package func find(_ text: String) -> TokenID? {
    let utf8 = text.utf8.span
    let plain = SpellingKey(utf8)
    if plain.isASCII {
      return find(utf8, TextRange(0, utf8.count), key: SpellingTable.Key(plain))
    }
    let bytes = PunctuationFolding.fold(Array(text.utf8))
    let key = SpellingTable.Key(SpellingKey(bytes.span))
    return find(bytes.span, TextRange(0, bytes.count), key: key)
  }

  /// The id of the case-folded spelling.
  @inlinable public func folded(_ id: TokenID) -> TokenID { foldedIDs[Int(id.rawValue)] }

  @inlinable public func shape(_ id: TokenID) -> TokenShape { shapes[Int(id.rawValue)] }

  @inlinable public func bytes(_ id: TokenID) -> ArraySlice<UInt8> {
    arena[starts[Int(id.rawValue)]..<starts[Int(id.rawValue) + 1]]
  }

  package func spelling(_ id: TokenID) -> String { String(decoding: bytes(id), as: UTF8.self) }

  /// Where the spelling stands in the arena.
  func range(_ id: TokenID) -> TextRange {
    TextRange(starts[Int(id.rawValue)], starts[Int(id.rawValue) + 1])
  }

  func key(_ id: TokenID) -> SpellingKey { SpellingKey(arena.span, range(id)) }

  /// The id of a spelling that is known by its key alone; nil where there is none, or where the key does not hold it.
  private func find(_ key: SpellingTable.Key) -> TokenID? {
    guard key.isExact else { return nil }
    var place = table.place(of: key)
    return table.candidate(for: key, at: &place)
  }

  /// The id of a spelling, nil where there is none.
  private func find(_ text: Span<UInt8>, _ range: TextRange, key: SpellingTable.Key) -> TokenID? {
    var place = table.place(of: key)
    return find(text, range, key: key, at: &place)
  }

  /// The same; moves on to its place in the table, or to a free one for it.
  private func find(
    _ text: Span<UInt8>, _ range: TextRange, key: SpellingTable.Key, at place: inout Int
  ) -> TokenID? {
    while let id = table.candidate(for: key, at: &place) {
      if key.isExact || isSpelling(id, text, range) { return id }
      place = table.place(after: place)
    }
    return nil
  }

  private func isSpelling(_ id: TokenID, _ text: Span<UInt8>, _ range: TextRange) -> Bool {
    let known = self.range(id)
    guard known.count == range.count else { return false }
    for offset in 0..<known.count
    where arena[known.start + offset] != text[range.start + offset] {
      return false
    }
    return true
  }

  // MARK: Reading from a file

  /// A vocabulary of spellings that are laid out one behind the other; the bounds and ids have been checked.
  init(arena: [UInt8], starts: [Int], foldedIDs: [TokenID], shapes: [TokenShape]) {
    self.arena = arena
    self.starts = starts
    self.foldedIDs = foldedIDs
    self.shapes = shapes
    table = SpellingTable(minimumCount: shapes.count)
    for number in shapes.indices {
      let id = TokenID(UInt32(number))
      let key = SpellingTable.Key(key(id))
      var place = table.place(of: key)
      while table.candidate(for: key, at: &place) != nil { place = table.place(after: place) }
      table.insert(id, key: key, at: place)
    }
  }
}
