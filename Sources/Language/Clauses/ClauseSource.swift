package import Rules
package import Text

/// A document whose clauses are read on demand.
package struct ClauseSource {
  package let document: MatchDocument
  /// What the phases have found; those that only clauses need add to it when a sentence is read.
  package fileprivate(set) var store: AnnotationStore
  /// The sentences of the body, in order.
  package let sentences: [TokenRange]
  /// The time expressions in order of their start, one for each start.
  let times: [TokenRange]
  /// Whether the phases that only clauses need have been run, by sentence.
  fileprivate var isAnnotated: [Bool]

  /// The source of a document; `times` are its time expressions in text order, of which the last counts where several
  /// start together.
  package init(
    _ document: MatchDocument, _ store: AnnotationStore, sentences: [TokenRange],
    times: some Sequence<TokenRange>
  ) {
    self.document = document
    self.store = store
    self.sentences = sentences
    isAnnotated = Array(repeating: false, count: sentences.count)
    var starts: [TokenRange] = []
    for time in times {
      if starts.last?.start == time.start { starts.removeLast() }
      starts.append(time)
    }
    self.times = starts
  }
}

extension ClauseSource {
  /// Runs phases over sentences, each once.
  mutating func annotate(
    _ wanted: [Int], by phases: [CompiledPhase], _ matcher: inout Matcher
  ) {
    var ranges: [TokenRange] = []
    for sentence in wanted where !isAnnotated[sentence] {
      isAnnotated[sentence] = true
      ranges.append(sentences[sentence])
    }
    guard !ranges.isEmpty else { return }
    for number in phases.indices {
      matcher.run(phases[number], on: ranges, of: document, store: &store)
    }
  }
}
