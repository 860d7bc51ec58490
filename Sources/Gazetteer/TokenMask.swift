package import Text

/// Sets of tokens in 64 bits. Many tokens share a bit, so a set may hold more than was put in it, never less.
package enum TokenMask {
  package static func bit(of token: TokenID) -> UInt64 {
    1 << UInt64((token.rawValue &* 0x9e37_79b1) >> 26)
  }
}
