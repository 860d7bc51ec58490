import Text

@testable import Rules

/// Runs all of a program over a document: each phase over each sentence, then each pattern at each token.
enum ProgramRun {
  static func run(
    _ program: Program, over document: MatchDocument, analyzer: some WordAnalyzer
  ) throws {
    var matcher = Matcher(program: program, analyzer: analyzer)
    var store = AnnotationStore()
    for phase in program.phases {
      matcher.run(phase, on: document.text.sentences, of: document, store: &store)
    }
    for annotation in store.annotations {
      let isInside = document.text.sentences.contains { $0.contains(annotation.tokens) }
      try require(isInside && !annotation.tokens.isEmpty, "an annotation is in no sentence")
    }
    for pattern in program.patterns.rules.indices.prefix(64) {
      for sentence in document.text.sentences {
        for start in sentence.indices {
          _ = matcher.longestMatch(
            of: CompiledPattern(rawValue: pattern), at: start, in: sentence, of: document,
            store: store)
        }
        _ = matcher.matches(
          CompiledPattern(rawValue: pattern), endOf: sentence, of: document, store: store)
      }
    }
  }
}
