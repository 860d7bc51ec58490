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

  private let readings: ReadingCache
  /// By token id; empty where the token has not been asked for.
  private var signs: [Signs] = []
  /// By class and form of the analyzer.
  private let signsOfClass: [Signs]
  private let signsOfForm: [Signs]

  init(_ readings: ReadingCache) {
    self.readings = readings
    signsOfClass = readings.analyzer.names.map { $0 == Self.modal ? .open : [] }
    signsOfForm = readings.analyzer.names.map {
      $0 == Self.infinitive ? .open : $0 == Self.past ? .past : []
    }
  }

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
    if signs[place].isEmpty { signs[place] = find(token, vocabulary) }
    return signs[place]
  }

  private func find(_ token: TokenID, _ vocabulary: Vocabulary) -> Signs {
    var signs = Signs.known
    for place in readings.places(of: token, in: vocabulary) {
      let kind = readings[place].kind
      signs.formUnion(signsOfClass[Int(kind.wordClass)].union(signsOfForm[Int(kind.form)]))
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
