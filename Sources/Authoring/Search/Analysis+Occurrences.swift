import Pipeline
import Rules
import Text

extension Analysis {
  /// The annotations of a type with what stands around them in their sentences, in text order.
  func occurrences(of type: TypeID) -> [Occurrence] {
    let sentences = source.sentences
    return store.all(of: type).sorted { $0.tokens < $1.tokens }.compactMap { annotation in
      let place = sentences.partitioningIndex { $0.end > annotation.tokens.start }
      guard place < sentences.endIndex else { return nil }
      return occurrence(annotation.tokens, in: sentences[place])
    }
  }

  private func occurrence(_ tokens: TokenRange, in sentence: TokenRange) -> Occurrence {
    let range = document.text.textRange(tokens)
    let whole = document.text.textRange(sentence)
    func text(_ start: Int, _ end: Int) -> String {
      Quote.text(TextRange(start, max(start, end)), of: document.bytes)
    }
    return Occurrence(
      range: range, text: text(range.start, range.end), left: text(whole.start, range.start),
      right: text(range.end, whole.end))
  }
}
