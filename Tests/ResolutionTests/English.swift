import Diagnostics
import FoundationEssentials
import Gazetteer
import Language
import Text

@testable import Resolution

/// English text as the resolver gets it.
struct English {
  let text: [UInt8]
  let segmented: SegmentedText
  let vocabulary: Vocabulary
  let expressions: [TimeExpression]
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func table(_ path: String) throws -> TableFile {
    try TableFile.parse(path: path, bytes: Array(Data(contentsOf: root.appending(path: path))))
  }

  static func words() throws -> TimeWords { try TimeWords(table("Pipelines/english/times.tsv")) }

  init(_ text: String) throws {
    self.text = Array(text.utf8)
    var vocabulary = Vocabulary()
    let tokenizer = try Tokenizer(
      tables: TokenizerTables(Self.table("Pipelines/english/tokens.tsv")), locale: "en")
    segmented = tokenizer.segment(self.text, into: &vocabulary)
    self.vocabulary = vocabulary
    var recognizer = TimeRecognizer(words: try Self.words())
    expressions = recognizer.expressions(
      in: segmented, vocabulary, within: TokenRange(0, segmented.tokens.count))
  }

  func quote(_ expression: TimeExpression) -> String {
    let range = segmented.textRange(expression.tokens)
    return String(decoding: text[range.start..<range.end], as: UTF8.self)
  }

  /// `quote=date` of each expression, the date `-` where it has none, parted by `; `.
  func resolved(
    on documentDate: String, _ tense: TimeTense = .past, after reference: String? = nil
  ) -> String {
    expressions.map { expression in
      let time = TimeResolver.resolve(
        expression, documentDate: EDTF.parse(documentDate), tense: tense,
        reference: reference.flatMap(EDTF.parse))
      return "\(quote(expression))=\(time?.edtf ?? "-")"
    }.joined(separator: "; ")
  }
}
