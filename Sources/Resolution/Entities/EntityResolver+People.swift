import Rules
import Text

/// People who are named: who is who by name and country.
extension EntityResolver {
  mutating func addFull(_ person: PersonMention) {
    let known = byFullName[person.joined.rawValue].map { EntityID($0) }
    let id = known ?? longerOrShorter(names[person.name]) ?? add(person)
    if known == nil { byFullName.set(person.joined.rawValue, to: id.rawValue) }
    if listed[person.name.rawValue] == nil { list(person.name, of: id) }
    complete(id, with: person.annotation)
    lengthen(id, by: person)
    mention(id, person, .name)
  }

  /// Calls somebody by a name where it is longer than the one known.
  private mutating func lengthen(_ id: EntityID, by person: PersonMention) {
    let known = notes[id.rawValue].name
    guard person.name != known,
      names[person.name].length > known.map({ names[$0].length }) ?? 0
    else { return }
    table[id].name = value(plan(person.annotation).name, person.annotation)
    notes[id.rawValue].name = person.name
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

  private mutating func add(_ person: PersonMention) -> EntityID {
    notes.append(PersonNotes(name: person.name))
    return table.add(
      Entity(
        kind: kind(person.annotation)?.name ?? "", isPerson: true,
        name: value(plan(person.annotation).name, person.annotation), mentions: []))
  }

  private mutating func mention(_ id: EntityID, _ person: PersonMention, _ form: MentionForm) {
    mention(id, person.annotation, form, shown: person.shown)
  }

  /// A single name, with a title ("President Xi") or without.
  mutating func addShort(_ person: PersonMention) {
    let form = person.joined.rawValue
    let isListed = byShortForm.has(form)
    let country = value(plan(person.annotation).country, person.annotation)
    let bearers = isListed ? byShortForm[form] : byPart[form]
    let known = nearest(bearers, of: country, before: annotations[person.annotation].tokens.start)
    let id = known ?? add(person)
    if !isListed || known == nil { byShortForm.append(id, to: form) }
    complete(id, with: person.annotation)
    mention(id, person, .surname)
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
  mutating func complete(_ id: EntityID, with annotation: Int) {
    let plan = plan(annotation)
    let index = id.rawValue
    if let office = value(plan.office, annotation), office != table.entities[index].office {
      let number = offices.number(of: office)
      if notes[index].office.map({ offices.isFuller(number, than: $0) }) ?? true {
        setOffice(office, number, of: id)
      }
    }
    if table.entities[index].country == nil { table[id].country = value(plan.country, annotation) }
    if table.entities[index].gender == nil { table[id].gender = value(plan.gender, annotation) }
    if notes[index].rank == nil { notes[index].rank = value(plan.rank, annotation) }
    if notes[index].scope == nil { notes[index].scope = value(plan.scope, annotation) }
  }

  mutating func setOffice(_ office: String, _ number: OfficeID, of id: EntityID) {
    if notes[id.rawValue].office == nil { officials += 1 }
    table[id].office = office
    notes[id.rawValue].office = number
  }

  /// What another place of the text, or a list, says of somebody who is named.
  mutating func apply(_ attribute: Int) {
    let plan = plan(attribute)
    guard let text = value(plan.name, attribute) else { return }
    let name = names.person(text)
    guard let id = bearer(of: names[name], before: annotations[attribute].tokens.end),
      isApplicable(attribute, to: id)
    else { return }
    let hadCountry = table.entities[id.rawValue].country != nil
    complete(id, with: attribute)
    guard let held = value(plan.held, attribute) else { return }
    if !hadCountry, table.entities[id.rawValue].country != nil {
      table[id].countrySource = .table
    }
    guard table.entities[id.rawValue].country == value(plan.country, attribute) else { return }
    let office = TableOffice(
      office: held, number: offices.number(of: held), from: value(plan.from, attribute) ?? "",
      to: value(plan.to, attribute) ?? "")
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
  private func isApplicable(_ attribute: Int, to id: EntityID) -> Bool {
    let plan = plan(attribute)
    if let scope = notes[id.rawValue].scope, schema.privateScopes.contains(scope),
      value(plan.scope, attribute) == nil
    {
      return false
    }
    guard plan.isForSingleNames else { return true }
    return notes[id.rawValue].name.map { names[$0].parts.count == 1 } ?? false
  }
}
