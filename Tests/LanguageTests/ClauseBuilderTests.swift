import Testing
import Text

@testable import Language

/// Sentences written as elements: `N:Xi` a noun group, `V:met` a finite verb, `to:` an infinitive, `P:in`, `,`, `and`.
private struct Sketch {
  var vocabulary = Vocabulary()
  var elements: [SentenceElement] = []
  var words: [String] = []

  init(_ text: String) {
    for item in text.split(separator: " ") {
      let parts = item.split(separator: ":").map(String.init)
      let word = parts.last ?? ""
      let position = TokenRange(words.count, words.count + 1)
      words.append(word)
      elements.append(
        SentenceElement(
          kind: Self.kind(parts), tokens: position, lemma: vocabulary.intern(word),
          isName: word.first?.isUppercase ?? false, verb: Self.verb(parts)))
    }
  }

  private static func kind(_ parts: [String]) -> SentenceElement.Kind {
    guard parts.count > 1 else {
      return parts[0] == "," ? .comma : parts[0] == "'s" ? .possessive : .coordinator
    }
    switch parts[0] {
    case "N": return .nounGroup
    case "P": return .preposition
    case "T": return .time
    case "R": return .relativePronoun
    default: return .verbGroup
    }
  }

  private static func verb(_ parts: [String]) -> VerbGroup? {
    guard parts.count > 1, !["N", "P", "T", "R"].contains(parts[0]) else { return nil }
    switch parts[0] {
    case "to": return VerbGroup(form: .infinitive, tense: .none)
    case "ing": return VerbGroup(form: .gerund, tense: .none)
    default: return VerbGroup(form: .finite, tense: .past)
    }
  }

  /// `verb(subject; objects; preposition phrase)` of each clause.
  mutating func clauses() -> [String] {
    let tables = ClauseTables(
      objectControl: [vocabulary.intern("urged")], clauseTaking: [vocabulary.intern("said")],
      tightPrepositions: [vocabulary.intern("of")],
      personalRelatives: [vocabulary.intern("who")])
    var builder = ClauseBuilder(tables: tables)
    var structure = ClauseStructure()
    builder.build(elements, into: &structure)
    func names(_ id: PhraseID) -> String {
      structure.heads(of: id).map { words[$0.tokens.start] }.joined(separator: "+")
    }
    return structure.clauses.map { clause in
      let subject = clause.subject.map(names) ?? "-"
      let objects = structure.objects(of: clause).map(names).joined(separator: " ")
      let obliques = structure.obliques(of: clause).map {
        "\(vocabulary.spelling($0.preposition)) \(names($0.phrase))"
      }
      return
        "\(words[clause.verb.start])(\(subject); \(objects); \(obliques.joined(separator: ", ")))"
    }
  }
}

@Suite struct ClauseBuilderTests {
  @Test(arguments: [
    ("N:Xi V:met N:Putin", ["met(Xi; Putin; )"]),
    ("N:Xi V:met N:Putin and N:Kim V:met N:Blinken", ["met(Xi; Putin; )", "met(Kim; Blinken; )"]),
    ("N:Xi V:met N:Putin and N:Kim", ["met(Xi; Putin+Kim; )"]),
    ("N:Xi and N:Kim V:met P:in N:Beijing", ["met(Xi+Kim; ; in Beijing)"]),
    (
      "N:Xi V:met N:Putin , and V:held N:talks P:with N:Kim P:in N:Beijing",
      ["met(Xi; Putin; )", "held(Xi; talks; with Kim, in Beijing)"]
    ),
    ("N:Xi , R:who V:met N:Putin , V:left", ["met(Xi; Putin; )", "left(Xi; ; )"]),
    ("N:Sato V:urged N:Kenya to:talk", ["urged(Sato; Kenya; )", "talk(Kenya; ; )"]),
    ("N:Sato V:agreed to:meet N:Orlov", ["agreed(Sato; ; )", "meet(Sato; Orlov; )"]),
    ("N:Sato V:said N:Orlov V:met N:Kim", ["said(Sato; ; )", "met(Orlov; Kim; )"]),
    ("N:Talks P:between N:Kenya and N:Somalia V:ended", ["ended(Talks; ; )"]),
    ("N:Wang , N:minister , V:met N:Sato", ["met(Wang; Sato; )"]),
    ("N:Wang , N:envoy P:for N:trade P:with N:Kenya , V:met N:Sato", ["met(Wang; Sato; )"]),
    ("P:In N:July , N:Kim V:invited N:Li and N:Orlov", ["invited(Kim; Li+Orlov; In July)"]),
    (
      "N:Kim V:went P:for N:talks P:with N:Putin and N:experts V:say",
      ["went(Kim; ; for talks, with Putin)", "say(experts; ; )"]
    ),
    (
      "N:Sato V:said N:talks P:with N:Kenya and N:Chad V:ended",
      ["said(Sato; ; )", "ended(talks; ; )"]
    ),
    (
      "N:Xi V:met N:Putin P:on T:Monday and N:Kim P:on T:Tuesday",
      ["met(Xi; Putin; )", "met(Xi; Kim; )"]
    ),
    (
      "N:Xi V:met P:with N:Putin T:Monday and P:with N:Kim T:Tuesday",
      ["met(Xi; ; with Putin)", "met(Xi; ; with Kim)"]
    ),
    (
      "N:summit P:between N:Xi and N:Kim R:that V:began V:ended",
      ["began(summit; ; )", "ended(summit; ; )"]
    ),
    ("N:round to:settle N:conflict V:began", ["settle(round; conflict; )", "began(round; ; )"]),
    ("N:envoy R:who V:met N:Kim V:left", ["met(envoy; Kim; )", "left(envoy; ; )"]),
    ("N:Japan 's N:envoy V:left", ["left(envoy; ; )"]),
    ("N:Xi V:met N:Kim and N:Roh and N:Abe", ["met(Xi; Kim+Roh+Abe; )"]),
    ("N:Xi V:met N:Kim and N:Roh , and N:Abe", ["met(Xi; Kim+Roh+Abe; )"]),
    ("N:Xi and N:Kim and N:Roh V:met", ["met(Xi+Kim+Roh; ; )"]),
    (
      "N:Xi V:met N:Kim and N:Roh , and N:Abe V:left",
      ["met(Xi; Kim+Roh; )", "left(Abe; ; )"]
    ),
    ("N:talks P:between N:Xi and N:Kim and N:Roh V:ended", ["ended(talks; ; )"]),
  ])
  func givesRoles(_ sentence: String, _ expected: [String]) {
    var sketch = Sketch(sentence)
    #expect(sketch.clauses() == expected)
  }
}
