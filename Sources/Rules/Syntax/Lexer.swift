import Diagnostics

/// Cuts a rule file into lexemes. Linear in the size of the file; never fails, but collects diagnostics.
struct Lexer {
  private let source: SourceFile
  private var position = 0
  private(set) var lexemes: [Lexeme] = []
  private(set) var diagnostics = DiagnosticLog()

  /// Marks, the longest first.
  private static let marks = [
    "...", "=>", "<-", "!=", "{", "}", "(", ")", "[", "]", "<", ">", "|", "*", "+", "?", ",", ":",
    ";", "=", "~", ".", "@", "!", "&",
  ]

  /// Some editors put it before UTF-8; it is no part of the text.
  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  init(_ source: SourceFile) { self.source = source }

  mutating func run() {
    if let offset = source.invalidOffset {
      report(.notUTF8, offset, end: offset + 1)
    }
    if source.bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
    while position < source.bytes.count { next() }
    lexemes.append(Lexeme(kind: .end, text: "", start: position, end: position))
  }

  private func byte(_ offset: Int = 0) -> UInt8 {
    position + offset < source.bytes.count ? source.bytes[position + offset] : 0
  }

  private mutating func next() {
    switch byte() {
    case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
      position += 1
    case UInt8(ascii: "/") where byte(1) == UInt8(ascii: "/"): readComment()
    case UInt8(ascii: "/") where isAfterTilde: readRegex()
    case UInt8(ascii: "\""): readString()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): readNumber()
    case let first where Self.isNameStart(first): readName()
    default: readMark()
    }
  }

  private var isAfterTilde: Bool { lexemes.last?.kind == .mark && lexemes.last?.text == "~" }

  private mutating func append(_ kind: Lexeme.Kind, _ text: String, from start: Int) {
    lexemes.append(Lexeme(kind: kind, text: text, start: start, end: position))
  }

  private mutating func readComment() {
    let start = position
    let isDocumentation = byte(2) == UInt8(ascii: "/")
    while position < source.bytes.count, byte() != UInt8(ascii: "\n") { position += 1 }
    guard isDocumentation else { return }
    let text = source.text(start + 3, position)
    append(.documentation, String(text.drop { $0 == " " }), from: start)
  }

  private mutating func readRegex() {
    let start = position
    position += 1
    while byte() != UInt8(ascii: "/"), byte() != UInt8(ascii: "\n"), position < source.bytes.count {
      let isEscape = byte() == UInt8(ascii: "\\") && byte(1) != UInt8(ascii: "\n")
      position += isEscape ? 2 : 1
    }
    position = min(position, source.bytes.count)
    guard byte() == UInt8(ascii: "/") else {
      return report(.openRegex, start)
    }
    position += 1
    append(.regex, source.text(start + 1, position - 1), from: start)
  }

  private mutating func readString() {
    let start = position
    position += 1
    var text: [UInt8] = []
    while position < source.bytes.count, byte() != UInt8(ascii: "\""), byte() != UInt8(ascii: "\n")
    {
      if byte() == UInt8(ascii: "\\"), byte(1) != UInt8(ascii: "\n") { position += 1 }
      text.append(byte())
      position += 1
    }
    position = min(position, source.bytes.count)
    guard byte() == UInt8(ascii: "\"") else {
      return report(.openString, start)
    }
    position += 1
    append(.string, String(decoding: text, as: UTF8.self), from: start)
  }

  private mutating func readNumber() {
    let start = position
    while Self.isDigit(byte()) || (byte() == UInt8(ascii: "-") && Self.isDigit(byte(1))) {
      position += 1
    }
    let text = source.text(start, position)
    append(text.contains("-") ? .date : .number, text, from: start)
  }

  private mutating func readName() {
    let start = position
    while Self.isNameStart(byte()) || Self.isDigit(byte()) || joinsName() { position += 1 }
    append(.name, source.text(start, position), from: start)
  }

  private func joinsName() -> Bool {
    (byte() == UInt8(ascii: "-") || byte() == UInt8(ascii: "/")) && Self.isNameStart(byte(1))
  }

  private mutating func readMark() {
    let start = position
    for mark in Self.marks where source.bytes[position...].starts(with: mark.utf8) {
      position += mark.utf8.count
      return append(.mark, mark, from: start)
    }
    position += 1
    while position < source.bytes.count, source.bytes[position] & 0xC0 == 0x80 { position += 1 }
    report(.strayCharacter(source.text(start, position)), start)
  }

  private mutating func report(_ mistake: SyntaxDiagnostic, _ start: Int, end: Int? = nil) {
    let place = source.location(start, end ?? position)
    diagnostics.append(mistake.at(place))
  }

  private static func isNameStart(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
}
