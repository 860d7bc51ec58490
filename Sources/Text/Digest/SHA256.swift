internal import CDigest

/// The SHA-256 hash function, from libcrypto.
package enum SHA256 {
  /// The 32 bytes of the digest.
  package static func digest(_ bytes: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: 32)
    // SAFETY: both buffers live for the call; libcrypto writes exactly 32 bytes.
    let done = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe out.withUnsafeMutableBufferPointer { target in
        unsafe rp_sha256(source.baseAddress, Int64(source.count), target.baseAddress)
      }
    }
    precondition(done == 1, "libcrypto could not compute a digest")
    return out
  }
}
