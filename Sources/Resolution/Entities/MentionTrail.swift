/// The sentences of a document that mention people, or several of any kind, as far as they were passed.
///
/// A sentence that was found to have no group, or to lie behind one that hides it, is dropped and not asked for one again.
struct MentionTrail {
  /// Those that mention people, in order.
  private(set) var people: [Int] = []
  /// Those that may have a group, and those of them that may have one of people.
  private var groups: [Int] = []
  private var companies: [Int] = []
  /// The first sentence that was not passed.
  private var end = 0
  /// The most that one sentence mentions.
  private(set) var mostNamed = 0

  /// Passes the sentences before one. O(their number), each once.
  mutating func follow(to end: Int, _ outlook: (Int) -> SentenceNotes.Outlook) {
    while self.end < end {
      let outlook = outlook(self.end)
      mostNamed = max(mostNamed, outlook.named)
      if outlook.people > 0 { people.append(self.end) }
      if outlook.named > 1 { groups.append(self.end) }
      if outlook.people > 1 { companies.append(self.end) }
      self.end += 1
    }
  }

  /// The last sentence that may have a group of people.
  var lastCompany: Int? { companies.last }

  /// The last sentence that may have a group, where it is behind another one.
  func lastGroup(behind sentence: Int) -> Int? {
    groups.last.flatMap { $0 > sentence ? $0 : nil }
  }

  mutating func dropLastCompany() { companies.removeLast() }

  mutating func dropAllCompanies() { companies.removeAll() }

  mutating func dropLastGroup() { groups.removeLast() }
}
