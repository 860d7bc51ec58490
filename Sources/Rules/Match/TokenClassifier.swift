import Gazetteer
import Text

/// The class of each distinct token: which tests it passes and which lists it may begin, found once.
///
/// Tokens that pass the same tests share a class, so the tables stay small however large the vocabulary grows.
struct TokenClassifier {
  private let program: Program
  private let readings: ReadingCache
  /// Class plus one by token, 0 where it is not known yet.
  private var classes: [UInt32] = []
  /// One bit for each test and list, class by class.
  private var rows: RowTable
  private var profiles: TokenProfiles
  /// By profile and checks: the class of a token that has nothing of its own.
  private var classOfKey = NumberTable()
  /// Tests that ask for a token itself, and for any of its cases; with the latter stand the lists that it begins.
  private var own = TokenBits()
  private var ownOfFolded = TokenBits()
  /// Spellings and lemmas that tests of properties ask for or refuse.
  private let namedWords: WordTable
  private var namedLemmas = NumberTable()
  /// Counts how often the classes were numbered anew.
  private(set) var generation = 0

  /// Classes that are kept; with more the tables are emptied and filled anew, with the same answers.
  private static let maximumClasses = 1 << 15

  init(program: Program, readings: ReadingCache) {
    self.program = program
    self.readings = readings
    let width = (program.tests.count + program.lists.count + 63) / 64
    rows = RowTable(width: width)
    profiles = TokenProfiles(
      program.tests, readingNames: readings.analyzer.names, width: width)
    namedWords = WordTable(program.tests.namedWords)
    for lemma in program.tests.namedLemmas {
      if let number = readings.analyzer.lemma(of: lemma) {
        namedLemmas.set(UInt64(number.rawValue), 1)
      }
    }
    program.tests.forEachOwn { own.insert($1, for: $0) }
    program.tests.forEachOwnOfFolded { ownOfFolded.insert($1, for: $0) }
    for (list, gazetteer) in program.lists.enumerated() {
      let bit = program.tests.count + list
      gazetteer.forEachFirstToken { ownOfFolded.insert(bit, for: $0) }
    }
  }

  /// How many classes there are.
  var count: Int { rows.count }

  /// Finds the class of each token of a document. Where there are too many, all are forgotten before.
  mutating func classify(_ document: MatchDocument, into classes: inout [UInt32]) {
    if rows.count >= Self.maximumClasses {
      generation += 1
      self.classes.removeAll(keepingCapacity: true)
      rows.removeAll()
      classOfKey.removeAll()
    }
    let missing = document.vocabulary.count - self.classes.count
    if missing > 0 { self.classes += repeatElement(0, count: missing) }
    classes.removeAll(keepingCapacity: true)
    classes.reserveCapacity(document.text.tokens.count)
    for token in document.text.tokens {
      var number = self.classes[Int(token.id.rawValue)]
      if number == 0 {
        number = self.number(of: token.id, document.vocabulary) + 1
        self.classes[Int(token.id.rawValue)] = number
      }
      classes.append(number - 1)
    }
  }

  /// 64 bits of a class: which tests it passes, and behind the tests which lists it begins.
  func bits(of number: Int, word: Int) -> UInt64 { rows.word(word, of: number) }

  // MARK: New tokens

  private mutating func number(of token: TokenID, _ vocabulary: Vocabulary) -> UInt32 {
    let places = readings.places(of: token, in: vocabulary)
    let key =
      vocabulary.shape(token).length < PropertyMasks.lengthCount
      ? profiles.key(of: token, places, in: readings, vocabulary) : nil
    guard let key, !isNamed(token, places, vocabulary) else {
      return number(of: rowByWords(token, key, vocabulary), token, vocabulary)
    }
    let hasOwn = own.has(token) || ownOfFolded.has(vocabulary.folded(token))
    guard !hasOwn else { return number(of: profiles.row(of: key), token, vocabulary) }
    let known = classOfKey.value(key)
    if known != NumberTable.absent { return UInt32(truncatingIfNeeded: known) }
    let number = rows.number(of: profiles.row(of: key))
    classOfKey.set(key, Int32(truncatingIfNeeded: number))
    return UInt32(truncatingIfNeeded: number)
  }

  /// The class of a token by a row that lacks the bits of its own.
  private mutating func number(
    of row: [UInt64], _ token: TokenID, _ vocabulary: Vocabulary
  ) -> UInt32 {
    var row = row
    own.set(token, in: &row)
    ownOfFolded.set(vocabulary.folded(token), in: &row)
    return UInt32(truncatingIfNeeded: rows.number(of: row))
  }

  /// Whether some test of properties may ask for the token by a spelling or lemma, or refuse it by its spelling.
  private func isNamed(
    _ token: TokenID, _ places: Range<Int>, _ vocabulary: Vocabulary
  ) -> Bool {
    if namedWords.number(of: vocabulary.bytes(token).span) != nil { return true }
    let folded = vocabulary.folded(token)
    if folded != token, namedWords.number(of: vocabulary.bytes(folded).span) != nil { return true }
    for place in places
    where namedLemmas.value(UInt64(readings[place].lemma.rawValue)) != NumberTable.absent {
      return true
    }
    return false
  }

  /// The tests of properties that a token passes; those that any token may pass by its key, where that tells.
  private func rowByWords(
    _ token: TokenID, _ key: UInt64?, _ vocabulary: Vocabulary
  ) -> [UInt64] {
    let word = program.tests.word(
      token, vocabulary, readings: readings.analyses(of: token, in: vocabulary))
    var row: [UInt64]
    if let key, !word.isBanned {
      row = profiles.row(of: key)
    } else {
      row = [UInt64](repeating: 0, count: rows.width)
      program.tests.forEachOpen(by: word) { row.set($0) }
    }
    program.tests.forEachNamed(by: word) { row.set($0) }
    return row
  }
}
