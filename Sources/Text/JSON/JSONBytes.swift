/// The bytes of a JSON text so far, to which names, strings and numbers are added whole.
///
/// PERF: room for each is made once and filled by blocks, so that nothing is asked of the array byte by byte; `swift run
/// -c release RapporteurBenchmarks`, stage `records`.
struct JSONBytes {
  /// What has been written, and behind it room that is written over.
  private var room: [UInt8]
  private var end = 0

  private static let quote = UInt8(ascii: "\"")

  /// No bytes, with room for so many.
  init(capacity: Int) { room = Array(repeating: 0, count: capacity + 2 * ByteBlock.size) }

  /// What has been written. O(length).
  var written: [UInt8] { Array(room[..<end]) }

  mutating func append(_ byte: UInt8) {
    reserve(1)
    room[end] = byte
    end += 1
  }

  mutating func append(_ text: Span<UInt8>) {
    reserve(text.count)
    let start = end
    end += text.count
    var bytes = room.mutableSpan
    Self.copy(text, to: &bytes, at: start)
  }

  /// Adds a member's name, in which nothing is escaped, with what stands on either side of it.
  mutating func append(key name: Span<UInt8>, hasComma: Bool) {
    reserve(name.count + 4)
    let place = end
    var bytes = room.mutableSpan
    let start = Self.open(&bytes, at: place, hasComma: hasComma)
    Self.copy(name, to: &bytes, at: start)
    bytes[start + name.count] = Self.quote
    bytes[start + name.count + 1] = UInt8(ascii: ":")
    end = start + name.count + 2
  }

  /// Adds a string of valid UTF-8 in quotation marks, escaped.
  mutating func append(string text: Span<UInt8>, hasComma: Bool) {
    reserve(text.count + 3)
    let place = end
    var bytes = room.mutableSpan
    let start = Self.open(&bytes, at: place, hasComma: hasComma)
    let plain = Self.copyPlain(text, from: 0, to: &bytes, at: start)
    end = start + plain
    if plain < text.count { appendEscaped(text, from: plain) }
    append(Self.quote)
  }

  /// Adds a number's digits.
  mutating func append(decimal value: Int) {
    reserve(20)
    if value < 0 { append(UInt8(ascii: "-")) }
    let start = end
    end += Self.digits(of: value.magnitude)
    var place = end
    var bytes = room.mutableSpan
    var rest = value.magnitude
    while place > start {
      place -= 1
      bytes[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
  }

  private static func digits(of number: UInt) -> Int {
    var (count, limit) = (1, UInt(10))
    while number >= limit {
      count += 1
      limit *= 10
    }
    return count
  }

  // MARK: Parts

  /// Makes room for so many bytes, and for a block behind them.
  private mutating func reserve(_ count: Int) {
    let missing = end + count + ByteBlock.size - room.count
    if missing > 0 { room += repeatElement(0, count: max(missing, room.count)) }
  }

  /// Writes the mark that opens a string, after a comma if there is one; gives where the string begins.
  private static func open(
    _ bytes: inout MutableSpan<UInt8>, at place: Int, hasComma: Bool
  ) -> Int {
    // The comma is written over where there is none.
    bytes[place] = UInt8(ascii: ",")
    let start = hasComma ? place + 1 : place
    bytes[start] = quote
    return start + 1
  }

  private static func copy(
    _ text: Span<UInt8>, to bytes: inout MutableSpan<UInt8>, at place: Int
  ) {
    var index = 0
    while let block = ByteBlock(text, at: index) {
      block.store(in: &bytes, at: place + index)
      index += ByteBlock.size
    }
    while index < text.count {
      bytes[place + index] = text[index]
      index += 1
    }
  }

  /// Copies from an index to the next byte that is escaped, or to the end; gives its index.
  private static func copyPlain(
    _ text: Span<UInt8>, from start: Int, to bytes: inout MutableSpan<UInt8>, at place: Int
  ) -> Int {
    let shift = place - start
    var index = start
    while let block = ByteBlock(text, at: index) {
      block.store(in: &bytes, at: index + shift)
      let found = JSONEscape.found(in: block)
      if found != 0 { return index + ByteBlock.first(of: found) }
      index += ByteBlock.size
    }
    while index < text.count, !JSONEscape.isEscaped(text[index]) {
      bytes[index + shift] = text[index]
      index += 1
    }
    return index
  }

  /// Goes on with a text whose byte at `start` is escaped.
  private mutating func appendEscaped(_ text: Span<UInt8>, from start: Int) {
    var index = start
    while index < text.count {
      append(JSONEscape.text(of: text[index]).utf8.span)
      index += 1
      reserve(text.count - index)
      let place = end
      var bytes = room.mutableSpan
      let plain = Self.copyPlain(text, from: index, to: &bytes, at: place)
      end = place + plain - index
      index = plain
    }
  }
}
