/// What the tables of zones say about words; one look-up tells all of it.
struct ZoneWords: Sendable {
  /// What a word is, whatever stands around it.
  struct Roles: OptionSet, Sendable {
    let rawValue: UInt8

    /// It makes dates.
    static let date = Roles(rawValue: 1)
    static let function = Roles(rawValue: 2)
    /// A function word of another language.
    static let foreign = Roles(rawValue: 4)
  }

  struct Meaning: Sendable {
    var roles: Roles = []
    /// The group of phrases that the word begins, by its number in the index of phrases.
    var phrases: UInt16?
  }

  private struct Slot: Sendable {
    /// 0 where free.
    var key: UInt64 = 0
    var meaning = Meaning()
  }

  /// A bit for each value of a key's highest bits that some word has: tells most other words without the table.
  private var filter = Array(repeating: UInt64(0), count: 1 << (filterBits - 6))
  private static let filterBits: UInt64 = 13

  /// Open addressing; the size is a power of two, at most half of it taken.
  private var slots = Array(repeating: Slot(), count: 256)
  private var count = 0

  /// What the tables say about a word; nothing about most. O(1).
  func meaning(of word: WordKey) -> Meaning {
    let bit = word.value >> (64 - Self.filterBits)
    guard filter[Int(bit >> 6)] >> (bit & 63) & 1 != 0 else { return Meaning() }
    return slots[place(of: word.value)].meaning
  }

  mutating func add(_ roles: Roles, to words: [WordKey]) {
    for word in words { slots[reserve(word)].meaning.roles.formUnion(roles) }
  }

  mutating func setPhrases(_ group: UInt16, of word: WordKey) {
    slots[reserve(word)].meaning.phrases = group
  }

  private func place(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: key >> 32) & mask
    while slots[place].key != key, slots[place].key != 0 { place = (place + 1) & mask }
    return place
  }

  private mutating func reserve(_ word: WordKey) -> Int {
    if slots[place(of: word.value)].key == 0 {
      count += 1
      if count * 2 > slots.count { grow() }
      slots[place(of: word.value)].key = word.value
      let bit = word.value >> (64 - Self.filterBits)
      filter[Int(bit >> 6)] |= 1 << (bit & 63)
    }
    return place(of: word.value)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    for slot in old where slot.key != 0 { slots[place(of: slot.key)] = slot }
  }
}
