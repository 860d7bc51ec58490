/// Finds word boundaries without ICU in the text of most European pages, and says where it cannot.
///
/// PERF: with it the tokenizer is several times as fast as ICU's bare loop; `swift run -c release
/// RapporteurBenchmarks`, stage `tokens`. `SegmentationBoundaryTests` holds it against ICU.
struct WordScanner {
  private let ascii: [WordClass] = (0..<0x80).map { WordClass(ascii: $0) }

  /// The end of a word of ASCII letters alone at `start` behind which one space and more of ASCII stand, as most do; nil
  /// for any other segment. The space is the next segment.
  static func endOfPlainWord(of text: Span<UInt8>, from start: Int) -> Int? {
    var end = start
    while let block = ByteBlock(text, at: end) {
      let others = ~block.letters & ByteBlock.repeating(0x80)
      end += ByteBlock.first(of: others)
      if others != 0 { break }
    }
    guard end > start, end + 1 < text.count, text[end] == 0x20, text[end + 1] != 0x20,
      text[end + 1] < 0x80
    else { return nil }
    return end
  }

  /// The end of the segment that starts at `start`, nil where only ICU can tell. O(length of the segment).
  ///
  /// What follows the segment is looked at too, as a combining mark would belong to it.
  func end(of text: Span<UInt8>, from start: Int) -> Int? {
    let (first, width) = classify(text, at: start)
    var end = start + width
    switch first {
    case .unknown: return nil
    case .newline: return endOfLineBreak(text, from: start)
    case .space: while end < text.count, text[end] == 0x20 { end += 1 }
    case .letter, .number, .joiner:
      guard let stop = endOfWord(text, from: end, after: first) else { return nil }
      return stop
    case .other, .middle, .numberMiddle: break
    }
    if end < text.count, classify(text, at: end).0 == .unknown { return nil }
    return end
  }

  /// Where a stretch may end that ICU takes alone: the first place after `start` where whatever stands on either
  /// side cannot matter, a space after visible ASCII or the end of a line.
  static func safeEnd(of text: Span<UInt8>, after start: Int) -> Int {
    var end = start + 1
    while end < text.count {
      if text[end] == 0x20, text[end - 1] > 0x20, text[end - 1] < 0x7F { return end }
      if text[end - 1] == UInt8(ascii: "\n") { return end }
      end += 1
    }
    return text.count
  }

  private func endOfLineBreak(_ text: Span<UInt8>, from start: Int) -> Int {
    let isPair =
      text[start] == UInt8(ascii: "\r") && start + 1 < text.count
      && text[start + 1] == UInt8(ascii: "\n")
    return start + (isPair ? 2 : 1)
  }

  private func endOfWord(_ text: Span<UInt8>, from start: Int, after first: WordClass) -> Int? {
    var last = first
    var end = start
    while end < text.count {
      if let block = ByteBlock(text, at: end), block.letters & 0x80 != 0 {
        last = .letter
        end += ByteBlock.first(of: ~block.letters & ByteBlock.repeating(0x80))
        continue
      }
      let (next, width) = classify(text, at: end)
      switch next {
      case .letter, .number, .joiner:
        last = next
        end += width
      case .middle, .numberMiddle:
        guard last == .number || (last == .letter && next == .middle) else { return end }
        let after = end + width
        guard after < text.count else { return end }
        let (inner, innerWidth) = classify(text, at: after)
        if inner == .unknown { return nil }
        guard inner == last else { return end }
        end = after + innerWidth
      case .unknown: return nil
      case .other, .space, .newline: return end
      }
    }
    return end
  }

  @inline(__always)
  private func classify(_ text: Span<UInt8>, at index: Int) -> (WordClass, Int) {
    let byte = text[index]
    if byte < 0x80 { return (ascii[Int(byte)], 1) }
    return classifyWide(text, at: index)
  }

  private func classifyWide(_ text: Span<UInt8>, at index: Int) -> (WordClass, Int) {
    let left = text.count - index
    if text[index] < 0xE0, left > 1 { return (WordClass(text[index], text[index + 1]), 2) }
    if text[index] == 0xE2, left > 2, text[index + 1] == 0x80 {
      return (WordClass(generalPunctuation: text[index + 2]), 3)
    }
    return (.unknown, 1)
  }
}
