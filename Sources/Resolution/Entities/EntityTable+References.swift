import Rules
package import Text

/// Look-ups by tokens; none makes anything where there are no mentions.
extension EntityTable {
  /// The mentions that end with the last of `tokens` and lie inside them, the longest first.
  package func references(endOf tokens: TokenRange) -> [Reference] {
    var result: [Reference] = []
    var number = referencesByEnd.first(at: tokens.end)
    while let current = number {
      if tokens.contains(references[current].tokens) { result.append(references[current]) }
      number = referencesByEnd.next(after: current)
    }
    if result.count > 1 { result.sort { $0.tokens.count > $1.tokens.count } }
    return result
  }

  /// The longest mention that ends with the last of `tokens`, lies inside them and is of a fitting type.
  func longest(
    endOf tokens: TokenRange, where fits: (TypeID) -> Bool
  ) -> Reference? {
    var result: Reference?
    var number = referencesByEnd.first(at: tokens.end)
    while let current = number {
      let reference = references[current]
      if tokens.contains(reference.tokens), fits(reference.type),
        result.map({ $0.tokens.count < reference.tokens.count }) ?? true
      {
        result = reference
      }
      number = referencesByEnd.next(after: current)
    }
    return result
  }

  /// All mentions inside a stretch of tokens, in text order. O(mentions + tokens / 64) to go through.
  package func references(inside tokens: TokenRange) -> References {
    References(references: references, chains: referencesByEnd, tokens: tokens)
  }

  /// The same, each handed on in turn.
  ///
  /// PERF: nothing is retained for a sentence, as whole documents are asked sentence by sentence;
  /// `swift run -c release RapporteurBenchmarks`, stage `events`.
  @inline(__always)
  func forEachReference(inside tokens: TokenRange, _ body: (Reference) -> Void) {
    var end = tokens.start
    while let next = referencesByEnd.next(from: end + 1, through: tokens.end) {
      end = next
      var number = referencesByEnd.first(at: end)
      while let current = number {
        if tokens.contains(references[current].tokens) { body(references[current]) }
        number = referencesByEnd.next(after: current)
      }
    }
  }

  /// The last mention inside a stretch of tokens that fits. O(tokens).
  func last(inside tokens: TokenRange, where fits: (Reference) -> Bool) -> Reference? {
    for end in tokens.indices.reversed() {
      var result: Reference?
      var number = referencesByEnd.first(at: end + 1)
      while let current = number {
        let reference = references[current]
        if tokens.contains(reference.tokens), fits(reference) { result = reference }
        number = referencesByEnd.next(after: current)
      }
      if let result { return result }
    }
    return nil
  }

  /// The mentions inside a stretch of tokens, in the order of their ends.
  package struct References: Sequence, IteratorProtocol {
    private let references: [Reference]
    private let chains: TokenChains
    private let tokens: TokenRange
    private var end: Int
    private var number: Int?

    fileprivate init(references: [Reference], chains: TokenChains, tokens: TokenRange) {
      self.references = references
      self.chains = chains
      self.tokens = tokens
      end = tokens.start
    }

    package mutating func next() -> Reference? {
      while true {
        while let current = number {
          number = chains.next(after: current)
          if tokens.contains(references[current].tokens) { return references[current] }
        }
        guard let next = chains.next(from: end + 1, through: tokens.end) else { return nil }
        end = next
        number = chains.first(at: end)
      }
    }
  }
}
