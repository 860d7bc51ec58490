/// How a code point behaves at word boundaries, for the code points that `WordScanner` knows.
enum WordClass: UInt8 {
  /// None of the scanner's: only ICU can tell.
  case unknown
  case other
  case space
  case newline
  case letter
  case number
  /// `_`, which joins letters and digits.
  case joiner
  /// A mark inside words and numbers: `a.m`, `O'Brien`, `3.5`.
  case middle
  /// A mark inside numbers alone: `2,019`.
  case numberMiddle

  /// A code point of ASCII, by the rules of ICU's iterator for `en`: unlike plain UAX #29, `@` is a letter and
  /// `:` joins nothing.
  init(ascii byte: UInt8) {
    switch byte {
    case 0x20: self = .space
    case 0x0A...0x0D: self = .newline
    case UInt8(ascii: "0")...UInt8(ascii: "9"): self = .number
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "@"):
      self = .letter
    case UInt8(ascii: "_"): self = .joiner
    case UInt8(ascii: "."), UInt8(ascii: "'"): self = .middle
    case UInt8(ascii: ","), UInt8(ascii: ";"): self = .numberMiddle
    default: self = .other
    }
  }

  /// A code point of two bytes, U+0080 to U+07FF.
  init(_ first: UInt8, _ second: UInt8) {
    switch (first, second) {
    case (0xC2, 0xAA), (0xC2, 0xB5), (0xC2, 0xBA): self = .letter
    case (0xC2, 0xAD), (0xC2, 0xB7): self = .unknown
    case (0xC2, 0xA0...0xBF), (0xC3, 0x97), (0xC3, 0xB7): self = .other
    case (0xC3...0xC8, 0x80...0xBF): self = .letter
    default: self = .unknown
    }
  }

  /// A code point of General Punctuation, U+2000 to U+203F, by its last byte.
  init(generalPunctuation last: UInt8) {
    switch last {
    case 0x98, 0x99: self = .middle
    case 0x90...0xA3, 0xA6: self = .other
    default: self = .unknown
    }
  }
}
