package import Text

/// A phase of event frames, ready to run over clauses.
package struct CompiledEvents: Sendable {
  package var skipping: [TypeID]
  package var frames: [CompiledFrame]
}

/// A frame: what triggers it, where its slots look and what its events say.
package struct CompiledFrame: Sendable {
  package var path: String
  package var type: TypeID
  package var triggers: [CompiledTrigger]
  package var slots: [CompiledSlot]
  /// Participants that an event must have.
  package var minimum: Int
  package var needsPlace: Bool
  /// A verb that governs an infinitive triggers none.
  package var refusesInfinitive: Bool
  /// An event with a place is none of the frame's.
  package var refusesPlace: Bool
  /// Fields that every event of the frame has.
  package var settings: [(field: String, value: String)]
}

/// What makes an event of a frame.
package enum CompiledTrigger: Sendable {
  /// With a pattern for the object (nil preposition) or for what stands under a preposition.
  case verb(lemmas: Set<TokenID>, preposition: TokenID?, CompiledPattern?)
  case noun(CompiledPattern)

  package var isVerb: Bool {
    if case .verb = self { true } else { false }
  }

  /// What the trigger asks of a noun group.
  package var pattern: CompiledPattern? {
    switch self {
    case .verb(_, _, let pattern): pattern
    case .noun(let pattern): pattern
    }
  }
}

/// A slot: the types that fill it and where it looks for them, in the order of preference.
package struct CompiledSlot: Sendable {
  package enum Source: Sendable, Hashable {
    case subject, object, possessor, bare
    /// A preposition, or the words of an agent phrase.
    case preposition([TokenID])
  }

  package var role: String
  package var sources: [Source]
  package var fillers: Set<TypeID>
  /// Each member of a coordination makes an event of its own.
  package var isPerHead: Bool
  /// An event that fills the slot with nothing is none.
  package var isRequired: Bool
  /// An event that fills the slot with nothing takes what the last event of one of its participants has.
  package var takesPrevious: Bool
}

/// The identity of a pattern of a `let` or a trigger within one `Program`, asked of a stretch of tokens.
package struct CompiledPattern: Sendable, Hashable {
  package let rawValue: Int
}

/// What the grammar of an event's clause says of a field.
package struct CompiledClaim: Sendable {
  package var path: String
  package var field: String
  package var conditions: [ClaimCondition]
  package var value: String
}

/// A condition of a claim: a property of the clause and the values that it may or may not have.
package struct ClaimCondition: Sendable {
  /// What a claim may ask of the clause of an event.
  package enum Property: String, Sendable, CaseIterable {
    case tense, form, aspect, voice, modal, negated, marker, governor, trigger
    /// Words before the noun of a noun trigger.
    case modifier
    /// Whether an infinitive says more of a noun ("the first to visit"): `yes` or `no`.
    case carried
    /// Where the event's date lies against the document's: `before`, `same`, `after`, `none`.
    case when
  }

  package var property: Property
  package var values: Set<String>
  package var isNegated: Bool
}
