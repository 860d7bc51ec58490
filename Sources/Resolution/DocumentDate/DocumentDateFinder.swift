/// Decides when a document was written. One per worker.
package struct DocumentDateFinder: Sendable {
  private let words: TimeWords
  private let states: [FoundedState]

  /// A finder for a language's time words; `states` serve founding anniversaries.
  package init(words: TimeWords, states: [FoundedState]) {
    self.words = words
    self.states = states
  }

  /// The date with all its candidates. A given date is trusted unless hard evidence contradicts it; then comes a
  /// dateline, a byline, metadata, address, a page line that the text allows, what the text implies, the crawl.
  /// `recognizer` is the one of the worker's vocabulary. Linear in the text.
  package func date(
    of input: DocumentDateInput, recognizer: inout TimeRecognizer
  ) -> DocumentDate {
    let expressions = input.head.flatMap {
      recognizer.expressions(in: input.text, input.vocabulary, within: $0)
    }
    let tokens = TokenWords(input, recognizer.index)
    let head = HeadDates(input: input, words: tokens)
    // Evidence is read before the page's own dates, which only complete years.
    let standing =
      AnniversaryReader(input: input, words: tokens, states: states).evidence()
      + EvidenceReader(input: input, words: tokens).evidence()
    var judge = DateJudge(input: input, evidence: standing)
    judge.read(head: head, expressions: expressions, words: words)
    return judge.decision()
  }
}
