import Language
import Resolution
import Text

/// The tense that the words of a sentence show before its clauses are known, for what a told year says of a document's
/// day.
struct SentenceTense {
  let lexicon: Lexicon
  let sentences: [TokenRange]
  let text: SegmentedText
  let vocabulary: Vocabulary

  /// A time with the past where its sentence has a past form and nothing that is still to come; else without a tense.
  /// Only times that name their year are looked at.
  func mention(_ expression: TimeExpression) -> TimeMention {
    guard expression.value.namesYear, let sentence = sentence(of: expression.tokens.start) else {
      return TimeMention(expression)
    }
    var isPast = false
    for token in text.tokens[sentence.indices] {
      for reading in lexicon.analyses(of: token.id, in: vocabulary) {
        if reading.wordClass == Self.modal || reading.form == Self.infinitive {
          return TimeMention(expression)
        }
        isPast = isPast || reading.form == Self.past
      }
    }
    return TimeMention(expression, tense: isPast ? .past : .unknown)
  }

  private func sentence(of token: Int) -> TokenRange? {
    let next = sentences.partitioningIndex { $0.end > token }
    return next < sentences.count && sentences[next].start <= token ? sentences[next] : nil
  }

  // What a language pack calls them.
  private static let modal = "modal"
  private static let infinitive = "infinitive"
  private static let past = "past"
}
