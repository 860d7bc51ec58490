/// Parties of one event as several reports name them, each once.
struct PartySlots {
  /// How the parties of a report go together with those known.
  struct Pairing {
    /// For each party of the report the slot that it takes, nil for a new one.
    var slots: [Int?]
    /// How many are one and the same.
    var same: Int
    /// Parties of the report, and slots, that have no counterpart.
    var unmatched: (reported: Int, known: Int)
  }

  private(set) var parties: [LinkedParty] = []

  /// Pairs parties one to one, those first that are one and the same. O(parties squared).
  func pairing(_ reported: [LinkedParty]) -> Pairing {
    var slots = [Int?](repeating: nil, count: reported.count)
    var taken = Set<Int>()
    for wanted in [LinkedParty.Match.same, .within] {
      for (index, party) in reported.enumerated() where slots[index] == nil {
        let free = parties.indices.first { slot in
          !taken.contains(slot) && party.match(parties[slot]) == wanted
        }
        guard let free else { continue }
        slots[index] = free
        taken.insert(free)
      }
    }
    let same = zip(slots, reported).count { slot, party in
      slot.map { party.match(parties[$0]) == .same } ?? false
    }
    let matched = slots.count { $0 != nil }
    return Pairing(
      slots: slots, same: same,
      unmatched: (reported.count - matched, parties.count - matched))
  }

  /// Takes up a report's parties, the fuller of two that match.
  mutating func add(_ reported: [LinkedParty]) {
    let slots = pairing(reported).slots
    for (party, slot) in zip(reported, slots) {
      if let slot {
        parties[slot] = parties[slot].fuller(party)
      } else {
        parties.append(party)
      }
    }
  }
}
