import Rules
import Text

/// A slot of a frame: what it makes of its fillers, and where it looks for them in order of preference.
final class EventSlot: Sendable {
  enum Role: Sendable {
    case participant, host, place
  }

  let role: Role
  let sources: [CompiledSlot.Source]
  /// The same for a noun: who stands beside one that names its parties is none of them ("India called off talks
  /// between …"), so the subject comes last.
  let nounSources: [CompiledSlot.Source]
  let isPerHead: Bool
  let isRequired: Bool
  let takesPrevious: Bool
  /// The types that fill the slot, and by type whether it does.
  let types: MentionedTypes
  private let fillers: [Bool]

  init(_ slot: CompiledSlot, types: Int) {
    role =
      switch slot.role {
      case "place": .place
      case "host", "hosts": .host
      default: .participant
      }
    sources = slot.sources
    let others = slot.sources.filter { $0 != .subject }
    nounSources = slot.sources.contains(.subject) ? others + [.subject] : others
    isPerHead = slot.isPerHead
    isRequired = slot.isRequired
    takesPrevious = slot.takesPrevious
    var fillers = [Bool](repeating: false, count: types)
    for type in slot.fillers { fillers[type.rawValue] = true }
    self.fillers = fillers
    self.types = slot.fillers.reduce(into: []) { $0.formUnion(MentionedTypes($1)) }
  }

  /// The prepositions under which alone a verb's or a noun's slot finds its fillers; nil where it looks elsewhere too.
  func prepositions(isVerb: Bool) -> [TokenID]? {
    var result: [TokenID] = []
    for source in isVerb ? sources : nounSources {
      guard case .preposition(let words) = source else { return nil }
      result += words
    }
    return result
  }

  func takes(_ type: TypeID) -> Bool { fillers[type.rawValue] }
}
