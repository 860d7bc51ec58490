package import Text

/// An event as one clause tells it.
package struct EventMention: Sendable {
  /// Somebody who fills a role.
  package struct Filler: Sendable, Hashable {
    package var entity: EntityID
    package var tokens: TokenRange
  }

  /// A kind that the pack's schema declares.
  package var kind: String
  package var status: String
  package var participants: [Filler] = []
  package var hosts: [Filler] = []
  package var place: Filler?
  /// What gave the place: `clause`, `sentence`, `inherited`.
  package var placeSource = "clause"
  /// The tokens of the time expression that dates it, be its value known or not.
  package var time: TokenRange?
  package var date: ResolvedTime?
  package var trigger: TokenRange
  /// From the first token that shows the event to the last.
  package var tokens: TokenRange
  package var claims: [(status: String, rule: String)] = []
  /// The text says the status; else it is what its frame presumes.
  package var isStatusStated = false
  package var subkind: String?
  /// The text says that this is another event than one before it.
  package var isSeparate = false
  /// The text says that each of several had an event of his own.
  package var isDistributed = false
  /// The clause names it only as the occasion of something else, and so says nothing of its status.
  package var isOccasion = false
  /// It only says more of the event before it.
  package var isContinuation = false
  /// The date is that of an event before it.
  package var isDateInherited = false
  package var rule: String
  /// Of one hundred.
  package var confidence: Int
}
