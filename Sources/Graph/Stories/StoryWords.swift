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
    endWord()
    var index = 0
    while index < text.count {
      if let stretch = Stretch(text, at: index) {
        add(text, at: index, stretch.letters)
        index += stretch.count
      } else {
        index = add(text, from: index)
      }
    }
    endWord()
  }

  // MARK: ASCII

  /// Whole words of ASCII and what parts them.
  private struct Stretch {
    /// A bit for each byte that is a letter or digit.
    var letters: UInt64 = 0
    /// Bytes, at least one; the last is no letter or digit.
    var count: Int

    /// The next bytes, 64 at most, as far as they are ASCII; nil where no word ends in them or the text ends soon.
    init?(_ text: Span<UInt8>, at index: Int) {
      guard text.count - index >= 64 + ByteBlock.size else { return nil }
      var wide: UInt64 = 0
      for place in 0..<ByteBlock.size {
        guard let block = ByteBlock(text, at: index + place * ByteBlock.size) else { return nil }
        let shift = UInt64(place * ByteBlock.size)
        wide |= ByteBlock.mask(of: block.wide) &<< shift
        letters |= ByteBlock.mask(of: block.letters | block.digits) &<< shift
      }
      let size = wide.trailingZeroBitCount
      guard size > 0 else { return nil }
      // The word that may go on is left for the next stretch.
      let open = (~(letters &<< UInt64(64 - size))).leadingZeroBitCount
      count = size - open
      guard count > 0 else { return nil }
      letters &= UInt64.max &>> UInt64(64 - count)
    }
  }

  /// Adds the words of a stretch.
  ///
  /// PERF: where words begin and end is known before any is hashed, so that the processor hashes several at once; `swift
  /// run -c release RapporteurBenchmarks`, stage `records`.
  private mutating func add(_ text: Span<UInt8>, at index: Int, _ letters: UInt64) {
    let shortening = Self.shortening
    var starts = letters & ~(letters &<< 1)
    var ends = ~letters & letters &<< 1
    while starts != 0 {
      let (start, end) = (starts.trailingZeroBitCount, ends.trailingZeroBitCount)
      hashes.append(
        Self.mixed(Self.hash(text, TextRange(index + start, index + end), shortening)))
      starts &= starts &- 1
      ends &= ends &- 1
    }
  }

  /// The hash of a word of ASCII behind which the text goes on for a block.
  private static func hash(
    _ text: Span<UInt8>, _ word: TextRange, _ shortening: [UInt64]
  ) -> UInt64 {
    var hash = seed
    var index = word.start
    while index < word.end, let block = ByteBlock(text, at: index) {
      let count = min(ByteBlock.size, word.end - index)
      hash = extended(hash, by: block.prefix(count)) &* shortening[count]
      index += count
    }
    return hash
  }

  /// A hash after the steps of eight letters and digits of ASCII, or of fewer and zeros behind them.
  private static func extended(_ hash: UInt64, by letters: ByteBlock) -> UInt64 {
    // The bit that parts small letters from capitals is set in every digit.
    let folded = letters.bits | (letters.bits & ByteBlock.repeating(0x40)) &>> 1
    var hash = hash
    for place in 0..<UInt64(ByteBlock.size) {
      hash = (hash ^ folded &>> (place &* 8) & 0xFF) &* prime
    }
    return hash
  }

  /// By the letters of a block, what takes back a zero's step for each that is missing: the inverse of the prime to
  /// the power of their number.
  private static let shortening: [UInt64] = {
    // Newton's method, which doubles the bits that are right with each step.
    var inverse = prime
    for _ in 0..<6 { inverse = inverse &* (2 &- prime &* inverse) }
    return (0...ByteBlock.size).map { count in
      (count..<ByteBlock.size).reduce(1) { power, _ in power &* inverse }
    }
  }()

  // MARK: Any text

  /// Goes on byte by byte behind the next word or mark and gives where that is.
  private mutating func add(_ text: Span<UInt8>, from start: Int) -> Int {
    var index = start
    while index < text.count, index == start || hash != Self.seed {
      let byte = text[index]
      let small = byte | 0x20
      if small >= 0x61 && small <= 0x7A || byte >= 0x30 && byte <= 0x39 {
        extend(by: UInt64(small))
        index += 1
      } else {
        index += end(text, at: index)
      }
    }
    return index
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

  private static let prime: UInt64 = 0x100_0000_01B3

  private mutating func endWord() {
    guard hash != Self.seed else { return }
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
