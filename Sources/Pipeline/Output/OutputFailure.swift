internal import Glibc

/// A write that failed: full disk, closed pipe, no permission.
package struct OutputFailure: Error, Sendable, Hashable {
  /// The file's path, or `standard output`.
  package var name: String
  /// The system's error number.
  package var code: Int32

  package init(name: String, code: Int32) {
    self.name = name
    self.code = code
  }

  /// Whoever read the pipe has gone.
  package var isClosedPipe: Bool { code == EPIPE }

  /// What happened, in the system's words: `out/graph.jsonl: No space left on device`.
  package var message: String {
    // SAFETY: glibc keeps the text for each thread, and it is copied at once.
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) }
    return "\(name): \(reason ?? "error \(code)")"
  }
}
