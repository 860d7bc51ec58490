/// Gives the lines of a file one by one; holds no more than the longest of them.
struct LineReader {
  /// A line's bytes without its end; nil where it is too long to be kept.
  typealias Line = [UInt8]?

  private let file: FileDescriptor
  private let maximumSize: Int
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  private static let pieceSize = 1 << 18

  init(_ file: FileDescriptor, maximumSize: Int) {
    self.file = file
    self.maximumSize = maximumSize
  }

  /// The next line; `.none` after the last. A line end at the very end opens no further line.
  mutating func next() throws(SystemError) -> Line? {
    var searched = position
    var isTooLong = false
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0A) {
        defer { position = end + 1 }
        return .some(isTooLong ? nil : Array(buffer[position..<end]))
      }
      if isAtEnd { return last(isTooLong) }
      if buffer.count - position > maximumSize {
        isTooLong = true
        position = buffer.count
      }
      buffer.removeFirst(position)
      position = 0
      searched = buffer.count
      isAtEnd = try file.read(Self.pieceSize, into: &buffer) == 0
    }
  }

  private mutating func last(_ isTooLong: Bool) -> Line? {
    guard isTooLong || position < buffer.count else { return .none }
    defer { position = buffer.count }
    return .some(isTooLong ? nil : Array(buffer[position...]))
  }
}
