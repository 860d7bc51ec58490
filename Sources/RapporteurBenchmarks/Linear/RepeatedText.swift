/// A text of any length: a piece of text over and over.
///
/// In the piece `#` stands for letters that are others each time, `~` for "a" or "b" as a generator draws them.
struct RepeatedText: Sendable {
  let piece: String

  init(_ piece: String) { self.piece = piece }

  /// The text, of at least so many bytes and at most a piece more. O(size).
  func bytes(_ size: Int) -> [UInt8] {
    let piece = Array(piece.utf8)
    var draws = SplitMix64(seed: 1)
    var result: [UInt8] = []
    result.reserveCapacity(size + piece.count)
    var number = 0
    while result.count < size {
      for byte in piece {
        switch byte {
        case UInt8(ascii: "#"): Self.append(letters: number, to: &result)
        case UInt8(ascii: "~"): result.append(UInt8(ascii: "a") + UInt8(draws.next() & 1))
        default: result.append(byte)
        }
      }
      number += 1
    }
    return result
  }

  /// The same as a string.
  func text(_ size: Int) -> String { String(decoding: bytes(size), as: UTF8.self) }

  /// A number as letters, those of 26 to the power of 4 in four.
  private static func append(letters number: Int, to result: inout [UInt8]) {
    var rest = number
    for _ in 0..<4 {
      result.append(UInt8(ascii: "a") + UInt8(rest % 26))
      rest /= 26
    }
  }
}
