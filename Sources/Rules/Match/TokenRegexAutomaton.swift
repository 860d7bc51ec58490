/// A regular expression of tokens, made deterministic over ASCII as words ask for it; one per worker.
struct TokenRegexAutomaton {
  private let regex: TokenRegex
  /// By set of states of the expression; the first one is empty, and no word leads out of it.
  private var numbers: [[Int]: Int32] = [[]: 0]
  private var members: [[Int]] = [[]]
  private var isAccepting = [false]
  /// By set and byte; -1 where it is not known.
  private var steps = [Int32](repeating: 0, count: asciiCount)
  private var start: Int32 = 0
  /// For each ASCII byte whether a word that ends in it may match.
  private let lastBytes: [Bool]

  private static let asciiCount = 128
  /// Sets that are kept; with more all are forgotten and found anew, with the same answers.
  private static let maximumSets = 1024

  init(_ regex: TokenRegex) {
    self.regex = regex
    lastBytes = regex.lastBytes
    start = number(of: regex.startStates)
  }

  /// Whether the whole word, UTF-8, matches. O(length) where it is ASCII and the sets are known.
  mutating func matches(_ word: ArraySlice<UInt8>) -> Bool {
    if let last = word.last, last < Self.asciiCount, !lastBytes[Int(last)] { return false }
    if let required = regex.required, !word.contains(required) { return false }
    if members.count > Self.maximumSets { self = TokenRegexAutomaton(regex) }
    var set = start
    for byte in word {
      guard byte < Self.asciiCount else {
        return regex.matches(String(decoding: word, as: UTF8.self))
      }
      let place = Int(set) * Self.asciiCount + Int(byte)
      if steps[place] < 0 {
        steps[place] = number(of: regex.states(after: members[Int(set)], Unicode.Scalar(byte)))
      }
      set = steps[place]
      if set == 0 { return false }
    }
    return isAccepting[Int(set)]
  }

  private mutating func number(of states: [Int]) -> Int32 {
    let sorted = states.sorted()
    if let known = numbers[sorted] { return known }
    let number = Int32(truncatingIfNeeded: members.count)
    numbers[sorted] = number
    members.append(sorted)
    isAccepting.append(regex.accepts(sorted))
    steps += repeatElement(-1, count: Self.asciiCount)
    return number
  }
}
