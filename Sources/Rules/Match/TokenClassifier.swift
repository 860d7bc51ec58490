import Gazetteer
import Text

/// The class of each distinct token: which tests it passes and which lists it may begin, found once.
///
/// Tokens that pass the same tests share a class, so the tables stay small however large the vocabulary grows.
struct TokenClassifier<Analyzer: WordAnalyzer> {
  private let program: Program
  private let analyzer: Analyzer
  private let words: Int
  /// Class plus one by token, 0 where it is not known yet.
  private var classes: [UInt32] = []
  /// One bit for each test and list, class by class.
  private var rows: [UInt64] = []
  private var index: [[UInt64]: UInt32] = [:]
  /// First states of rules by phase and class; nil where not gathered yet.
  private var starts: [[[Int]?]]

  /// Classes that are kept; with more the tables are emptied and filled anew, with the same answers.
  private static var maximumClasses: Int { 1 << 15 }

  init(program: Program, analyzer: Analyzer) {
    self.program = program
    self.analyzer = analyzer
    words = (program.tests.count + program.lists.count + 63) / 64
    starts = Array(repeating: [], count: program.phases.count + 1)
  }

  mutating func passes(_ token: TokenID, _ test: Int, _ vocabulary: Vocabulary) -> Bool {
    let row = classNumber(of: token, vocabulary) * words
    return rows[row + test >> 6] >> UInt64(test & 63) & 1 != 0
  }

  /// The first states of the rules of a phase that can begin with a token.
  mutating func starts(
    of phase: CompiledPhase, with token: TokenID, _ vocabulary: Vocabulary
  ) -> [Int] {
    let number = classNumber(of: token, vocabulary)
    let known = starts[phase.index].count
    if known <= number {
      starts[phase.index] += Array(repeating: nil, count: number + 1 - known)
    }
    if let found = starts[phase.index][number] { return found }
    let found = gatherStarts(of: phase, number)
    starts[phase.index][number] = found
    return found
  }

  private func gatherStarts(of phase: CompiledPhase, _ number: Int) -> [Int] {
    var result: [Int] = []
    for word in 0..<words {
      var bits = rows[number * words + word]
      while bits != 0 {
        result += phase.startsByBit[word * 64 + bits.trailingZeroBitCount]
        bits &= bits - 1
      }
    }
    return result
  }

  private mutating func classNumber(of token: TokenID, _ vocabulary: Vocabulary) -> Int {
    let place = Int(token.rawValue)
    if place < classes.count, classes[place] != 0 { return Int(classes[place]) - 1 }
    if index.count >= Self.maximumClasses { reset() }
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
    return Int(number)
  }

  private mutating func reset() {
    classes.removeAll(keepingCapacity: true)
    rows.removeAll(keepingCapacity: true)
    index.removeAll(keepingCapacity: true)
    starts = Array(repeating: [], count: starts.count)
  }

  private func row(of token: TokenID, _ vocabulary: Vocabulary) -> [UInt64] {
    var row = [UInt64](repeating: 0, count: words)
    func set(_ bit: Int) { row[bit >> 6] |= 1 << UInt64(bit & 63) }
    let readings = analyzer.analyses(of: token, in: vocabulary)
    program.tests.forEachPassed(by: token, vocabulary, readings: readings, set)
    for (list, gazetteer) in program.lists.enumerated()
    where gazetteer.begins(with: token, in: vocabulary) {
      set(program.tests.count + list)
    }
    return row
  }
}
