import Rules
import Text

/// The triggers of all frames by what they ask for, numbered in the order of the frames.
struct TriggerIndex: Sendable {
  struct Trigger: Sendable {
    /// The place of the frame among all.
    var frame: Int
    var preposition: TokenID?
    var pattern: CompiledPattern?
  }

  private(set) var triggers: [Trigger] = []
  private var byLemma = SparseTable<[Int]>()
  /// Those that a noun is.
  private(set) var ofNouns = TriggerSet()
  private var byNoun: [CompiledPattern: [Int]] = [:]

  init(_ program: Program) {
    for (frame, compiled) in program.events.flatMap(\.frames).enumerated() {
      for trigger in compiled.triggers {
        let number = triggers.count
        var own = Trigger(frame: frame, pattern: trigger.pattern)
        switch trigger {
        case .verb(let lemmas, let preposition, _):
          own.preposition = preposition
          for lemma in lemmas { byLemma[lemma.rawValue, default: []].append(number) }
        case .noun(let pattern):
          byNoun[pattern, default: []].append(number)
          ofNouns.formUnion(TriggerSet(number))
        }
        triggers.append(own)
      }
    }
  }

  /// The triggers of a verb by its lemma, in ascending order.
  func verbs(_ lemma: TokenID) -> [Int] { byLemma[lemma.rawValue] ?? [] }

  /// The triggers of a noun that ends in a pattern, in ascending order.
  func nouns(_ pattern: CompiledPattern) -> [Int] { byNoun[pattern] ?? [] }

  subscript(trigger: Int) -> Trigger { triggers[trigger] }
}
