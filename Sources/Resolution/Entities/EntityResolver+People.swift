import Rules
import Text

/// People: who is who by name, office and country.
extension EntityResolver {
  // MARK: Names

  mutating func addFull(_ annotation: Annotation) {
    guard let text = value("name", annotation) else { return }
    let name = PersonalName(text)
    let joined = name.parts.joined()
    let id = byFullName[joined] ?? longerOrShorter(name) ?? add(annotation, text)
    byFullName[joined] = id
    for form in name.shortForms.sorted() where !(byShortForm[form] ?? []).contains(id) {
      byShortForm[form, default: []].append(id)
    }
    for part in name.parts where !(byPart[part] ?? []).contains(id) {
      byPart[part, default: []].append(id)
    }
    complete(id, with: annotation)
    if text.count > (table[id].name?.count ?? 0) { table[id].name = text }
    mention(id, annotation, .name)
  }

  /// Somebody whose full name shares a short form and all parts ("Aung San Suu Kyi", "San Suu Kyi").
  private func longerOrShorter(_ name: PersonalName) -> EntityID? {
    for form in name.shortForms.sorted() {
      for id in byShortForm[form] ?? [] where agrees(name, id) { return id }
    }
    return nil
  }

  private func agrees(_ name: PersonalName, _ id: EntityID) -> Bool {
    table[id].name.map { PersonalName($0).agrees(with: name) } ?? false
  }

  private mutating func add(_ annotation: Annotation, _ name: String?) -> EntityID {
    let kind = schema.kinds[annotation.type] ?? ""
    return table.add(Entity(kind: kind, name: name, mentions: []), key: nil)
  }

  private mutating func mention(_ id: EntityID, _ annotation: Annotation, _ form: MentionForm) {
    table.mention(
      id, annotation.tokens, form, rule: annotation.rule, type: annotation.type,
      shown: nameTokens(of: annotation))
  }

  /// A single name, with a title ("President Xi") or without.
  mutating func addShort(_ annotation: Annotation) {
    guard let text = value("name", annotation) else { return }
    let form = NameFolding.fold(text)
    let known = (byShortForm[form] ?? byPart[form] ?? []).filter { isCompatible($0, annotation) }
    let id = nearest(known, before: annotation.tokens.start) ?? add(annotation, text)
    if !(byShortForm[form] ?? []).contains(id) { byShortForm[form, default: []].append(id) }
    complete(id, with: annotation)
    mention(id, annotation, .surname)
  }

  private func isCompatible(_ id: EntityID, _ annotation: Annotation) -> Bool {
    guard let country = value("country", annotation), let known = table[id].country else {
      return true
    }
    return country == known
  }

  // MARK: Offices and countries

  /// Takes over the office, title, scope and country that a mention gives, where the entity has none; an office that
  /// says more than the one known replaces it.
  private mutating func complete(_ id: EntityID, with annotation: Annotation) {
    if let office = value("office", annotation) {
      if isFuller(office, than: table[id].office) { table[id].office = office }
    }
    if table[id].country == nil { table[id].country = value("country", annotation) }
    if table[id].gender == nil { table[id].gender = value("gender", annotation) }
    if ranks[id] == nil { ranks[id] = value("rank", annotation) }
    if scopes[id] == nil { scopes[id] = value("scope", annotation) }
  }

  private func isFuller(_ office: String, than known: String?) -> Bool {
    guard let known else { return true }
    let words = Self.words(known)
    return Self.words(office).isStrictSuperset(of: words)
  }

  static func words(_ office: String) -> Set<String> {
    Set(office.lowercased().split(separator: " ").map(String.init))
  }

  /// What another place of the text, or a list, says of somebody who is named.
  mutating func apply(_ attribute: Annotation) {
    guard let text = value("name", attribute) else { return }
    let parts = PersonalName(text).parts
    let id =
      byFullName[parts.joined()]
      ?? (parts.count == 1
        ? nearest(byShortForm[parts[0]] ?? [], before: attribute.tokens.end) : nil)
      ?? longerOrShorter(PersonalName(text))
    guard let id, isApplicable(attribute, to: id) else { return }
    let hadCountry = table[id].country != nil
    complete(id, with: attribute)
    guard let held = value("held", attribute) else { return }
    if !hadCountry, table[id].country != nil { table[id].countrySource = .table }
    let office = TableOffice(
      office: held, from: value("from", attribute) ?? "", to: value("to", attribute) ?? "")
    if table[id].country == value("country", attribute),
      !(tableOffices[id] ?? []).contains(office)
    {
      tableOffices[id, default: []].append(office)
    }
  }

  /// What lists know of a famous name holds for nobody with a longer name of his own, and of no private person.
  private func isApplicable(_ attribute: Annotation, to id: EntityID) -> Bool {
    if value("scope", attribute) == nil, let scope = scopes[id] {
      guard !schema.privateScopes.contains(scope) else { return false }
    }
    guard schema.singleNameAttributes.contains(attribute.type) else { return true }
    return table[id].name.map { PersonalName($0).parts.count == 1 } ?? false
  }

  /// What follows from the document: titles stand in for offices, and offices of a state belong to the state that
  /// the document is about.
  mutating func addDefaults(_ annotations: [Annotation]) {
    let state = mainCountry(annotations)
    for index in table.entities.indices {
      let id = EntityID(index)
      guard schema.people.contains(table[id].kind) else { continue }
      if table[id].office == nil, let rank = ranks[id] {
        let start = table[id].mentions.map(\.tokens.start).min() ?? 0
        table[id].office = borrowedOffice(rank, before: start, except: id) ?? rank
        table[id].officeSource = table[id].office == rank ? .text : .inferred
      }
      table[id].isPrivate =
        table[id].officeSource == .text
        && scopes[id].map(schema.privateScopes.contains) ?? false
      if table[id].country == nil, let scope = scopes[id], schema.stateScopes.contains(scope) {
        table[id].country = state
        table[id].countrySource = .inferred
      }
    }
  }

  /// "His Rwandan counterpart": the office of whoever was mentioned last before.
  private func borrowedOffice(
    _ rank: String, before start: Int, except id: EntityID?
  ) -> String? {
    guard !Self.words(rank).isDisjoint(with: schema.sameOffice) else { return nil }
    let others = table.entities.indices.map { EntityID($0) }
      .filter { $0 != id && table[$0].office != nil && last($0, before: start) >= 0 }
    return nearest(others, before: start).flatMap { table[$0].office }
  }

  /// The country that the document mentions most; of several the first.
  private func mainCountry(_ annotations: [Annotation]) -> String? {
    var counts: [String: Int] = [:]
    var first: [String: Int] = [:]
    for annotation in annotations {
      guard let kind = schema.kinds[annotation.type], schema.located.contains(kind),
        let country = value("country", annotation)
      else { continue }
      counts[country, default: 0] += 1
      if first[country] == nil { first[country] = annotation.tokens.start }
    }
    return counts.max { a, b in
      (a.value, -(first[a.key] ?? 0), a.key) < (b.value, -(first[b.key] ?? 0), b.key)
    }?.key
  }

  // MARK: Offices without a name

  /// "The Chinese president": the last person before with that office, else the first behind, else somebody without
  /// a name.
  mutating func addOffice(_ annotation: Annotation) {
    guard var office = value("office", annotation) else { return }
    let country = value("country", annotation)
    if let borrowed = borrowedOffice(office, before: annotation.tokens.start, except: nil) {
      office = borrowed
    }
    guard let id = holder(of: annotation, office, country) ?? unnamed(annotation, office, country)
    else { return }
    table.mention(id, annotation.tokens, .title, rule: annotation.rule, type: annotation.type)
  }

  private mutating func holder(
    of annotation: Annotation, _ office: String, _ country: String?
  ) -> EntityID? {
    let start = annotation.tokens.start
    let holders = table.entities.indices.map { EntityID($0) }.filter { id in
      let entity = table[id]
      guard schema.people.contains(entity.kind), entity.name != nil,
        country == nil || entity.country == country
      else { return false }
      return entity.office.map { isSame(office, as: $0) } ?? false
    }
    let earlier = holders.filter { last($0, before: start) >= 0 }
    // "The president" alone is the one whom the text is about.
    if country == nil, let main = earlier.max(by: { isLess($0, $1, before: start) }) { return main }
    return nearest(earlier, before: start) ?? knownHolder(of: office, country)
      ?? (country == nil ? nil : holders.first)
  }

  private func isLess(_ a: EntityID, _ b: EntityID, before token: Int) -> Bool {
    (table[a].mentions.count, last(a, before: token))
      < (table[b].mentions.count, last(b, before: token))
  }

  /// Whether a title may mean an office: all its words are the office's, or it means whoever rules.
  private func isSame(_ title: String, as office: String) -> Bool {
    let words = (title: Self.words(title), office: Self.words(office))
    if words.title.isSubset(of: words.office) { return true }
    return isRulerTitle(words.title) && isRuler(words.office)
      || isRulerTitle(words.office) && isRuler(words.title)
  }

  func isRulerTitle(_ words: Set<String>) -> Bool {
    words.isDisjoint(with: schema.lesserRanks)
      && schema.rulerTitles.contains { $0.isSubset(of: words) }
  }

  func isRuler(_ words: Set<String>) -> Bool {
    words.isDisjoint(with: schema.lesserRanks)
      && schema.rulerOffices.contains { $0.isSubset(of: words) }
  }

  /// Somebody named without an office whom a table knows to have held this one.
  private mutating func knownHolder(of office: String, _ country: String?) -> EntityID? {
    let words = Self.words(office)
    guard let country else { return nil }
    let holders = table.entities.indices.map { EntityID($0) }.filter { id in
      guard table[id].office == nil, table[id].country == country else { return false }
      return (tableOffices[id] ?? []).contains { held in
        words.isSubset(of: Self.words(held.office)) && date.map(held.covers) ?? true
      }
    }
    guard holders.count == 1, let id = holders.first else { return nil }
    table[id].office = office
    return id
  }

  /// Offices that only a table gives, for those in office on the day of the document.
  mutating func addTableOffices() {
    guard let date else { return }
    for (id, held) in tableOffices.sorted(by: { $0.key < $1.key }) {
      guard table[id].office == nil, let office = held.first(where: { $0.covers(date) })
      else { continue }
      table[id].office = office.office
      table[id].officeSource = .table
    }
  }

  private mutating func unnamed(
    _ annotation: Annotation, _ office: String, _ country: String?
  ) -> EntityID? {
    guard let country else { return nil }
    let key = "\(office.lowercased())|\(country)"
    return table.entity(withKey: key)
      ?? table.add(
        Entity(
          kind: schema.kinds[annotation.type] ?? "", name: nil, office: office,
          country: country, mentions: []), key: key)
  }
}
