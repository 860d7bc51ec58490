import Text

/// The triggers that stretches of tokens end in, as far as their tokens alone tell: texts ask for few stretches again
/// and again. One per worker.
struct TriggerMemo {
  private var stretches = SequenceTable()
  /// By stretch; nil where it has not been found.
  private var triggers: [[CompiledPattern]?] = []
  /// Scratch.
  private var tokens: [UInt32] = []

  /// Tokens of a stretch that is remembered, and the room for all: with more they are forgotten and found anew.
  private static let maximumLength = 12
  private static let maximumSize = 1 << 18

  /// The number of a stretch, new or known; nil where it is too long to be remembered. It holds until the next is asked
  /// for.
  mutating func number(of stretch: TokenRange, in document: MatchDocument) -> Int? {
    guard stretch.count <= Self.maximumLength else { return nil }
    if stretches.size > Self.maximumSize {
      stretches = SequenceTable()
      triggers.removeAll(keepingCapacity: true)
    }
    tokens.removeAll(keepingCapacity: true)
    for token in stretch.indices { tokens.append(document.text.tokens[token].id.rawValue) }
    let number = stretches.place(of: tokens)
    if number == triggers.count { triggers.append(nil) }
    return number
  }

  /// The triggers of a stretch by its number, nil where they have not been found.
  subscript(number: Int) -> [CompiledPattern]? {
    get { triggers[number] }
    set { triggers[number] = newValue }
  }
}
