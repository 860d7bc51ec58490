internal import CICU

/// Unicode full case folding of UTF-8 bytes.
enum CaseFolding {
  /// The folded bytes; ASCII is folded here, the rest by ICU.
  static func fold(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      guard bytes.contains(where: { $0 >= 0x41 && $0 <= 0x5A }) else { return bytes }
      return bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }[...]
    }
    var out = [UInt8](repeating: 0, count: bytes.count * 3 + 8)
    let capacity = Int64(out.count)
    // SAFETY: both buffers live for the call and ICU writes no more than `capacity` bytes.
    let needed = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe out.withUnsafeMutableBufferPointer { target in
        unsafe rp_fold_case(source.baseAddress, Int64(source.count), target.baseAddress, capacity)
      }
    }
    precondition(needed >= 0 && needed <= capacity, "ICU could not fold a token's case")
    return out[..<Int(needed)]
  }
}
