package import Text

/// Patterns of `let` and triggers, asked on their own.
extension Matcher {
  /// The longest stretch from a token on that a pattern of the program matches, nil where it matches none.
  package mutating func longestMatch(
    of pattern: CompiledPattern, at start: Int, in sentence: TokenRange, of document: MatchDocument,
    store: AnnotationStore
  ) -> TokenRange? {
    let ends = ends(of: pattern, at: start, in: sentence, of: document, store)
    return ends > 1 ? TokenRange(start, start + 127 - ends.leadingZeroBitCount) : nil
  }

  /// Whether a pattern of the program matches just these tokens.
  package mutating func matches(
    _ pattern: CompiledPattern, exactly tokens: TokenRange, in sentence: TokenRange,
    of document: MatchDocument, store: AnnotationStore
  ) -> Bool {
    guard tokens.count <= Rules.spanCap else { return false }
    let ends = ends(of: pattern, at: tokens.start, in: sentence, of: document, store)
    return ends >> UInt128(tokens.count) & 1 != 0
  }

  /// Whether a pattern matches some last part of a stretch of tokens, the whole included.
  package mutating func matches(
    _ pattern: CompiledPattern, endOf tokens: TokenRange, of document: MatchDocument,
    store: AnnotationStore
  ) -> Bool {
    // Nothing longer than the span cap matches, so nothing before the last 64 tokens is asked.
    let first = max(tokens.start, tokens.end - Self.spanCap)
    return (first..<max(first, tokens.end)).contains { start in
      let ends = ends(of: pattern, at: start, in: tokens, of: document, store)
      return ends >> UInt128(tokens.end - start) & 1 != 0
    }
  }

  private mutating func ends(
    of pattern: CompiledPattern, at start: Int, in sentence: TokenRange, of document: MatchDocument,
    _ store: AnnotationStore
  ) -> UInt128 {
    let lattice = Lattice(
      program: program, phase: program.patterns, document: document, sentence: sentence,
      store: store)
    runNumber += 1
    begin(depth: 0, lattice)
    frontiers[0].push(program.patterns.rules[pattern.rawValue].start, at: 0)
    simulate(from: start, depth: 0, lattice)
    return frontiers[0].hits.reduce(0) { $0 | 1 << UInt128($1.offset) }
  }
}
