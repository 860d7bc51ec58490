import Gazetteer
import Text

/// The class of each distinct token: which tests it passes and which lists it may begin, found once.
///
/// Tokens that pass the same tests share a class, so the tables stay small however large the vocabulary grows.
struct TokenClassifier {
  private let program: Program
  private let readings: ReadingCache
  private let words: Int
  /// Class plus one by token, 0 where it is not known yet.
  private var classes: [UInt32] = []
  /// One bit for each test and list, class by class.
  private var rows: [UInt64] = []
  private var index: [[UInt64]: UInt32] = [:]
  /// Counts how often the classes were numbered anew.
  private(set) var generation = 0

  /// Classes that are kept; with more the tables are emptied and filled anew, with the same answers.
  private static let maximumClasses = 1 << 15

  init(program: Program, readings: ReadingCache) {
    self.program = program
    self.readings = readings
    words = (program.tests.count + program.lists.count + 63) / 64
  }

  /// How many classes there are.
  var count: Int { index.count }

  /// Finds the class of each token of a document. Where there are too many, all are forgotten before.
  mutating func classify(_ document: MatchDocument, into classes: inout [UInt32]) {
    if index.count >= Self.maximumClasses {
      generation += 1
      self.classes.removeAll(keepingCapacity: true)
      rows.removeAll(keepingCapacity: true)
      index.removeAll(keepingCapacity: true)
    }
    classes.removeAll(keepingCapacity: true)
    classes.reserveCapacity(document.text.tokens.count)
    for token in document.text.tokens { classes.append(number(of: token.id, document.vocabulary)) }
  }

  /// 64 bits of a class: which tests it passes, and behind the tests which lists it begins.
  func bits(of number: Int, word: Int) -> UInt64 { rows[number * words + word] }

  /// The class of a token.
  private mutating func number(of token: TokenID, _ vocabulary: Vocabulary) -> UInt32 {
    let place = Int(token.rawValue)
    if place < classes.count, classes[place] != 0 { return classes[place] - 1 }
    return add(token, vocabulary)
  }

  private mutating func add(_ token: TokenID, _ vocabulary: Vocabulary) -> UInt32 {
    let place = Int(token.rawValue)
    let row = row(of: token, vocabulary)
    let number = index[row] ?? UInt32(index.count)
    if Int(number) == index.count {
      index[row] = number
      rows += row
    }
    if classes.count <= place {
      let missing = max(vocabulary.count, place + 1) - classes.count
      classes += repeatElement(0, count: missing)
    }
    classes[place] = number + 1
    return number
  }

  private func row(of token: TokenID, _ vocabulary: Vocabulary) -> [UInt64] {
    var row = [UInt64](repeating: 0, count: words)
    func set(_ bit: Int) { row[bit >> 6] |= 1 << UInt64(bit & 63) }
    let readings = self.readings.readings(of: token, in: vocabulary)
    program.tests.forEachPassed(by: token, vocabulary, readings: readings, set)
    for (list, gazetteer) in program.lists.enumerated()
    where gazetteer.begins(with: token, in: vocabulary) {
      set(program.tests.count + list)
    }
    return row
  }
}
