package import Diagnostics
import Language
package import Rules
import Text

/// Runs a pack's phases over texts; one per worker.
package struct PackRunner {
  private let pack: Pack
  private let tokenizer: Tokenizer
  private var matcher: Matcher
  private var vocabulary: Vocabulary

  package init(_ pack: Pack) throws(Diagnostic) {
    self.pack = pack
    tokenizer = try Tokenizer(tables: pack.tables, locale: "en")
    matcher = Matcher(program: pack.program, analyzer: pack.lexicon)
    vocabulary = pack.vocabulary
  }

  /// The annotations of a text of valid UTF-8, and the document that they point into.
  package mutating func annotate(_ text: [UInt8]) -> (MatchDocument, AnnotationStore) {
    let segmented = tokenizer.segment(text, into: &vocabulary)
    let document = MatchDocument(bytes: text, text: segmented, vocabulary: vocabulary)
    var store = AnnotationStore()
    for phase in pack.program.phases {
      for sentence in segmented.sentences {
        matcher.run(phase, on: sentence, of: document, store: &store)
      }
    }
    return (document, store)
  }
}
