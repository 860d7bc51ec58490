internal import Glibc

/// Owns an open file and reads it piece by piece.
@safe final class FileDescriptor {
  // SAFETY: opened in `init` (or standard input, which is not closed), closed once in `deinit`.
  private let descriptor: Int32
  private let isOwned: Bool

  /// What a path leads to.
  enum Kind { case file, folder, other }

  /// Opens a file for reading; throws the system's message where it cannot be.
  init(opening path: [UInt8]) throws(SystemError) {
    descriptor = try Self.retrying { unsafe open(Self.terminated(path), O_RDONLY | O_CLOEXEC) }
    isOwned = true
  }

  private init(standardInput: Void) {
    descriptor = STDIN_FILENO
    isOwned = false
  }

  static func standardInput() -> FileDescriptor { FileDescriptor(standardInput: ()) }

  deinit { if isOwned { close(descriptor) } }

  /// Appends up to `count` bytes to the buffer; returns how many, 0 at the end.
  func read(_ count: Int, into buffer: inout [UInt8]) throws(SystemError) -> Int {
    var piece = [UInt8](repeating: 0, count: count)
    let descriptor = descriptor
    let got = try Self.retrying {
      // SAFETY: `read` writes at most `count` bytes, which the piece has.
      unsafe piece.withUnsafeMutableBytes {
        unsafe Glibc.read(descriptor, $0.baseAddress, $0.count)
      }
    }
    buffer += piece.prefix(got)
    return got
  }

  /// What the path leads to, links followed, and a key that is the same for the same folder.
  static func kind(of path: [UInt8]) throws(SystemError) -> (kind: Kind, key: [UInt64]) {
    var status = stat()
    // SAFETY: the path ends with NUL; `stat` fills the structure or fails.
    _ = try retrying { unsafe stat(terminated(path), &status) }
    let key = [UInt64(status.st_dev), UInt64(status.st_ino)]
    switch status.st_mode & S_IFMT {
    case S_IFREG: return (.file, key)
    case S_IFDIR: return (.folder, key)
    default: return (.other, key)
    }
  }

  /// Names in a folder, in no order, `.` and `..` apart.
  static func names(inFolder path: [UInt8]) throws(SystemError) -> [[UInt8]] {
    // SAFETY: the stream is closed before return; each entry is copied before the next is read.
    guard let stream = unsafe opendir(terminated(path)) else { throw SystemError(code: errno) }
    defer { unsafe closedir(stream) }
    var names: [[UInt8]] = []
    while let entry = unsafe readdir(stream) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) {
        unsafe Array($0.prefix { $0 != 0 })
      }
      if name != Array(".".utf8) && name != Array("..".utf8) { names.append(name) }
    }
    return names
  }

  private static func terminated(_ path: [UInt8]) -> [CChar] {
    path.map { CChar(bitPattern: $0) } + [0]
  }

  /// Calls until the call is not interrupted.
  private static func retrying<Result: SignedInteger>(
    _ call: () -> Result
  ) throws(SystemError) -> Result {
    while true {
      let result = call()
      if result >= 0 { return result }
      let code = errno
      if code != EINTR { throw SystemError(code: code) }
    }
  }
}

/// A failure that the system reports.
struct SystemError: Error, Sendable {
  var code: Int32

  /// The system's words, such as `No such file or directory`.
  var message: String {
    // SAFETY: glibc's text is constant or the thread's own; it is copied at once.
    guard let text = unsafe strerror(code) else { return "error \(code)" }
    return unsafe String(cString: text)
  }
}
