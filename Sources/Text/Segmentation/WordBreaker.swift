internal import CICU
internal import Diagnostics

/// Owns one ICU word-break iterator; one per worker, as opening one is slow.
@safe final class WordBreaker {
  // SAFETY: opened in `init`, closed once in `deinit`, never handed out.
  private let handle: OpaquePointer
  private var ends: [Int32] = []
  private var kinds: [Int32] = []

  /// Opens ICU's word rules for a locale such as `en`.
  ///
  /// Throws where ICU cannot, which means a broken installation.
  init(locale: String) throws(Diagnostic) {
    var status: Int32 = 0
    let opened = unsafe locale.withCString { unsafe rp_words_open($0, &status) }
    guard let opened = unsafe opened else {
      throw Diagnostic(
        "icu", "ICU has no word boundaries for `\(locale)` (error \(status))",
        help: "install ICU's data (Debian: libicu72)")
    }
    unsafe handle = opened
  }

  deinit { unsafe rp_words_close(handle) }

  /// The ends of ICU's segments (UTF-8 bytes), in order; together they cover the text. O(length).
  func boundaries(of text: [UInt8]) -> ArraySlice<Int32> {
    if ends.count < text.count {
      ends = Array(repeating: 0, count: text.count)
      kinds = ends
    }
    let capacity = Int64(ends.count)
    // SAFETY: the three buffers live for the call; the shim writes no more than `capacity` elements.
    let count = unsafe text.withUnsafeBufferPointer { source in
      unsafe ends.withUnsafeMutableBufferPointer { ends in
        unsafe kinds.withUnsafeMutableBufferPointer { kinds in
          unsafe rp_words_find(
            handle, source.baseAddress, Int64(source.count), ends.baseAddress, kinds.baseAddress,
            capacity)
        }
      }
    }
    precondition(count >= 0 && count <= capacity, "ICU could not find word boundaries")
    return ends[..<Int(count)]
  }
}
