internal import CICU

/// What a token looks like, found once per distinct spelling.
public struct TokenShape: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case word, number, punctuation, symbol
  }
  public enum LetterCase: String, Sendable, Hashable, CaseIterable {
    case none, lower, capitalized, upper, mixed
  }

  public var kind: Kind
  public var letterCase: LetterCase
  /// Code points.
  public var length: Int

  init(kind: Kind, letterCase: LetterCase, length: Int) {
    self.kind = kind
    self.letterCase = letterCase
    self.length = length
  }

  init(of bytes: ArraySlice<UInt8>) {
    var tally = Tally()
    if bytes.allSatisfy({ $0 < 0x80 }) {
      for byte in bytes { tally.add(Self.ascii[Int(byte)]) }
    } else {
      for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
        tally.add(rp_character_class(Int32(scalar.value)))
      }
    }
    self.init(kind: tally.kind, letterCase: tally.letterCase, length: tally.length)
  }

  /// What ICU says of each code point of ASCII.
  private static let ascii: [Int32] = (0..<0x80).map(rp_character_class)

  /// Counts the code points of a spelling by what they are.
  private struct Tally {
    var letters = 0
    var digits = 0
    var uppers = 0
    var cased = 0
    var punctuation = 0
    var startsUpper = false
    var length = 0

    /// Counts a code point, given by the bits of its class.
    mutating func add(_ bits: Int32) {
      if bits & 4 != 0 {
        uppers += 1
        startsUpper = startsUpper || letters == 0
      }
      cased += bits & 12 != 0 ? 1 : 0
      letters += bits & 1 != 0 ? 1 : 0
      digits += bits & 2 != 0 ? 1 : 0
      punctuation += bits & 16 != 0 ? 1 : 0
      length += 1
    }

    var kind: Kind {
      letters > 0 ? .word : digits > 0 ? .number : punctuation > 0 ? .punctuation : .symbol
    }

    var letterCase: LetterCase {
      switch (cased, uppers) {
      case (0, _): .none
      case (_, 0): .lower
      case (1, 1): .capitalized
      case (let all, let upper) where all == upper: .upper
      case (_, 1) where startsUpper: .capitalized
      default: .mixed
      }
    }
  }
}
