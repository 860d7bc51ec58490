internal import Glibc

/// Writes bytes to a file or pipe through a buffer; every write is checked, none is lost in silence.
package final class CheckedWriter {
  private static let bufferSize = 1 << 16

  // SAFETY: a descriptor that is owned is opened once in `init` and closed once, by `close` or `deinit`.
  private let descriptor: Int32
  private let isOwned: Bool
  private var isOpen = true
  private var buffer: [UInt8] = []
  private let name: String

  private init(_ descriptor: Int32, name: String, isOwned: Bool) {
    self.descriptor = descriptor
    self.name = name
    self.isOwned = isOwned
  }

  /// A writer on standard output or standard error, which stay open.
  package static func standardOutput() -> CheckedWriter {
    CheckedWriter(STDOUT_FILENO, name: "standard output", isOwned: false)
  }

  package static func standardError() -> CheckedWriter {
    CheckedWriter(STDERR_FILENO, name: "standard error", isOwned: false)
  }

  /// A writer on a new or emptied file.
  package static func file(_ path: String) throws(OutputFailure) -> CheckedWriter {
    while true {
      let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return CheckedWriter(descriptor, name: path, isOwned: true) }
      let code = errno
      guard code == EINTR else { throw OutputFailure(name: path, code: code) }
    }
  }

  deinit { if isOwned && isOpen { Glibc.close(descriptor) } }

  /// Appends bytes; they reach the system when the buffer is full or at `flush`.
  package func write(_ bytes: some Collection<UInt8>) throws(OutputFailure) {
    buffer += bytes
    if buffer.count >= Self.bufferSize { try flush() }
  }

  /// Hands the system all that has been written.
  package func flush() throws(OutputFailure) {
    var start = 0
    while start < buffer.count {
      let (written, code) = put(from: start)
      if written > 0 {
        start += written
      } else if code != EINTR {
        buffer = []
        throw OutputFailure(name: name, code: code)
      }
    }
    buffer.removeAll(keepingCapacity: true)
  }

  private func put(from start: Int) -> (written: Int, code: Int32) {
    // SAFETY: the buffer lives for the call and holds `count` bytes from `start` on.
    let written = unsafe buffer.withUnsafeBytes { bytes in
      let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[start...])
      return unsafe Glibc.write(descriptor, rest.baseAddress, rest.count)
    }
    return (written, written > 0 ? 0 : (written == 0 ? ENOSPC : errno))
  }

  /// Flushes, brings the bytes of an owned file to the disk and closes it.
  package func close() throws(OutputFailure) {
    try flush()
    guard isOwned, isOpen else { return }
    // A pipe or device cannot be synchronised, which loses nothing.
    if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS {
      throw OutputFailure(name: name, code: errno)
    }
    isOpen = false
    if Glibc.close(descriptor) != 0, errno != EINTR {
      throw OutputFailure(name: name, code: errno)
    }
  }
}
