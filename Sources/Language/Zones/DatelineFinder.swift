import Text

/// Reads the dateline at the beginning of a line: "SEOUL, South Korea (AP) —", "BEIJING, April 28 (Reuters) -".
struct DatelineFinder {
  let tables: ZoneTables
  let text: [UInt8]

  /// Bytes before the dash at most.
  private static let reach = 120

  /// The dateline that begins the line, nil where there is none.
  ///
  /// Before the dash stand a place and, if any, a date and an agency in parentheses. Without an agency the place must
  /// be in capitals, as "Wang – the envoy – said" is no dateline.
  func dateline(in line: TextRange) -> Dateline? {
    guard let dash = dash(in: line) else { return nil }
    // The agency's own slash is both its end and the mark.
    var end = text[dash.start] == UInt8(ascii: "/") ? dash.start + 1 : dash.start
    while end > line.start, text[end - 1] == 0x20 { end -= 1 }
    let agency = agency(from: line.start, to: end)
    let placeEnd = agency.map(\.outer.start) ?? end
    guard let (place, date) = placeAndDate(from: line.start, to: placeEnd, agency != nil),
      followsWell(dash.end, line.end)
    else { return nil }
    return Dateline(
      range: TextRange(line.start, dash.end), place: place, agency: agency?.inner, date: date)
  }

  /// The first dash with space around it, two hyphens, or the mark that some agencies put in its place: "SOCHI,
  /// November 26. /TASS/." and "NEW DELHI:".
  private func dash(in line: TextRange) -> TextRange? {
    var index = line.start + 2
    let limit = min(line.end, line.start + Self.reach)
    while index < limit {
      if let block = ByteBlock(text.span, at: index), !Self.mayHoldDash(block) {
        index += ByteBlock.size
        continue
      }
      if let size = dashSize(at: index, end: line.end) { return TextRange(index, index + size) }
      index += 1
    }
    return nil
  }

  private static func mayHoldDash(_ block: ByteBlock) -> Bool {
    block.equal(to: UInt8(ascii: "-")) | block.equal(to: UInt8(ascii: ":"))
      | block.equal(to: UInt8(ascii: "/")) | block.wide != 0
  }

  private func dashSize(at index: Int, end: Int) -> Int? {
    let isSpaced = text[index - 1] == 0x20 || text[index - 1] == UInt8(ascii: ")")
    switch text[index] {
    case UInt8(ascii: "/"):
      return index + 1 < end && text[index + 1] == UInt8(ascii: ".") && index > 2
        ? 2 : nil
    case UInt8(ascii: ":"):
      return text[index - 1] >= 0x41 && text[index - 1] <= 0x5A ? 1 : nil
    case 0x2D:
      if index + 1 < end, text[index + 1] == 0x2D { return 2 }
      return isSpaced && (index + 1 == end || text[index + 1] == 0x20) ? 1 : nil
    // U+2013 –, U+2014 —.
    case 0xE2 where index + 2 < end || index + 3 == end:
      let isDash = text[index + 1] == 0x80 && (text[index + 2] == 0x93 || text[index + 2] == 0x94)
      return isDash && (isSpaced || text[index + 2] == 0x94) ? 3 : nil
    default: return nil
    }
  }

  /// "(AP)" or "/PRNewswire/" at the end.
  private func agency(from start: Int, to end: Int) -> (outer: TextRange, inner: TextRange)? {
    let pairs: [(UInt8, UInt8)] = [
      (UInt8(ascii: "("), UInt8(ascii: ")")), (UInt8(ascii: "/"), UInt8(ascii: "/")),
    ]
    for (open, close) in pairs where end - 2 > start && text[end - 1] == close {
      guard let index = text[start..<end - 1].lastIndex(of: open), index + 1 < end - 1 else {
        continue
      }
      return (TextRange(index, end), TextRange(index + 1, end - 1))
    }
    return nil
  }

  private func placeAndDate(
    from start: Int, to end: Int, _ hasAgency: Bool
  ) -> (place: TextRange, date: TextRange?)? {
    var scanner = WordScanner(text, from: start, to: end)
    var words: [WordScanner.Word] = []
    while let word = scanner.next() {
      words.append(word)
      if words.count > 10 { return nil }
    }
    guard let first = words.first, first.start == start else { return nil }
    let dateStart = words.firstIndex { has(.date, $0) || $0.isNumber }
    let place = words[..<(dateStart ?? words.count)]
    guard let last = place.last, isPlace(place, hasAgency || dateStart != nil) else { return nil }
    let date = dateStart.flatMap { index in
      words.last.map { TextRange(words[index].start, $0.end) }
    }
    return (TextRange(start, last.end), date)
  }

  private func has(_ role: ZoneWords.Roles, _ word: WordScanner.Word) -> Bool {
    tables.words.meaning(of: word.key).roles.contains(role)
  }

  private func isPlace(_ words: ArraySlice<WordScanner.Word>, _ hasMore: Bool) -> Bool {
    guard let first = words.first, first.isCapitalized || first.isUpper else { return false }
    if hasMore {
      return words.allSatisfy { $0.isCapitalized || has(.function, $0) }
    }
    // "WASHINGTON", "RIO DE JANEIRO", "ST. JOHN'S, Antigua": three capitals make no abbreviation.
    return first.isUpper && words.contains { $0.isUpper && $0.end - $0.start >= 4 }
      && words.allSatisfy { $0.isCapitalized || has(.function, $0) }
  }

  /// What follows begins a sentence, or the line ends.
  private func followsWell(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index < end, text[index] == 0x20 { index += 1 }
    return index == end || !(text[index] >= 0x61 && text[index] <= 0x7A)
  }
}
