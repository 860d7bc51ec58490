/// A phase of event frames: `events Meeting, Visit in clause { … }`.
package struct EventsDeclaration: Sendable {
  package var types: [Name]
  package var skipping: [Name] = []
  package var frames: [FrameDeclaration] = []
}

/// A trigger and the slots around it.
package struct FrameDeclaration: Sendable {
  package var name: Name
  package var documentation = ""
  package var type: Name
  package var triggers: [Trigger] = []
  package var slots: [Slot] = []
  /// Participants that an event must have.
  package var minimum = 1
  /// An event without a place is none.
  package var needsPlace = false
  /// A verb that governs an infinitive ("called on Kenya to act") triggers none.
  package var refusesInfinitive = false
  /// An event with a place is none of the frame's.
  package var refusesPlace = false
  /// Fields that every event of the frame has: `set subkind = talks`.
  package var settings: [Setting] = []
  package var examples: [Example] = []

  /// `set field = value`.
  package struct Setting: Sendable {
    package var field: Name
    package var value: Name
  }

  /// What makes an event.
  package enum Trigger: Sendable {
    /// `verb <meet>`, `verb [visit, "call on"]`; with `object talk` or `"by" phone` also a pattern that its object
    /// or the phrase under that preposition has.
    case verb(lemmas: [Name], needs: Source, Pattern?)
    /// `noun talk`: a noun group that ends in the pattern.
    case noun(Pattern)
  }

  /// `slot place <- "in", "at": Place | State`; with `per head` each member of a coordination makes its
  /// own event, and with `required` nothing that leaves the slot empty is one.
  package struct Slot: Sendable {
    package var role: Name
    package var sources: [Source]
    package var filler: Pattern
    package var isPerHead = false
    /// An event that fills the slot with nothing is none.
    package var isRequired = false
    /// An event that fills the slot with nothing takes what the last event of one of its participants has.
    package var takesPrevious = false
  }

  /// Where a slot looks for its fillers.
  package enum Source: Sendable, Hashable {
    case subject, object, possessor, bare
    /// What stands under a preposition or an agent phrase such as `hosted by`.
    case preposition(String)
  }
}
