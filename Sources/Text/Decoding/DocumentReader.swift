/// Reads files, folders and standard input, document by document.
///
/// Inputs come in the order in which they are named, a folder's files in byte order of their paths; hidden files are
/// passed over. JSON Lines are streamed. What cannot be used is a reject, and the reading goes on.
package struct DocumentReader {
  /// How to read.
  package struct Options: Sendable {
    package var fields = FieldMapping()
    /// What standard input, named `-`, holds: JSON Lines, or one document of another form.
    package var standardInput: RawInput.Form = .jsonLine

    package init() {}
  }

  /// Bytes of an input, or why there are none.
  package enum RawResult: Sendable {
    case input(RawInput)
    case reject(Reject)
  }

  private struct OpenLines {
    var lines: LineReader
    var path: String
    var number = 0
  }

  private let options: Options
  private let decoder: DocumentDecoder
  private var arguments: ArraySlice<String>
  private var walk: FileWalk?
  private var lines: OpenLines?
  private var ids = SourceIDs()

  package init(inputs: [String], options: Options = Options()) {
    self.options = options
    decoder = DocumentDecoder(fields: options.fields)
    arguments = inputs[...]
  }

  /// The next document or reject, nil after the last.
  package mutating func next() -> ReadResult? {
    switch nextRaw() {
    case nil: return nil
    case .reject(let reject): return .reject(reject)
    case .input(let input):
      do {
        let document = try decoder.document(of: input)
        try ids.admit(document)
        return .document(document)
      } catch {
        return .reject(error)
      }
    }
  }

  /// The next input's bytes, for those who decode them elsewhere and hold the ids apart themselves.
  package mutating func nextRaw() -> RawResult? {
    while true {
      if lines != nil {
        if let result = nextLine() { return result }
        lines = nil
      } else if let entry = walk?.next() {
        if let result = visit(entry) { return result }
      } else if let argument = arguments.popFirst() {
        walk = nil
        if let result = begin(argument) { return result }
      } else {
        return nil
      }
    }
  }

  /// Opens an argument; nil where what it holds comes later.
  private mutating func begin(_ argument: String) -> RawResult? {
    if argument == "-" { return read(.standardInput(), options.standardInput, path: "-") }
    let path = Array(argument.utf8)
    let name = Array(path.split(separator: UInt8(ascii: "/")).last ?? path[...])
    do {
      let (kind, key) = try FileDescriptor.kind(of: path)
      if kind == .folder {
        walk = FileWalk(folder: path, key: key)
        return nil
      }
      return visit(FileWalk.Entry(path: path, name: name, failure: nil))
    } catch {
      return visit(FileWalk.Entry(path: path, name: name, failure: error))
    }
  }

  private mutating func visit(_ entry: FileWalk.Entry) -> RawResult? {
    let path = String(decoding: entry.name, as: UTF8.self)
    if let failure = entry.failure { return .reject(Self.unreadable(failure, path)) }
    do throws(SystemError) {
      guard let form = Self.form(ofName: path) else {
        return .reject(Reject(.kind, "neither .txt, .html, .htm nor .jsonl", path: path))
      }
      guard try FileDescriptor.kind(of: entry.path).kind == .file else {
        return .reject(Reject(.kind, "a device, pipe or socket, no file", path: path))
      }
      return read(try FileDescriptor(opening: entry.path), form, path: path)
    } catch {
      return .reject(Self.unreadable(error, path))
    }
  }

  private static func form(ofName name: String) -> RawInput.Form? {
    let lower = name.lowercased()
    if lower.hasSuffix(".txt") { return .plainText }
    if lower.hasSuffix(".html") || lower.hasSuffix(".htm") { return .html }
    return lower.hasSuffix(".jsonl") ? .jsonLine : nil
  }

  private mutating func read(
    _ file: FileDescriptor, _ form: RawInput.Form, path: String
  ) -> RawResult? {
    if form == .jsonLine {
      let reader = LineReader(file, maximumSize: DocumentDecoder.maximumLineSize)
      lines = OpenLines(lines: reader, path: path)
      return nil
    }
    var bytes: [UInt8] = []
    do {
      // One byte more than allowed tells a file that is too large.
      while bytes.count <= DocumentDecoder.maximumSize,
        try file.read(1 << 16, into: &bytes) > 0
      {}
    } catch {
      return .reject(Self.unreadable(error, path))
    }
    return .input(RawInput(form: form, path: path, bytes: bytes))
  }

  private mutating func nextLine() -> RawResult? {
    guard var open = lines else { return nil }
    lines = nil
    var isBroken = false
    defer { lines = isBroken ? nil : open }
    do {
      while let line = try open.lines.next() {
        open.number += 1
        guard let line else {
          return .reject(DocumentDecoder.longLine(path: open.path, line: open.number))
        }
        let bytes = open.number == 1 ? Self.withoutMark(line) : line
        guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { continue }
        return .input(
          RawInput(form: .jsonLine, path: open.path, line: open.number, bytes: bytes))
      }
      return nil
    } catch {
      isBroken = true
      return .reject(Self.unreadable(error, open.path))
    }
  }

  private static func withoutMark(_ line: [UInt8]) -> [UInt8] {
    line.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(line.dropFirst(3)) : line
  }

  private static func unreadable(_ error: SystemError, _ path: String) -> Reject {
    Reject(.unreadable, "cannot be read: \(error.message)", path: path)
  }
}
