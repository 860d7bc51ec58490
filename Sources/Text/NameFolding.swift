internal import CICU

/// Folds a word of a name so that spellings that differ in case, accents or hyphens are one.
package enum NameFolding {
  /// Its letters and digits in lower case, accents taken off (NFKD without marks, full case folding).
  package static func fold(_ text: some StringProtocol) -> String {
    let bytes = Array(text.utf8)
    let plain = bytes.allSatisfy { $0 < 0x80 } ? bytes : decompose(bytes)
    let folded = CaseFolding.fold(plain[...])
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
