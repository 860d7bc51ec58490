import Rules
import Text

/// People who are named: who is who by name and country.
extension EntityResolver {
  mutating func addFull(_ person: PersonMention) {
    let annotation = annotations[person.annotation]
    let name = names[person.name]
    let known = byFullName[name.joined.rawValue].map { EntityID($0) } ?? longerOrShorter(name)
    let id = known ?? add(annotation, person.name)
    byFullName.set(name.joined.rawValue, to: id.rawValue)
    if listed[person.name.rawValue] == nil { list(person.name, of: id) }
    complete(id, with: annotation)
    if name.length > notes[id.rawValue].name.map({ names[$0].length }) ?? 0 {
      table[id].name = schema.plan(of: annotation.type).name.value(of: annotation)
      notes[id.rawValue].name = person.name
    }
    mention(id, annotation, .name, shown: person.shown)
  }

  /// Lists somebody under the forms and parts of a name.
  private mutating func list(_ name: NameID, of id: EntityID) {
    listed.set(name.rawValue, to: id.rawValue)
    for form in names[name].shortForms { byShortForm.add(id, to: form.rawValue) }
    for part in names[name].parts { byPart.add(id, to: part.rawValue) }
  }

  /// Somebody whose full name shares a short form and all parts ("Aung San Suu Kyi", "San Suu Kyi").
  func longerOrShorter(_ name: PersonalName) -> EntityID? {
    for form in name.shortForms {
      for id in byShortForm[form.rawValue] {
        if let known = notes[id.rawValue].name, names[known].agrees(with: name) { return id }
      }
    }
    return nil
  }

  private mutating func add(_ annotation: Annotation, _ name: NameID) -> EntityID {
    notes.append(PersonNotes(name: name))
    return table.add(
      Entity(
        kind: schema.kind(of: annotation.type)?.name ?? "", isPerson: true,
        name: schema.plan(of: annotation.type).name.value(of: annotation), mentions: []))
  }

  private mutating func mention(
    _ id: EntityID, _ annotation: Annotation, _ form: MentionForm, shown: TokenRange
  ) {
    table.mention(
      id, annotation.tokens, form, rule: annotation.rule, type: annotation.type, shown: shown)
  }

  /// A single name, with a title ("President Xi") or without.
  mutating func addShort(_ person: PersonMention) {
    let annotation = annotations[person.annotation]
    let form = names[person.name].joined.rawValue
    let isListed = byShortForm.has(form)
    let country = schema.plan(of: annotation.type).country.value(of: annotation)
    let bearers = isListed ? byShortForm[form] : byPart[form]
    let known = nearest(bearers, of: country, before: annotation.tokens.start)
    let id = known ?? add(annotation, person.name)
    if !isListed || known == nil { byShortForm.append(id, to: form) }
    complete(id, with: annotation)
    mention(id, annotation, .surname, shown: person.shown)
  }

  /// Of several people, the nearest one who is not of another country.
  private mutating func nearest(
    _ people: BearerLists.Bearers, of country: String?, before token: Int
  ) -> EntityID? {
    guard let country else { return nearest(people, before: token) }
    let table = table
    return nearest(
      people.lazy.filter { id in table[id].country.map { $0 == country } ?? true }, before: token)
  }

  // MARK: What is said of them

  /// Takes over the office, title, scope and country that an annotation gives, where the entity has none; an office
  /// that says more than the one known replaces it.
  mutating func complete(_ id: EntityID, with annotation: Annotation) {
    let plan = schema.plan(of: annotation.type)
    let index = id.rawValue
    if let office = plan.office.value(of: annotation), office != table.entities[index].office {
      let number = offices.number(of: office)
      if notes[index].office.map({ offices.isFuller(number, than: $0) }) ?? true {
        setOffice(office, number, of: id)
      }
    }
    if table.entities[index].country == nil {
      table[id].country = plan.country.value(of: annotation)
    }
    if table.entities[index].gender == nil { table[id].gender = plan.gender.value(of: annotation) }
    if notes[index].rank == nil { notes[index].rank = plan.rank.value(of: annotation) }
    if notes[index].scope == nil { notes[index].scope = plan.scope.value(of: annotation) }
  }

  mutating func setOffice(_ office: String, _ number: OfficeID, of id: EntityID) {
    if notes[id.rawValue].office == nil { officials += 1 }
    table[id].office = office
    notes[id.rawValue].office = number
  }

  /// What another place of the text, or a list, says of somebody who is named.
  mutating func apply(_ attribute: Annotation) {
    let plan = schema.plan(of: attribute.type)
    guard let text = plan.name.value(of: attribute) else { return }
    let name = names.person(text)
    guard let id = bearer(of: names[name], before: attribute.tokens.end),
      isApplicable(attribute, plan, to: id)
    else { return }
    let hadCountry = table.entities[id.rawValue].country != nil
    complete(id, with: attribute)
    guard let held = plan.held.value(of: attribute) else { return }
    if !hadCountry, table.entities[id.rawValue].country != nil {
      table[id].countrySource = .table
    }
    guard table.entities[id.rawValue].country == plan.country.value(of: attribute) else { return }
    let office = TableOffice(
      office: held, number: offices.number(of: held), from: plan.from.value(of: attribute) ?? "",
      to: plan.to.value(of: attribute) ?? "")
    guard !notes[id.rawValue].held.contains(office) else { return }
    if notes[id.rawValue].held.isEmpty { famous.append(id) }
    notes[id.rawValue].held.append(office)
  }

  /// The person whom a name means: by the full name, by one name, or by a longer or shorter one.
  private mutating func bearer(of name: PersonalName, before token: Int) -> EntityID? {
    if let known = byFullName[name.joined.rawValue] { return EntityID(known) }
    if name.parts.count == 1 { return nearest(byShortForm[name.joined.rawValue], before: token) }
    return longerOrShorter(name)
  }

  /// What lists know of a famous name holds for nobody with a longer name of his own, and of no private person.
  private func isApplicable(
    _ attribute: Annotation, _ plan: TypePlan, to id: EntityID
  ) -> Bool {
    let notes = notes[id.rawValue]
    if plan.scope.value(of: attribute) == nil, let scope = notes.scope {
      guard !schema.privateScopes.contains(scope) else { return false }
    }
    guard plan.isForSingleNames else { return true }
    return notes.name.map { names[$0].parts.count == 1 } ?? false
  }
}
