import Rules
import Text

/// The tables of a lexicon with all words and names numbered, while they are read and when they are whole.
struct LexiconTables: Sendable {
  /// Words by number; those with an entry come first.
  private(set) var words: [String] = []
  private(set) var entries: [LexiconEntry] = []
  /// For each word its place among `baseLists`; 0, an empty list, for what is no base form.
  private(set) var baseLists: [UInt32] = []
  private(set) var lists: [[WordReading.Kind]] = [[]]
  /// Classes and forms.
  private(set) var names: [String] = []
  private(set) var suffixes: [SuffixRule] = []

  private var numbers: [String: Int] = [:]
  private var listNumbers: [String: UInt32] = [:]
  private var nameNumbers: [String: UInt16] = [:]

  /// Reads rows of the columns that `Lexicon` names, in its order of tables.
  init(closed: [[String]], irregular: [[String]], words: [[String]], suffixes: [[String]]) {
    for row in closed + irregular { _ = number(of: row[0]) }
    entries = Array(repeating: LexiconEntry(), count: self.words.count)
    for row in closed {
      let word = number(of: row[0])
      let reading = reading(lemma: row[2], wordClass: row[1], form: row[3])
      entries[word].closed.append(reading)
      entries[word].isOpen = entries[word].isOpen && row[4] == "yes"
    }
    for row in irregular {
      let reading = reading(lemma: row[2], wordClass: row[1], form: row[3])
      entries[number(of: row[0])].irregular.append(reading)
    }
    for row in words { baseLists[number(of: row[0])] = list(row[1]) }
    for row in suffixes {
      self.suffixes.append(
        SuffixRule(
          suffix: Array(row[0].utf8), ending: Array(row[2].utf8),
          kind: .init(wordClass: name(row[1]), form: name(row[3])), baseClass: name(row[4])))
    }
  }

  /// The number of a class or form, new or known.
  mutating func name(_ text: String) -> UInt16 {
    if let known = nameNumbers[text] { return known }
    let number = UInt16(names.count)
    names.append(text)
    nameNumbers[text] = number
    return number
  }

  private mutating func number(of word: String) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = words.count
    words.append(word)
    baseLists.append(0)
    return words.count - 1
  }

  private mutating func reading(lemma: String, wordClass: String, form: String) -> WordReading {
    WordReading(
      lemma: LemmaID(UInt32(number(of: lemma))),
      kind: .init(wordClass: name(wordClass), form: name(form)))
  }

  /// The number of a list of classes, parted by `|`.
  private mutating func list(_ text: String) -> UInt32 {
    if let known = listNumbers[text] { return known }
    let kinds = text.split(separator: "|").map { wordClass in
      WordReading.Kind(
        wordClass: name(String(wordClass)),
        form: name(wordClass == Lexicon.noun ? Lexicon.singular : Lexicon.base))
    }
    let number = UInt32(lists.count)
    lists.append(kinds)
    listNumbers[text] = number
    return number
  }
}
