import Diagnostics
import Gazetteer
import Rules
import Text

@testable import Resolution

/// A document whose annotations a test gives by hand, in a domain of its own: sailors, ships and ports.
struct EntityBench {
  private static let rules = """
    schema {
      entities = sailor | port | fleet;
      people = sailor;
      by_country = port;
      located = port;
      sailor_types = Post;
      attributes = Note | Register;
      single_name_attributes = Register;
      state_scopes = navy;
      private_scopes = trade;
      same_office = mate
    }
    type Sailor   { name: text, office: text?, rank: text?, country: text?, scope: text? }
    type Post     { office: text, country: text? }
    type Port     { name: text, country: text? }
    type Fleet    { name: text, country: text? }
    type Note     { name: text, office: text?, country: text?, scope: text? }
    type Register { name: text, country: text?, held: text?, from: text?, to: text? }
    """

  private let tokenizer: Tokenizer
  private let program: Program
  private let document: MatchDocument
  private var store = AnnotationStore()

  init(_ text: String) throws {
    tokenizer = try Tokenizer(
      tables: TokenizerTables(clitics: ["'s"], titles: [], abbreviations: [], openers: []),
      locale: "en")
    var vocabulary = Vocabulary()
    let (file, problems) = Parser.parse(path: "t.rules", bytes: Array(Self.rules.utf8))
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    program = try Compiler.compile(
      [file], tables: Self.noTable, tokenizer: tokenizer, vocabulary: &vocabulary)
    let bytes = Array(text.utf8)
    document = MatchDocument(
      bytes: bytes, text: tokenizer.segment(bytes, into: &vocabulary), vocabulary: vocabulary)
  }

  private static func noTable(_ path: String) throws(DiagnosticList) -> TableFile {
    try TableFile.parse(path: path, bytes: Array("name\n".utf8))
  }

  /// Annotates the stretch of tokens that reads as `words`, the `occurrence`th of them.
  func with(
    _ type: String, _ words: String, _ values: [String: String] = [:], occurrence: Int = 1
  ) -> EntityBench {
    var result = self
    let count = document.text.tokens.count
    var seen = 0
    for start in 0..<count {
      for end in start + 1...count where document.string(TokenRange(start, end)) == words {
        seen += 1
        guard seen == occurrence, let id = program.type(type) else { continue }
        let fields = program.types[id.rawValue].fields.map { values[$0] }
        result.store.append(
          Annotation(type: id, tokens: TokenRange(start, end), fields: fields, rule: "t"))
      }
    }
    return result
  }

  /// Each entity as `name|office|country: mentions`, in the order of the table.
  func entities(on date: String? = nil) -> [String] {
    var resolver = EntityResolver(schema: EntitySchema(program))
    let table = resolver.resolve(store, of: document, date: date.flatMap(EDTF.parse))
    return table.entities.map { entity in
      let words = entity.mentions.sorted { $0.tokens < $1.tokens }
        .map { document.string($0.tokens) }
      let values = [entity.name, entity.office, entity.country].map { $0 ?? "-" }
      return "\(values.joined(separator: "|")): \(words.joined(separator: ", "))"
    }
  }
}
