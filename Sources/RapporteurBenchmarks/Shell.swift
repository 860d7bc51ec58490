import Glibc

/// Other programs, run by the shell.
enum Shell {
  /// What a command writes to its output, and whether it ended well.
  static func output(of command: String) -> (bytes: [UInt8], isDone: Bool) {
    // SAFETY: the pipe is read to its end and closed here; the buffer lives for each call.
    guard let pipe = unsafe popen(command, "r") else { return ([], false) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe chunk.withUnsafeMutableBufferPointer {
        unsafe fread($0.baseAddress, 1, $0.count, pipe)
      }
      guard count > 0 else { break }
      result += chunk[..<count]
    }
    let status = unsafe pclose(pipe)
    return (result, status == 0)
  }

  /// A text as one word of a command.
  static func quoted(_ text: String) -> String { "'\(text.replacing("'", with: "'\\''"))'" }
}
