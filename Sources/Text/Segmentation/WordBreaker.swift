internal import CICU
package import Diagnostics

/// Finds ICU's word boundaries; owns one iterator, one per worker, as opening one is slow.
@safe package final class WordBreaker {
  // SAFETY: opened in `init`, closed once in `deinit`, never handed out.
  private let handle: OpaquePointer
  private let scanner = WordScanner()
  private var stretch: [Int32] = []

  /// Opens ICU's word rules for a locale such as `en`.
  ///
  /// Throws where ICU cannot, which means a broken installation.
  package init(locale: String) throws(Diagnostic) {
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
  ///
  /// The scanner finds most of them; ICU is asked about the stretches that it does not know.
  func boundaries(of text: Span<UInt8>) -> [Int32] {
    var ends: [Int32] = []
    ends.reserveCapacity(text.count / 2)
    var start = 0
    while start < text.count {
      if let end = WordScanner.endOfPlainWord(of: text, from: start) {
        ends.append(Int32(end))
        ends.append(Int32(end + 1))
      } else {
        appendBoundaries(of: text, from: start, to: &ends)
      }
      start = ends.last.map { Int($0) } ?? text.count
    }
    return ends
  }

  /// Adds the end of the segment that begins at an index, or the ends of several. O(their length).
  func appendBoundaries(of text: Span<UInt8>, from start: Int, to ends: inout [Int32]) {
    if let end = scanner.end(of: text, from: start) { return ends.append(Int32(end)) }
    let end = WordScanner.safeEnd(of: text, after: start)
    appendBoundaries(of: text.extracting(start..<end), offset: Int32(start), to: &ends)
  }

  /// The same from ICU alone: the twin that the scanner is checked against, and the yardstick of all speeds.
  package func boundariesFromICU(of text: Span<UInt8>) -> [Int32] {
    var ends: [Int32] = []
    appendBoundaries(of: text, offset: 0, to: &ends)
    return ends
  }

  private func appendBoundaries(
    of text: Span<UInt8>, offset: Int32, to ends: inout [Int32]
  ) {
    if stretch.count < text.count { stretch = Array(repeating: 0, count: text.count) }
    let capacity = Int64(stretch.count)
    // SAFETY: the buffers live for the call; the shim writes no more than `capacity` elements.
    let count = unsafe text.withUnsafeBufferPointer { source in
      unsafe stretch.withUnsafeMutableBufferPointer { ends in
        unsafe rp_words_find(
          handle, source.baseAddress, Int64(source.count), ends.baseAddress, nil, capacity)
      }
    }
    precondition(count >= 0 && count <= capacity, "ICU could not find word boundaries")
    for index in 0..<Int(count) { ends.append(stretch[index] + offset) }
  }
}
