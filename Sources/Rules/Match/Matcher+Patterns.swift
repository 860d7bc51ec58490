package import Text

/// Patterns of `let` and triggers, asked on their own.
extension Matcher {
  /// The longest stretch from a token on that a pattern of the program matches, nil where it matches none.
  package mutating func longestMatch(
    of pattern: CompiledPattern, at start: Int, in sentence: TokenRange, of document: MatchDocument,
    store: AnnotationStore
  ) -> TokenRange? {
    let source = read(sentence, of: document, store)
    let ends = ends(of: pattern, at: start, source)
    return ends > 1 ? TokenRange(start, start + 127 - ends.leadingZeroBitCount) : nil
  }

  /// Whether a pattern of the program matches just these tokens.
  package mutating func matches(
    _ pattern: CompiledPattern, exactly tokens: TokenRange, in sentence: TokenRange,
    of document: MatchDocument, store: AnnotationStore
  ) -> Bool {
    guard tokens.count <= Rules.spanCap else { return false }
    let source = read(sentence, of: document, store)
    return ends(of: pattern, at: tokens.start, source) >> UInt128(tokens.count) & 1 != 0
  }

  /// Whether a pattern matches some last part of a stretch of tokens, the whole included.
  package mutating func matches(
    _ pattern: CompiledPattern, endOf tokens: TokenRange, of document: MatchDocument,
    store: AnnotationStore
  ) -> Bool {
    guard triggers.contains(pattern.rawValue) else {
      let first = max(tokens.start, tokens.end - Self.spanCap)
      let source = read(tokens, of: document, store)
      return (first..<max(first, tokens.end)).contains { start in
        ends(of: pattern, at: start, source) >> UInt128(tokens.end - start) & 1 != 0
      }
    }
    return self.triggers(endOf: tokens, of: document, store: store).contains(pattern)
  }

  /// The patterns of triggers that match some last part of a stretch of tokens, all found at once.
  package mutating func triggers(
    endOf tokens: TokenRange, of document: MatchDocument, store: AnnotationStore
  ) -> [CompiledPattern] {
    guard !tokens.isEmpty, !triggers(mayEndIn: tokens.end - 1, of: document).isEmpty
    else { return [] }
    let visible = engines[program.phases.count].reach.visibleTypes
    let isPlain = tokens.indices.allSatisfy { store.typeMask(startingAt: $0) & visible == 0 }
    let number = isPlain ? triggerMemo.number(of: tokens, in: document) : nil
    if let number, let known = triggerMemo[number] { return known }
    let source = read(tokens, of: document, store)
    // Nothing longer than the span cap matches, so nothing before the last 64 tokens is asked.
    let first = max(tokens.start, tokens.end - Self.spanCap)
    let found = engines[program.phases.count].rules(endingAt: tokens.end, from: first, source)
      .map { CompiledPattern(rawValue: $0) }
    if let number { triggerMemo[number] = found }
    return found
  }

  /// Reads a stretch unless it was the last to be read: many patterns are asked of the same one.
  private mutating func read(
    _ stretch: TokenRange, of document: MatchDocument, _ store: AnnotationStore
  ) -> MatchSource {
    let new = LastRead(
      document: document.identity, stretch: stretch, annotations: store.annotations.count)
    let source = patternSource(of: stretch, document, store)
    guard new != lastRead else { return source }
    lastRead = new
    engines[program.phases.count].open(source, stretch)
    engines[program.phases.count].readAnyway(stretch)
    return source
  }

  private mutating func ends(
    of pattern: CompiledPattern, at start: Int, _ source: MatchSource
  ) -> UInt128 {
    let number = program.phases.count
    let state = program.patterns.rules[pattern.rawValue].start
    return engines[number].ends(from: state, at: start, source)
  }
}
