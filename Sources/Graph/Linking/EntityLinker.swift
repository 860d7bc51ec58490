/// Decides which entities of documents are one.
///
/// A kind that a country identifies goes by country; somebody unnamed by country and office; the rest by name and
/// country, where a missing country fits if there is only one to fit. What is too vague for that is joined only
/// within its story. O(n log n).
struct EntityLinker {
  typealias Member = EntityGroup.Member

  private let corpus: Corpus
  private let vocabulary: LinkVocabulary
  private var members: [Member] = []
  private var names: [NameForm?] = []
  private var sets: DisjointSets

  /// The groups, in the order of their smallest members.
  static func groups(in corpus: Corpus, vocabulary: LinkVocabulary) -> [EntityGroup] {
    var linker = EntityLinker(corpus, vocabulary)
    linker.joinByKeys()
    linker.joinMiddleNames()
    return linker.groups()
  }

  private init(_ corpus: Corpus, _ vocabulary: LinkVocabulary) {
    self.corpus = corpus
    self.vocabulary = vocabulary
    for (document, extraction) in corpus.documents.enumerated() {
      for entity in extraction.entities.indices {
        members.append(Member(document: document, entity: entity))
      }
    }
    sets = DisjointSets(count: members.count)
    names = members.map { [corpus] member in
      corpus.documents[member.document].entities[member.entity].name.map(NameForm.init)
    }
  }

  private func entity(_ index: Int) -> Extraction.Entity {
    corpus.documents[members[index].document].entities[members[index].entity]
  }

  private mutating func groups() -> [EntityGroup] {
    var groups: [[Member]] = []
    var positions: [Int: Int] = [:]
    for (index, root) in sets.representatives().enumerated() {
      if let position = positions[root] {
        groups[position].append(members[index])
      } else {
        positions[root] = groups.count
        groups.append([members[index]])
      }
    }
    return groups.map { EntityGroup($0, in: corpus) }
  }

  private mutating func join(_ indices: some Sequence<Int>) {
    var first: Int?
    for index in indices {
      if let first { sets.join(first, index) }
      first = first ?? index
    }
  }

  // MARK: Keys

  /// What must agree before two entities are compared at all; those of an exact key are one.
  private struct Key: Hashable, Comparable {
    var isExact: Bool
    var parts: [String]

    static func < (a: Key, b: Key) -> Bool {
      a.isExact != b.isExact ? b.isExact : a.parts.lexicographicallyPrecedes(b.parts)
    }
  }

  private mutating func joinByKeys() {
    let keyed = members.indices.map { (key: key(of: $0), index: $0) }
      .sorted { ($0.key, $0.index) < ($1.key, $1.index) }
    for run in Self.runs(of: keyed, by: \.key) {
      let indices = run.map(\.index)
      if run.first?.key.isExact ?? true {
        join(indices)
      } else {
        joinNamed(indices)
      }
    }
  }

  private func key(of index: Int) -> Key {
    let entity = entity(index)
    let country = entity.country ?? ""
    if vocabulary.byCountry.contains(entity.kind), !country.isEmpty {
      return Key(isExact: true, parts: [entity.kind, "country", country])
    }
    let isPerson = vocabulary.people.contains(entity.kind)
    let office = entity.office.map(OfficeForm.init)?.key ?? ""
    guard let name = names[index], !name.joined.isEmpty else {
      let isClear = isPerson && !country.isEmpty && !office.isEmpty
      let story = isClear ? [] : [String(corpus.stories[members[index].document]), entity.id]
      return Key(isExact: true, parts: [entity.kind, "office", country, office] + story)
    }
    guard isPerson else {
      return Key(isExact: false, parts: [entity.kind, "name", name.joined])
    }
    guard name.parts.count > 1 else {
      let isClear = !country.isEmpty && !office.isEmpty
      let story = isClear ? [] : [String(corpus.stories[members[index].document])]
      return Key(isExact: true, parts: [entity.kind, "part", name.joined, country, office] + story)
    }
    return Key(isExact: false, parts: [entity.kind, "name", name.letters])
  }

  private static func runs<Element, Value: Equatable>(
    of elements: [Element], by value: KeyPath<Element, Value>
  ) -> [ArraySlice<Element>] {
    var runs: [ArraySlice<Element>] = []
    var start = 0
    for index in elements.indices.dropFirst()
    where elements[index][keyPath: value] != elements[index - 1][keyPath: value] {
      runs.append(elements[start..<index])
      start = index
    }
    if start < elements.count { runs.append(elements[start...]) }
    return runs
  }

  // MARK: Names

  /// Joins those of one block of names that are one.
  private mutating func joinNamed(_ indices: [Int]) {
    var classes: [(form: NameForm, isFlexible: Bool, indices: [Int])] = []
    for index in indices {
      guard let name = names[index] else { continue }
      let isFlexible = entity(index).country.map(vocabulary.familyNameFirst.contains) ?? false
      let fitting = classes.firstIndex { other in
        other.form.joined == name.joined
          || (isFlexible || other.isFlexible) && other.form.isRotation(of: name)
      }
      if let fitting {
        classes[fitting].indices.append(index)
        classes[fitting].isFlexible = classes[fitting].isFlexible || isFlexible
      } else {
        classes.append((name, isFlexible, [index]))
      }
    }
    for alike in classes { joinByCountry(alike.indices) }
  }

  /// Joins namesakes of one country, and those without a country to the only one there is.
  private mutating func joinByCountry(_ indices: [Int]) {
    var byCountry: [String: [Int]] = [:]
    for index in indices {
      if let country = entity(index).country { byCountry[country, default: []].append(index) }
    }
    for country in byCountry.keys.sorted() { join(byCountry[country] ?? []) }
    var groups = byCountry.count == 1 ? byCountry.values.map { offices(of: $0) } : []
    for index in indices where entity(index).country == nil {
      let office = entity(index).office.map(OfficeForm.init)
      if let fitting = groups.firstIndex(where: { $0.admits(office) }) {
        sets.join(groups[fitting].index, index)
        groups[fitting].add(office)
      } else {
        var group = Namesakes(index: index)
        group.add(office)
        groups.append(group)
      }
    }
  }

  private func offices(of indices: [Int]) -> Namesakes {
    var group = Namesakes(index: indices.first ?? 0)
    for index in indices { group.add(entity(index).office.map(OfficeForm.init)) }
    return group
  }

  /// Joins "A B" and "A C B" of one country where there is only one of each; not where the family name may stand
  /// first, as the parts of a given name are no middle names.
  private mutating func joinMiddleNames() {
    var keyed: [(key: Key, index: Int)] = []
    for index in members.indices {
      let entity = entity(index)
      guard let parts = names[index]?.parts, parts.count > 1, let country = entity.country,
        let first = parts.first, let last = parts.last, vocabulary.people.contains(entity.kind),
        !vocabulary.familyNameFirst.contains(country)
      else { continue }
      keyed.append((Key(isExact: true, parts: [entity.kind, country, first, last]), index))
    }
    keyed.sort { ($0.key, $0.index) < ($1.key, $1.index) }
    for run in Self.runs(of: keyed, by: \.key) { joinMiddleNames(run.map(\.index)) }
  }

  private mutating func joinMiddleNames(_ indices: [Int]) {
    var short: Set<Int> = []
    var all: Set<Int> = []
    for index in indices {
      let root = sets.representative(of: index)
      all.insert(root)
      if names[index]?.parts.count == 2 { short.insert(root) }
    }
    let long = all.subtracting(short)
    guard let one = short.first, let other = long.first, short.count == 1, long.count == 1 else {
      return
    }
    sets.join(one, other)
  }
}
