internal import CICU

/// What a token looks like, found once per distinct spelling.
package struct TokenShape: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, CaseIterable {
    case word, number, punctuation, symbol
  }
  package enum LetterCase: String, Sendable, Hashable, CaseIterable {
    case none, lower, capitalized, upper, mixed
  }

  package var kind: Kind
  package var letterCase: LetterCase
  /// Code points.
  package var length: Int

  init(kind: Kind, letterCase: LetterCase, length: Int) {
    self.kind = kind
    self.letterCase = letterCase
    self.length = length
  }

  init(of bytes: ArraySlice<UInt8>) {
    var letters = 0
    var digits = 0
    var uppers = 0
    var cased = 0
    var punctuation = 0
    var startsUpper = false
    length = 0
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let bits = rp_character_class(Int32(scalar.value))
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
    kind = letters > 0 ? .word : digits > 0 ? .number : punctuation > 0 ? .punctuation : .symbol
    letterCase =
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
