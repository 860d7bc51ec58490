import Text

/// Distinct strings of UTF-8, numbered from 0 in the order of first sight, in flat arrays.
struct StringTable {
  /// For each string eight bytes with its number and its length, then its bytes.
  private var arena: [UInt8] = []
  /// Where they begin.
  private var starts: [UInt32] = []
  /// Open addressing: the upper half of a hash and where the string begins, plus one; 0 where free. At most half is
  /// taken.
  private var slots = [UInt64](repeating: 0, count: 1024)

  private static let headSize = 8

  /// How many strings there are.
  var count: Int { starts.count }

  /// The first eight bytes of a string, or all of a shorter one.
  func prefix(of number: Int32) -> ByteBlock {
    let (_, range) = head(at: Int(starts[Int(number)]))
    return ByteBlock(start: arena.span.extracting(range))
  }

  mutating func number(of string: String) -> Int32 { number(of: string.utf8.span) }

  /// The number of a string, new or known. O(length).
  mutating func number(of string: Span<UInt8>) -> Int32 {
    let hash = Self.hash(string)
    var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[place] != 0 {
      if slots[place] >> 32 == hash >> 32 {
        let (number, range) = head(at: Int(slots[place] & 0xFFFF_FFFF) - 1)
        if Self.areEqual(arena.span.extracting(range), string) { return number }
      }
      place = (place + 1) & (slots.count - 1)
    }
    return add(string, hash, at: place)
  }

  private func head(at start: Int) -> (number: Int32, bytes: Range<Int>) {
    let head = ByteBlock(arena.span, at: start)?.bits ?? 0
    let first = start + Self.headSize
    return (
      Int32(truncatingIfNeeded: head), first..<first + Int(head >> 32)
    )
  }

  private mutating func add(_ string: Span<UInt8>, _ hash: UInt64, at place: Int) -> Int32 {
    let (number, start) = (count, arena.count)
    let head = UInt64(number) | UInt64(string.count) << 32
    for byte in 0..<Self.headSize {
      arena.append(UInt8(truncatingIfNeeded: head >> UInt64(byte * 8)))
    }
    for index in string.indices { arena.append(string[index]) }
    starts.append(UInt32(start))
    slots[place] = hash & ~0xFFFF_FFFF | UInt64(start + 1)
    if count * 2 > slots.count { grow() }
    return Int32(truncatingIfNeeded: number)
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    for start in starts {
      let hash = Self.hash(arena.span.extracting(head(at: Int(start)).bytes))
      var place = Int(truncatingIfNeeded: hash) & (slots.count - 1)
      while slots[place] != 0 { place = (place + 1) & (slots.count - 1) }
      slots[place] = hash & ~0xFFFF_FFFF | UInt64(start + 1)
    }
  }

  // MARK: Bytes in blocks; the last of a long string overlaps the one before

  private static func hash(_ string: Span<UInt8>) -> UInt64 {
    var hash = UInt64(string.count)
    func add(_ block: ByteBlock) {
      hash = (hash ^ block.bits) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash >> 29
    }
    var index = 0
    while index + ByteBlock.size < string.count, let block = ByteBlock(string, at: index) {
      add(block)
      index += ByteBlock.size
    }
    add(ByteBlock(end: string))
    return hash
  }

  private static func areEqual(_ a: Span<UInt8>, _ b: Span<UInt8>) -> Bool {
    guard a.count == b.count else { return false }
    var index = 0
    while index + ByteBlock.size < a.count {
      guard ByteBlock(a, at: index) == ByteBlock(b, at: index) else { return false }
      index += ByteBlock.size
    }
    return ByteBlock(end: a) == ByteBlock(end: b)
  }
}

extension ByteBlock {
  /// The last eight bytes of a text, or all of a shorter one.
  fileprivate init(end text: Span<UInt8>) {
    self = ByteBlock(text, at: text.count - ByteBlock.size) ?? ByteBlock(gathering: text)
  }

  /// The first eight bytes of a text, or all of a shorter one.
  fileprivate init(start text: Span<UInt8>) {
    self = ByteBlock(text, at: 0) ?? ByteBlock(gathering: text)
  }

  /// A text of less than eight bytes.
  private init(gathering text: Span<UInt8>) {
    var bits: UInt64 = 0
    for index in text.indices { bits |= UInt64(text[index]) << UInt64(index * 8) }
    self.init(bits: bits)
  }
}
