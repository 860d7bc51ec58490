package import Diagnostics
package import Gazetteer
package import Rules
package import Text

/// Word classes, lemmas and forms of a language, from the language pack's tables.
///
/// A word's readings come from the closed classes (`lexicon.tsv`), irregular forms (`irregular.tsv`), base forms
/// (`words.tsv`) and regular inflection (`suffixes.tsv`). Ambiguity is kept. Look-up is O(length of the word).
package struct Lexicon: WordAnalyzer {
  fileprivate struct ClosedEntry {
    var analyses: [WordAnalysis] = []
    var isOpen = true
  }

  private var closed: [String: ClosedEntry] = [:]
  private var irregular: [String: [WordAnalysis]] = [:]
  private let bases: BaseForms
  private let suffixes: [SuffixRule]

  /// Builds the lexicon from the four tables of a language pack.
  ///
  /// Throws a `DiagnosticList` that names the table and the column that is missing.
  package init(
    closed closedTable: TableFile, irregular irregularTable: TableFile, words: TableFile,
    suffixes suffixTable: TableFile
  ) throws(DiagnosticList) {
    for row in try closedTable.cells(of: ["text", "class", "lemma", "form", "open"]) {
      var entry = closed[row[0]] ?? ClosedEntry()
      entry.analyses.append(WordAnalysis(lemma: row[2], wordClass: row[1], form: row[3]))
      entry.isOpen = entry.isOpen && row[4] == "yes"
      closed[row[0]] = entry
    }
    for row in try irregularTable.cells(of: ["text", "class", "lemma", "form"]) {
      let analysis = WordAnalysis(lemma: row[2], wordClass: row[1], form: row[3])
      irregular[row[0], default: []].append(analysis)
    }
    bases = BaseForms(try words.cells(of: ["lemma", "classes"]))
    suffixes = try suffixTable.cells(of: ["suffix", "class", "ending", "form", "base"]).map {
      SuffixRule(
        suffix: $0[0], wordClass: $0[1], ending: $0[2], form: $0[3], baseClass: $0[4])
    }
  }

  /// All readings of a token; a word in small letters that no table knows is a noun.
  package func analyses(of token: TokenID, in vocabulary: Vocabulary) -> [WordAnalysis] {
    let word = vocabulary.spelling(vocabulary.folded(token))
    let known = analyses(of: word)
    let shape = vocabulary.shape(token)
    guard known.isEmpty, shape.kind == .word, shape.letterCase == .lower else { return known }
    return [WordAnalysis(lemma: word, wordClass: "noun", form: "singular")]
  }

  /// All readings of a word in lower case, the most frequent class first.
  package func analyses(of word: String) -> [WordAnalysis] {
    var result: [WordAnalysis] = []
    if let entry = closed[word] {
      result = entry.analyses
      guard entry.isOpen else { return result }
    }
    for analysis in openAnalyses(of: word) where !result.contains(analysis) {
      result.append(analysis)
    }
    return result
  }

  private func openAnalyses(of word: String) -> [WordAnalysis] {
    var result = bases.classes(of: word).map {
      WordAnalysis(lemma: word, wordClass: $0, form: $0 == "noun" ? "singular" : "base")
    }
    let exceptions = irregular[word] ?? []
    result += exceptions
    var settled = Set(exceptions.map { [$0.wordClass, $0.form] })
    for rule in suffixes where !settled.contains([rule.wordClass, rule.form]) {
      guard let lemma = lemma(of: word, by: rule) else { continue }
      settled.insert([rule.wordClass, rule.form])
      result.append(WordAnalysis(lemma: lemma, wordClass: rule.wordClass, form: rule.form))
    }
    return result
  }

  /// The base form that a suffix rule leads to, where the lexicon has it in that class.
  private func lemma(of word: String, by rule: SuffixRule) -> String? {
    guard word.utf8.count > rule.suffix.utf8.count + 1, word.hasSuffix(rule.suffix) else {
      return nil
    }
    let stem = word.dropLast(rule.suffix.count)
    let candidate = stem + rule.ending
    if isBase(String(candidate), of: rule.baseClass) { return String(candidate) }
    // "planned", "stopping": the final consonant is doubled before the suffix.
    guard rule.ending.isEmpty, let last = stem.last, stem.dropLast().last == last else {
      return nil
    }
    let single = String(stem.dropLast())
    return isBase(single, of: rule.baseClass) ? single : nil
  }

  private func isBase(_ word: String, of wordClass: String) -> Bool {
    bases.has(word)
      ? bases.classes(of: word).contains(wordClass)
      : closed[word]?.analyses
        .contains { $0.wordClass == wordClass && $0.lemma == word } ?? false
  }
}

extension Lexicon: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(closed)
    writer.write(irregular)
    writer.write(bases)
    writer.write(suffixes)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    closed = try reader.read()
    irregular = try reader.read()
    bases = try reader.read()
    suffixes = try reader.read()
  }
}

extension Lexicon.ClosedEntry: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(analyses)
    writer.write(isOpen)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    analyses = try reader.read()
    isOpen = try reader.read()
  }
}
