import Text

/// Cuts a text into words for comparison: case, punctuation and white space do not count.
struct StoryWords {
  /// One hash for each word so far, in text order.
  private(set) var hashes: [UInt64] = []
  /// Of the word that is being read.
  private var hash = seed

  /// The hashes of the words of a text.
  static func hashes(of scalars: some Sequence<Unicode.Scalar>) -> [UInt64] {
    var words = StoryWords()
    for scalar in scalars { words.add(scalar) }
    words.endWord()
    return words.hashes
  }

  /// Goes on with the words of valid UTF-8 and ends the last. O(length).
  mutating func add(utf8 text: Span<UInt8>) {
    hashes.reserveCapacity(hashes.count + text.count / 5)
    let shortening = Self.shortening
    var index = 0
    while let block = ByteBlock(text, at: index) {
      let inside = block.letters | block.digits
      let count = ByteBlock.first(of: ~inside & ByteBlock.repeating(0x80))
      if count > 0 { extend(by: block.prefix(count), shortening[count]) }
      index += count
      guard count < ByteBlock.size else { continue }
      if text[index] >= 0x80 {
        index += add(wide: text, at: index)
      } else {
        if count > 0 || hash != Self.seed { appendWord() }
        // Past the marks behind the word, as far as the block shows them.
        let rest = ((inside | block.wide) &>> UInt64(count &* 8)) &>> 8
        index += 1 + min(ByteBlock.first(of: rest), ByteBlock.size - 1 - count)
      }
    }
    while index < text.count {
      let byte = text[index]
      let small = byte | 0x20
      if small >= 0x61 && small <= 0x7A || byte >= 0x30 && byte <= 0x39 {
        extend(by: UInt64(small))
        index += 1
      } else {
        index += end(text, at: index)
      }
    }
    endWord()
  }

  /// Reads what is no letter or digit of ASCII and gives its bytes.
  private mutating func end(_ text: Span<UInt8>, at index: Int) -> Int {
    if text[index] >= 0x80 { return add(wide: text, at: index) }
    endWord()
    return 1
  }

  /// Adds a code point beyond ASCII and gives its bytes.
  private mutating func add(wide text: Span<UInt8>, at index: Int) -> Int {
    let first = text[index]
    let size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + size <= text.count else { return 1 }
    var value = UInt32(first) & (0x7F >> UInt32(size))
    for next in 1..<size { value = value << 6 | UInt32(text[index + next] & 0x3F) }
    if let scalar = Unicode.Scalar(value) { add(scalar) }
    return size
  }

  private mutating func add(_ scalar: Unicode.Scalar) {
    switch Self.kind(of: scalar) {
    case .letter: extend(by: UInt64(Self.folded(scalar)))
    case .separator: endWord()
    case .ideograph:
      endWord()
      extend(by: UInt64(Self.folded(scalar)))
      endWord()
    }
  }

  /// One step of FNV-1a.
  private mutating func extend(by value: UInt64) { hash = (hash ^ value) &* Self.prime }

  /// The steps of some letters and digits of ASCII, with zeros behind them, and what takes back a zero's step for each
  /// that stands there.
  ///
  /// PERF: without a branch for each byte several words are read at once; `swift run -c release RapporteurBenchmarks`,
  /// stage `records`.
  private mutating func extend(by letters: ByteBlock, _ shortening: UInt64) {
    // The bit that parts small letters from capitals is set in every digit.
    let folded = letters.bits | (letters.bits & ByteBlock.repeating(0x40)) &>> 1
    for place in 0..<UInt64(ByteBlock.size) { extend(by: folded &>> (place &* 8) & 0xFF) }
    hash = hash &* shortening
  }

  private static let prime: UInt64 = 0x100_0000_01B3

  /// By the letters of a block: the inverse of the prime to the power of the places that are left.
  private static let shortening: [UInt64] = {
    // Newton's method, which doubles the bits that are right with each step.
    var inverse = prime
    for _ in 0..<6 { inverse = inverse &* (2 &- prime &* inverse) }
    return (0...ByteBlock.size).map { count in
      (count..<ByteBlock.size).reduce(1) { power, _ in power &* inverse }
    }
  }()

  private mutating func endWord() {
    if hash != Self.seed { appendWord() }
  }

  private mutating func appendWord() {
    hashes.append(Self.mixed(hash))
    hash = Self.seed
  }

  /// How many words the scalars hold, no more than `limit` counted.
  static func count(in scalars: ArraySlice<Unicode.Scalar>, limit: Int) -> Int {
    var count = 0
    var isInside = false
    for scalar in scalars where count < limit {
      let isLetter = kind(of: scalar) != .separator
      if isLetter, !isInside { count += 1 }
      isInside = isLetter
    }
    return count
  }

  /// Spreads a hash over all bits (the finalizer of SplitMix64).
  static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  private enum Kind { case letter, separator, ideograph }

  /// The offset basis of FNV-1a.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    (0x41...0x5A).contains(scalar.value) ? scalar.value | 0x20 : scalar.value
  }

  private static func kind(of scalar: Unicode.Scalar) -> Kind {
    switch scalar.value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: .letter
    case ..<0xC0, 0xD7, 0xF7, 0x2000...0x206F, 0x3000...0x303F, 0xFE00...0xFE0F, 0xFEFF, 0xFFFD:
      .separator
    case 0x2E80...0xA4CF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0x20000...0x3FFFF: .ideograph
    default: .letter
    }
  }
}
