import Language
import Resolution
import Rules
import Text

/// The tense that the words of a sentence show before its clauses are known, for what a told year says of a document's
/// day. One per worker.
struct SentenceTense {
  /// What the readings of a word say of the tense.
  private struct Signs: OptionSet {
    let rawValue: UInt8

    static let past = Signs(rawValue: 1)
    /// Something may still be to come.
    static let open = Signs(rawValue: 2)
    static let known = Signs(rawValue: 4)
  }

  private let lexicon: Lexicon
  /// By token id; empty where the token has not been asked for.
  private var signs: [Signs] = []

  init(_ lexicon: Lexicon) { self.lexicon = lexicon }

  /// Expressions of a document with the past where their sentence has a past form and nothing that is still to come;
  /// else without a tense. Only of times that name their year the sentence is looked at.
  mutating func mentions(
    of expressions: [TimeExpression], in sentences: [TokenRange], _ document: MatchDocument
  ) -> [TimeMention] {
    var last: (sentence: Int, tense: TimeTense)?
    return expressions.map { expression in
      guard expression.value.namesYear,
        let sentence = Self.sentence(of: expression.tokens.start, sentences)
      else { return TimeMention(expression) }
      let tense =
        if let last, last.sentence == sentence { last.tense } else {
          self.tense(of: sentences[sentence], document)
        }
      last = (sentence, tense)
      return TimeMention(expression, tense: tense)
    }
  }

  private mutating func tense(of sentence: TokenRange, _ document: MatchDocument) -> TimeTense {
    var tense = TimeTense.unknown
    for place in sentence.indices {
      let signs = signs(of: document.text.tokens[place].id, document.vocabulary)
      if signs.contains(.open) { return .unknown }
      if signs.contains(.past) { tense = .past }
    }
    return tense
  }

  private mutating func signs(of token: TokenID, _ vocabulary: Vocabulary) -> Signs {
    let place = Int(token.rawValue)
    if place >= signs.count {
      signs += repeatElement([], count: max(vocabulary.count, place + 1) - signs.count)
    }
    if signs[place].isEmpty {
      signs[place] = find(lexicon.analyses(of: token, in: vocabulary))
    }
    return signs[place]
  }

  private func find(_ readings: [WordAnalysis]) -> Signs {
    var signs = Signs.known
    for reading in readings {
      if reading.wordClass == Self.modal || reading.form == Self.infinitive { signs.insert(.open) }
      if reading.form == Self.past { signs.insert(.past) }
    }
    return signs
  }

  /// The sentence that holds a token; bisection.
  private static func sentence(of token: Int, _ sentences: [TokenRange]) -> Int? {
    let next = sentences.partitioningIndex { $0.end > token }
    return next < sentences.count && sentences[next].start <= token ? next : nil
  }

  // What a language pack calls them.
  private static let modal = "modal"
  private static let infinitive = "infinitive"
  private static let past = "past"
}
