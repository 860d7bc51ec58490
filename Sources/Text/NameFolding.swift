internal import CICU

/// Folds a word of a name so that spellings that differ in case, accents or hyphens are one.
package enum NameFolding {
  /// Its letters and digits in lower case, accents taken off (NFKD without marks, full case folding).
  package static func fold(_ text: String) -> String { fold(text.utf8.span) }

  package static func fold(_ text: Substring) -> String { fold(text.utf8.span) }

  private static func fold(_ text: Span<UInt8>) -> String {
    var folded: [UInt8] = []
    folded.reserveCapacity(text.count)
    fold(text, into: &folded)
    return String(decoding: folded, as: UTF8.self)
  }

  /// Adds a folded stretch of UTF-8 to others.
  package static func fold(_ text: Span<UInt8>, into folded: inout [UInt8]) {
    for index in text.indices where text[index] >= 0x80 {
      folded += foldBeyondASCII(text).utf8
      return
    }
    for index in text.indices {
      let byte = text[index]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): folded.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"):
        folded.append(byte)
      default: break
      }
    }
  }

  private static func foldBeyondASCII(_ text: Span<UInt8>) -> String {
    let bytes = TextBytes.array(text, TextRange(0, text.count))
    let folded = CaseFolding.fold(decompose(bytes)[...])
    let scalars = String(decoding: folded, as: UTF8.self).unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static func decompose(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: bytes.count * 18 + 8)
    let capacity = Int64(out.count)
    // SAFETY: both buffers live for the call and ICU writes no more than `capacity` bytes.
    let needed = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe out.withUnsafeMutableBufferPointer { target in
        unsafe rp_decompose(source.baseAddress, Int64(source.count), target.baseAddress, capacity)
      }
    }
    precondition(needed >= 0 && needed <= capacity, "ICU could not decompose a name")
    return Array(out[..<Int(needed)])
  }
}
