package import Text

/// Finds the time expressions of a text by a language's time words. One per worker and vocabulary; linear in the
/// number of tokens.
package struct TimeRecognizer: Sendable {
  private(set) var index: TimeWordIndex
  /// Scratch: the tokens that may begin an expression.
  private var starts: [Int] = []

  package init(words: TimeWords) { index = TimeWordIndex(words) }

  /// The expressions among the tokens of `range`, in order and disjoint.
  package mutating func expressions(
    in text: SegmentedText, _ vocabulary: Vocabulary, within range: TokenRange
  ) -> [TimeExpression] {
    let names = findStarts(in: text.tokens, vocabulary, within: range)
    guard let first = starts.first else { return [] }
    var scanner = TimeScanner(tokens: text.tokens, words: index.forms, hasAmbiguousNames: names)
    var sentence = text.sentences.partitioningIndex { $0.end > first }
    var result: [TimeExpression] = []
    var end = range.start
    for start in starts where start >= end {
      while sentence < text.sentences.count, text.sentences[sentence].end <= start { sentence += 1 }
      guard sentence < text.sentences.count else { break }
      scanner.sentence = TokenRange(
        max(text.sentences[sentence].start, range.start),
        min(text.sentences[sentence].end, range.end))
      guard let found = scanner.expression(at: start) else { continue }
      result.append(found)
      end = found.tokens.end
    }
    return result
  }

  /// Notes where an expression may begin. Gives whether somebody in the text bears a month's name: "Theresa May".
  private mutating func findStarts(
    in tokens: [Token], _ vocabulary: Vocabulary, within range: TokenRange
  ) -> Bool {
    starts.removeAll(keepingCapacity: true)
    index.grow(to: vocabulary.count)
    var hasNames = false
    var previous: TimeForm.Opening = []
    for place in range.indices {
      let opening = index.opening(of: tokens[place].id, vocabulary)
      if opening.saysNothing {
        previous = []
        continue
      }
      if previous.begins(before: opening), starts.last != place - 1 { starts.append(place - 1) }
      if opening.contains(.begins) { starts.append(place) }
      if opening.contains(.isName), place > range.start, isName(tokens[place - 1].id) {
        hasNames = true
      }
      previous = opening
    }
    return hasNames
  }

  /// Whether the word before a month's name is one, too.
  private func isName(_ token: TokenID) -> Bool {
    let form = index.forms.form(of: token)
    return form.word == 0 && form.letterCase == .capitalized
  }
}
