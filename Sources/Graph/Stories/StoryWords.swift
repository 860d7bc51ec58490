/// Cuts a text into words for comparison: case, punctuation and white space do not count.
enum StoryWords {
  /// One hash for each word, in text order.
  static func hashes(of scalars: some Sequence<Unicode.Scalar>) -> [UInt64] {
    var words: [UInt64] = []
    var hash = seed
    for scalar in scalars {
      switch kind(of: scalar) {
      case .letter: hash = extended(hash, by: scalar)
      case .separator, .ideograph:
        if hash != seed { words.append(mixed(hash)) }
        hash = seed
        if kind(of: scalar) == .ideograph { words.append(mixed(extended(seed, by: scalar))) }
      }
    }
    if hash != seed { words.append(mixed(hash)) }
    return words
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

  /// The offset basis of FNV-1a, whose step `extended` is.
  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func extended(_ hash: UInt64, by scalar: Unicode.Scalar) -> UInt64 {
    let isUpper = (0x41...0x5A).contains(scalar.value)
    return (hash ^ UInt64(isUpper ? scalar.value | 0x20 : scalar.value)) &* 0x100_0000_01B3
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
