package import Diagnostics
package import Gazetteer
package import Rules
package import Text

/// Word classes, lemmas and forms of a language, from the language pack's tables.
///
/// A word's readings come from the closed classes (`lexicon.tsv`), irregular forms (`irregular.tsv`), base forms
/// (`words.tsv`) and regular inflection (`suffixes.tsv`). Ambiguity is kept. Look-up is O(length of the word) and
/// allocates nothing.
package struct Lexicon: WordAnalyzer {
  /// All words and lemmas of the tables. A lemma's id is its number here.
  private let words: WordTable
  /// Of the words that come first.
  private let entries: [LexiconEntry]
  /// For each word its place among `baseLists`, which are its readings as a base form; the first is empty.
  private let listOfWord: [UInt32]
  private let baseLists: [[WordReading.Kind]]
  private let suffixes: SuffixRules
  package let names: [String]
  /// What a word in small letters is that no table knows.
  private let unknown: WordReading.Kind

  // What language packs call the classes and forms that no row names.
  static let noun = "noun"
  static let singular = "singular"
  static let base = "base"

  /// Builds the lexicon from the four tables of a language pack.
  ///
  /// Throws a `DiagnosticList` that names the table and the column that is missing.
  package init(
    closed: TableFile, irregular: TableFile, words: TableFile, suffixes: TableFile
  ) throws(DiagnosticList) {
    var tables = LexiconTables(
      closed: try closed.cells(of: ["text", "class", "lemma", "form", "open"]),
      irregular: try irregular.cells(of: ["text", "class", "lemma", "form"]),
      words: try words.cells(of: ["lemma", "classes"]),
      suffixes: try suffixes.cells(of: ["suffix", "class", "ending", "form", "base"]))
    unknown = .init(wordClass: tables.name(Self.noun), form: tables.name(Self.singular))
    self.words = WordTable(tables.words)
    entries = tables.entries
    listOfWord = tables.baseLists
    baseLists = tables.lists
    self.suffixes = SuffixRules(tables.suffixes)
    names = tables.names
  }

  package func lemma(_ number: LemmaID) -> String { words.word(Int(number.rawValue)) }

  package func lemma(of text: String) -> LemmaID? {
    words.number(of: text).map { LemmaID(UInt32($0)) }
  }

  /// All readings of a token; a word in small letters that no table knows is a noun.
  package func addReadings(
    of token: TokenID, in vocabulary: Vocabulary, to readings: inout [WordReading]
  ) {
    let start = readings.count
    let bytes = vocabulary.bytes(vocabulary.folded(token))
    let number = words.number(of: bytes.span)
    addReadings(of: bytes.span, number, to: &readings)
    let shape = vocabulary.shape(token)
    guard readings.count == start, shape.kind == .word, shape.letterCase == .lower else { return }
    let lemma = number.map { LemmaID(UInt32($0)) } ?? .itself
    readings.append(WordReading(lemma: lemma, kind: unknown))
  }

  /// All readings of a token in words.
  package func analyses(of token: TokenID, in vocabulary: Vocabulary) -> [WordAnalysis] {
    var readings: [WordReading] = []
    addReadings(of: token, in: vocabulary, to: &readings)
    return readings.map { analysis($0, of: token, in: vocabulary) }
  }

  /// All readings of a word in lower case, the most frequent class first.
  package func analyses(of word: String) -> [WordAnalysis] {
    var readings: [WordReading] = []
    let bytes = Array(word.utf8)
    addReadings(of: bytes.span, words.number(of: bytes.span), to: &readings)
    return readings.map {
      WordAnalysis(
        lemma: lemma($0.lemma), wordClass: names[Int($0.kind.wordClass)],
        form: names[Int($0.kind.form)])
    }
  }

  // MARK: Readings

  /// Adds the readings of a word in lower case; `number` is its own, nil where no table lists it.
  private func addReadings(
    of word: Span<UInt8>, _ number: Int?, to readings: inout [WordReading]
  ) {
    let start = readings.count
    var settled: [WordReading.Kind] = []
    if let number {
      if number < entries.count {
        readings += entries[number].closed
        guard entries[number].isOpen else { return }
        settled = entries[number].irregular.map(\.kind)
      }
      addOpenReadings(ofWord: number, to: &readings, from: start)
    }
    for rule in suffixes.candidates(for: word) {
      guard let stem = suffixes.stem(of: word, by: rule), !settled.contains(rule.kind),
        let lemma = lemma(of: word, stem: stem, by: rule)
      else { continue }
      settled.append(rule.kind)
      Self.add(WordReading(lemma: lemma, kind: rule.kind), to: &readings, from: start)
    }
  }

  /// Adds what a word is as a base form, and as an irregular one.
  private func addOpenReadings(
    ofWord number: Int, to readings: inout [WordReading], from start: Int
  ) {
    let lemma = LemmaID(UInt32(number))
    for kind in baseLists[Int(listOfWord[number])] {
      Self.add(WordReading(lemma: lemma, kind: kind), to: &readings, from: start)
    }
    guard number < entries.count else { return }
    for reading in entries[number].irregular { Self.add(reading, to: &readings, from: start) }
  }

  /// Adds a reading that does not stand there yet.
  private static func add(
    _ reading: WordReading, to readings: inout [WordReading], from start: Int
  ) {
    for place in start..<readings.count where readings[place] == reading { return }
    readings.append(reading)
  }

  /// The base form that a suffix rule leads to, where the lexicon has it in the rule's class.
  private func lemma(
    of word: Span<UInt8>, stem: Int, by rule: SuffixRules.Rule
  ) -> LemmaID? {
    if let base = base(of: word, stem: stem, by: rule) { return base }
    // "planned", "stopping": the final consonant is doubled before the suffix.
    guard rule.isBare, word[stem - 1] == word[stem - 2] else { return nil }
    return base(of: word, stem: stem - 1, by: rule)
  }

  private func base(
    of word: Span<UInt8>, stem: Int, by rule: SuffixRules.Rule
  ) -> LemmaID? {
    guard let number = suffixes.number(of: word, stem: stem, with: rule, in: words),
      isBase(number, of: rule.baseClass)
    else { return nil }
    return LemmaID(UInt32(number))
  }

  private func isBase(_ number: Int, of wordClass: UInt16) -> Bool {
    let list = listOfWord[number]
    if list != 0 { return baseLists[Int(list)].contains { $0.wordClass == wordClass } }
    return number < entries.count
      && entries[number].closed.contains {
        $0.kind.wordClass == wordClass && $0.lemma.rawValue == number
      }
  }
}

extension Lexicon: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(words)
    writer.write(entries)
    writer.write(numbers: listOfWord)
    writer.write(baseLists)
    writer.write(suffixes)
    writer.write(names)
    writer.write(unknown)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    words = try reader.read()
    entries = try reader.read()
    listOfWord = try reader.numbers(of: UInt32.self)
    baseLists = try reader.read()
    suffixes = try reader.read()
    names = try reader.read()
    unknown = try reader.read()
    let lists = baseLists.count
    let readings = entries.flatMap { $0.closed + $0.irregular }
    let kinds = baseLists.joined() + readings.map(\.kind) + suffixes.table.map(\.kind) + [unknown]
    guard lists > 0, listOfWord.count == words.count, entries.count <= words.count,
      listOfWord.allSatisfy({ $0 < lists }), isWithin(readings), isWithin(kinds)
    else { throw reader.damage }
  }

  private func isWithin(_ readings: [WordReading]) -> Bool {
    readings.allSatisfy { $0.lemma.rawValue < words.count }
  }

  private func isWithin(_ kinds: some Sequence<WordReading.Kind>) -> Bool {
    kinds.allSatisfy { $0.wordClass < names.count && $0.form < names.count }
  }
}
