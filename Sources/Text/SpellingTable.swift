/// Where the ids of spellings stand: open addressing, at most three quarters full.
///
/// PERF: a place takes 16 bytes and holds a spelling of at most 11 bytes itself, so that one access to memory tells
/// most tokens; `swift run -c release RapporteurBenchmarks`, stage `tokens`.
struct SpellingTable: Sendable {
  /// A spelling in 12 bytes: itself where it has at most 11, else a hash that its owner must confirm.
  struct Key: Equatable, Sendable {
    fileprivate let low: UInt64
    fileprivate let high: UInt32

    init(_ key: SpellingKey) {
      let size = key.high >> 56
      let isShort = size <= 12
      low = isShort ? key.low : key.hash
      high = isShort ? UInt32(truncatingIfNeeded: key.high) | UInt32(size) << 24 : 0xFF00_0000
    }

    /// The key holds the whole spelling.
    var isExact: Bool { high < 0xFF00_0000 }

    /// Where to look first: a multiplication spreads the bytes to the high bits.
    fileprivate var hash: Int {
      let product = (low ^ UInt64(high) &* 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(
        by: 0xD6E8_FEB8_6659_FD93)
      return Int(truncatingIfNeeded: product.high ^ product.low)
    }
  }

  /// A spelling's key and its id.
  fileprivate struct Place: Sendable {
    /// A key's; 0 in both where the place is free, as the empty spelling has the length 1.
    fileprivate var low: UInt64
    fileprivate var high: UInt32
    let id: TokenID

    init(_ key: Key, _ id: TokenID) {
      low = key.low
      high = key.high
      self.id = id
    }

    private init() {
      low = 0
      high = 0
      id = TokenID(0)
    }

    static let free = Place()

    func holds(_ key: Key) -> Bool { low == key.low && high == key.high }
  }

  /// The keys of some tokens, and what stands at their first places.
  struct Glance {
    fileprivate var looks: [(key: Key, place: Place)]

    /// Room for so many tokens.
    init(count: Int) {
      looks = Array(repeating: (Key(low: 0, high: 0), .free), count: count)
    }

    func key(_ index: Int) -> Key { looks[index].key }

    /// The id of a token, where the first place tells it; nil where a search must.
    func id(_ index: Int) -> TokenID? {
      let (key, place) = looks[index]
      return key.isExact && place.holds(key) ? place.id : nil
    }
  }

  private var places: [Place]
  private var count = 0

  /// A table with room for so many spellings.
  init(minimumCount: Int) {
    var size = 1024
    while size * 3 < minimumCount * 4 { size *= 2 }
    places = Array(repeating: .free, count: size)
  }

  /// Where to look first for a key.
  func place(of key: Key) -> Int { key.hash & (places.count &- 1) }

  /// Reads the first place of each token's key before any is compared, so that memory answers for all of them at once.
  func glance(at tokens: Span<Token>, of text: Span<UInt8>, into glance: inout Glance) {
    var looks = glance.looks.mutableSpan
    let places = places.span
    let mask = places.count &- 1
    for index in tokens.indices {
      let key = Key(SpellingKey(text, tokens[index].range))
      looks[index] = (key, places[key.hash & mask])
    }
  }

  /// The place after another, from where to look on.
  func place(after place: Int) -> Int { (place &+ 1) & (places.count &- 1) }

  /// The id with this key at a place or behind it, nil where there is none; moves on to its place, or to the free
  /// one behind all.
  func candidate(for key: Key, at place: inout Int) -> TokenID? {
    while places[place].high != 0 {
      if places[place].holds(key) { return places[place].id }
      place = self.place(after: place)
    }
    return nil
  }

  /// Puts an id at the free place that was found for its key. Amortised O(1).
  mutating func insert(_ id: TokenID, key: Key, at place: Int) {
    places[place] = Place(key, id)
    count += 1
    if count * 4 > places.count * 3 { grow() }
  }

  private mutating func grow() {
    let old = places
    places = Array(repeating: .free, count: old.count * 2)
    for entry in old where entry.high != 0 {
      var place = place(of: Key(low: entry.low, high: entry.high))
      while places[place].high != 0 { place = self.place(after: place) }
      places[place] = entry
    }
  }
}

extension SpellingTable.Key {
  fileprivate init(low: UInt64, high: UInt32) {
    self.low = low
    self.high = high
  }
}
