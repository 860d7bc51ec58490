import Diagnostics
import Gazetteer
import Language
import Rules
import Text

@testable import Pipeline

/// Built packs: an input is taken for a whole file, for the payload behind a digest that is right, and for the
/// compiled parts in it. What is not refused must run.
enum PacksTarget {
  private static let text = Array(
    "Acme Corp met Globex Ltd in New York; they talked, Vladimir.".utf8)

  static func run(_ bytes: [UInt8]) throws {
    try open(bytes)
    try open(sealed(bytes))
    try runParts(bytes)
  }

  private static func open(_ bytes: [UInt8]) throws {
    let archive: PackArchive
    do {
      archive = try PackArchive(bytes, path: "a.pack")
    } catch {
      let known = ["pack-damaged", "pack-unknown-file", "pack-version"]
      return try require(
        error.diagnostics.map(\.id).allSatisfy(known.contains), "refused without a reason")
    }
    try require(archive.bytes.count <= bytes.count, "a pack grows when it is written again")
    _ = try? Pack.load(archive.name, from: PackFiles(archive, at: "a.pack"))
    try runParts(archive.compiled)
  }

  /// A file whose head says of the payload what is true.
  private static func sealed(_ payload: [UInt8]) -> [UInt8] {
    var length = ByteWriter()
    length.write(fixed: UInt64(payload.count))
    return Array(sample.bytes.prefix(12)) + length.bytes + SHA256.digest(payload) + payload
  }

  private static func runParts(_ compiled: [UInt8]) throws {
    guard var parts = try? Pack.compiled(compiled) else { return }
    let tokenizer = try Tokenizer(
      tables: TokenizerTables(clitics: [], titles: [], abbreviations: [], openers: []),
      locale: "en")
    let segmented = tokenizer.segment(text, into: &parts.vocabulary)
    let document = MatchDocument(bytes: text, text: segmented, vocabulary: parts.vocabulary)
    try ProgramRun.run(parts.program, over: document, analyzer: parts.lexicon)
    try extract(compiled)
  }

  /// All stages over the text, with the sample's tables.
  private static func extract(_ compiled: [UInt8]) throws {
    let archive = PackArchive(
      name: "sample", digests: [], stamp: "", tables: sample.tables, compiled: compiled)
    guard let pack = try? Pack.load("sample", from: PackFiles(archive, at: "a.pack")) else {
      return
    }
    var extractor = try PackExtractor(pack)
    // A pack may be altered so that it does not speak the text's language.
    _ = try? extractor.extract(InputDocument(path: "page.txt", text: text)).line()
  }
}

extension PacksTarget {
  /// The rules of the sample.
  static let rules = """
    schema {
      verb_group = VerbGroup; nominals = Person; asides = Aside; entities = person; people = person; events = meeting;
      statuses = held | planned; roles = participant; agent = by
    }
    enum status = held | planned
    type Person { name: text, rank: text? }
    type Meeting { status: status }
    type VerbGroup { form: text, tense: text, voice: text, aspect: text, modal: text?, negated: text?, lemma: text }
    type Aside { }
    list rank = "Deputy Chief" | envoy
    list city from "cities.tsv" { match name; keep id; case exact }
    list lemma talk = talk | meet
    let party = Person | @city{id = n2}
    phase one in sentence, select longest {
      rule verb: v: [class = verb]
        => VerbGroup { form: "finite", tense: "past", voice: "active", aspect: "simple", lemma: v.lemma }
      rule named: r: @rank? n: ([case = capitalized]{1,2} ("Corp" | "Ltd"))
        => Person { name: n.text, rank: join(r, first(n), "x") }
      block quoted: "(" ...{0,3 not ";"} ")"
    }
    phase two in sentence, select all, skipping Person {
      rule seen priority 2: !behind("a") <meet> (@talk | p: party except "b") ahead("in" | ",")
        => Meeting { status: held }
      rule odd: [text ~ /[A-Z]+x?/, lower != they] => Meeting { status: planned }
    }
    events Meeting in clause {
      frame meet: Meeting
        trigger verb [meet, talk] | noun [lemma = talk]
        slot participants <- subject, object, "with": Person
    }
    claims status { later: [tense = future] => planned }
    """

  private static let tables = [
    "t.tsv": "a\n",
    "Pipelines/english/tokens.tsv": "text\tkind\n's\tclitic\n",
    "Pipelines/english/times.tsv": "text\tkind\tvalue\n's\tpossessive\t\n",
    "Pipelines/english/verbs.tsv": "lemma\tkind\nmeet\ttransitive\n",
    "Pipelines/english/zones.tsv": "text\tkind\tmatch\nbody\tbody label\tpart\n",
  ]

  /// A small pack with every kind of instruction in it; the same on every run.
  static let sample: PackArchive = {
    do {
      return try makeSample()
    } catch {
      fatalError("the sample pack does not compile: \(error)")
    }
  }()

  private static func makeSample() throws -> PackArchive {
    let tokenizer = try Tokenizer(
      tables: TokenizerTables(clitics: [], titles: [], abbreviations: [], openers: []),
      locale: "en")
    let (file, problems) = Parser.parse(path: "sample.rules", bytes: Array(rules.utf8))
    guard problems.isEmpty else { throw DiagnosticList(problems) }
    var compiled = ByteWriter()
    var vocabulary = Vocabulary()
    let program = try Compiler.compile(
      [file],
      tables: { (path: String) throws(DiagnosticList) in
        try TableFile.parse(path: path, bytes: Array("name\tid\nNew York\tn2\nYork\tn3\n".utf8))
      }, tokenizer: tokenizer, vocabulary: &vocabulary)
    func table(_ text: String) throws -> TableFile {
      try TableFile.parse(path: "t.tsv", bytes: Array(text.utf8))
    }
    let lexicon = try Lexicon(
      closed: table("text\tclass\tlemma\tform\topen\nin\tpreposition\tin\t\tno\n"),
      irregular: table("text\tclass\tlemma\tform\nmet\tverb\tmeet\tpast\n"),
      words: table("lemma\tclasses\nmeet\tverb\ntalk\tverb|noun\n"),
      suffixes: table("suffix\tclass\tending\tform\tbase\ned\tverb\t\tpast\tverb\n"))
    compiled.write(
      CompiledPack(vocabulary: vocabulary, lexicon: lexicon, program: program, eventCodes: "t.tsv"))
    return PackArchive(
      name: "sample", digests: [], stamp: "", tables: tables.mapValues { Array($0.utf8) },
      compiled: compiled.bytes)
  }
}
