import Text

/// Makes the lines of a text and counts what is in them.
struct LineScanner {
  let tables: ZoneTables
  let text: [UInt8]
  /// The first words of the line that is being read.
  private var head: [PhraseIndex.Word] = []
  /// Whether any of them begins a phrase.
  private var mayHoldPhrase = false

  init(tables: ZoneTables, text: [UInt8]) {
    self.tables = tables
    self.text = text
    head.reserveCapacity(Self.lookedAt)
  }

  /// A line's words that phrases are looked for in, and of which it may be a date; furniture says early what it is.
  private static let lookedAt = 24

  mutating func line(_ range: TextRange) -> PageLine {
    var line = PageLine(range: range)
    head.removeAll(keepingCapacity: true)
    mayHoldPhrase = false
    var scanner = WordScanner(text, from: range.start, to: range.end)
    var lastEnd = range.start
    while let word = scanner.nextRange() {
      if line.words == 0 {
        begin(&line, at: word.start)
      } else if word.start - lastEnd > 1 {
        readGap(from: lastEnd, to: word.start, in: &line)
      }
      line.words += 1
      lastEnd = word.end
      if line.words <= Self.lookedAt { read(scanner.word(in: word), in: &line) }
    }
    line.separators += separators(from: lastEnd, to: range.end, isEdge: true)
    finish(&line)
    return line
  }

  /// Reads what stands before the first word.
  private func begin(_ line: inout PageLine, at word: Int) {
    line.isBullet = isBullet(line.range.start, before: word)
    line.startsLower = text[word] >= 0x61 && text[word] <= 0x7A
  }

  /// Reads what stands between two words.
  private func readGap(from start: Int, to end: Int, in line: inout PageLine) {
    line.separators += separators(from: start, to: end, isEdge: false)
    let isCapital = text[end] >= 0x41 && text[end] <= 0x5A
    if isCapital, endsSentence(from: start, to: end) { line.innerStops += 1 }
  }

  /// Reads one of the first words.
  private mutating func read(_ word: WordScanner.Word, in line: inout PageLine) {
    let meaning = tables.words.meaning(of: word.key)
    if word.isNumber { line.numbers += 1 }
    if meaning.roles.contains(.date) { line.dateWords += 1 }
    if meaning.phrases != nil { mayHoldPhrase = true }
    head.append(
      PhraseIndex.Word(key: word.key, isNumber: word.isNumber, phrases: meaning.phrases))
  }

  private func finish(_ line: inout PageLine) {
    let end = withoutClosers(line.range)
    if end > line.range.start {
      line.hasStop = isStop(before: end, from: line.range.start)
      line.endsWithColon = text[end - 1] == UInt8(ascii: ":")
    }
    guard mayHoldPhrase else { return }
    let found = tables.phrases.cue(in: head, isWhole: head.count == line.words)
    if let (cue, length) = found, isPlausible(cue, length, line) { line.cue = cue }
  }

  /// The words of notices are words of sentences too; what tells them apart is how long the line is.
  private func isPlausible(_ cue: LineCue, _ length: Int, _ line: PageLine) -> Bool {
    if length == 1, line.words > 12 || line.isProse { return false }
    return switch cue {
    case .byline, .date, .navigation, .share: line.words <= 20 && !line.hasSentences
    case .comments: line.words <= 15
    case .related: line.words <= 30
    case .credit, .furniture: line.words <= 60
    }
  }

  // MARK: Marks

  private func isStop(before end: Int, from start: Int) -> Bool {
    switch text[end - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    // U+2026 …, U+3002 。
    case 0xA6: end - 3 >= start && text[end - 3] == 0xE2 && text[end - 2] == 0x80
    case 0x82: end - 3 >= start && text[end - 3] == 0xE3 && text[end - 2] == 0x80
    default: false
    }
  }

  /// The end of the line without quotes and a credit in parentheses after the last sentence.
  private func withoutClosers(_ range: TextRange) -> Int {
    var end = range.end
    // No sentence ends with more marks than that; each step may look back.
    let limit = max(range.start, range.end - 240)
    while end > limit {
      switch text[end - 1] {
      case 0x20, 0x22, 0x27, UInt8(ascii: "]"), UInt8(ascii: "*"): end -= 1
      // U+2019 ’, U+201D ”.
      case 0x99, 0x9D:
        guard end - 3 >= range.start, text[end - 3] == 0xE2, text[end - 2] == 0x80 else {
          return end
        }
        end -= 3
      // U+00BB ».
      case 0xBB:
        guard end - 2 >= range.start, text[end - 2] == 0xC2 else { return end }
        end -= 2
      case UInt8(ascii: ")"):
        end = beforeParenthesis(range.start, end - 1)
      default: return end
      }
    }
    return end
  }

  /// Where a closing parenthesis' content ends if it is a sentence, else where the parenthesis opens.
  private func beforeParenthesis(_ start: Int, _ close: Int) -> Int {
    if close > start, isStop(before: close, from: start) { return close }
    var index = close - 1
    let limit = max(start, close - 200)
    while index > limit, text[index] != UInt8(ascii: "(") { index -= 1 }
    guard index > start, text[index] == UInt8(ascii: "(") else { return close }
    // "(AP Photo)" is a credit, "(5)" a count.
    return text[index..<close].contains { $0 >= 0x41 } ? index : close
  }

  private func endsSentence(from start: Int, to end: Int) -> Bool {
    guard end - start >= 2, start < end else { return false }
    let byte = text[start]
    guard byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
    else { return false }
    return text[start..<end].contains(0x20)
  }

  /// Marks that part items, between two words: `|`, `>`, `/`, `·`, `•`, `»`, `›`, `▾`, `☰`, or a gap of spaces.
  private func separators(from start: Int, to end: Int, isEdge: Bool) -> Int {
    guard end - start >= 2 else { return 0 }
    var spaces = 0
    for index in start..<end {
      switch text[index] {
      case UInt8(ascii: "|"), UInt8(ascii: ">"): return 1
      case UInt8(ascii: "/"): if end - start >= 3 { return 1 }
      case 0xC2 where index + 1 < end: if isMark(0xC2, text[index + 1]) { return 1 }
      case 0xE2 where index + 2 < end:
        if isMenuMark(text[index + 1], text[index + 2]) { return 1 }
      case 0x20: spaces += 1
      default: break
      }
    }
    return !isEdge && spaces >= 2 && spaces == end - start ? 1 : 0
  }

  /// U+00B7 · and U+00BB ».
  private func isMark(_ lead: UInt8, _ byte: UInt8) -> Bool {
    lead == 0xC2 && (byte == 0xB7 || byte == 0xBB)
  }

  /// U+2022 •, U+203A ›, U+2190 to U+27BF (arrows, shapes, symbols).
  private func isMenuMark(_ second: UInt8, _ third: UInt8) -> Bool {
    if second == 0x80 { return third == 0xA2 || third == 0xBA }
    return second >= 0x86 && second <= 0x9E
  }

  /// A line that begins with a mark other than a quote, a parenthesis or a sign of a number or name.
  private func isBullet(_ start: Int, before word: Int) -> Bool {
    guard word > start else { return false }
    switch text[start] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: ">"), UInt8(ascii: "+"):
      return true
    case 0xC2: return isMark(0xC2, text[start + 1])
    case 0xE2 where start + 2 < word: return isMenuMark(text[start + 1], text[start + 2])
    default: return false
    }
  }
}
