import Rules
import Text

/// People by their offices: what follows from the document, and offices without a name.
extension EntityResolver {
  /// An office as a text gives it, with its number.
  private struct Title {
    var text: String
    var number: OfficeID
  }

  // MARK: What follows from the document

  /// Titles stand in for offices, and offices of a state belong to the state that the document is about, or to the
  /// next that has such an office.
  mutating func addDefaults() {
    var states: [String]?
    for index in notes.indices {
      let id = EntityID(index)
      if notes[index].office == nil, let rank = notes[index].rank { setOffice(rank, of: id) }
      guard let scope = notes[index].scope else { continue }
      table[id].isPrivate =
        table.entities[index].officeSource == .text && schema.privateScopes.contains(scope)
      guard table.entities[index].country == nil, schema.stateScopes.contains(scope) else {
        continue
      }
      let known = states ?? countries()
      states = known
      table[id].country = known.first { country in
        notes[index].office.map { offices.mayBe($0, of: country) } ?? true
      }
      table[id].countrySource = .inferred
    }
  }

  /// Lets a title stand in for the office that somebody lacks, or for the office that it points to.
  private mutating func setOffice(_ rank: String, of id: EntityID) {
    let title = Title(text: rank, number: offices.number(of: rank))
    let start = table.entities[id.rawValue].mentions.map(\.tokens.start).min() ?? 0
    let office = borrowedOffice(title, before: start, except: id) ?? title
    setOffice(office.text, office.number, of: id)
    table[id].officeSource = office.text == rank ? .text : .inferred
  }

  /// "His Rwandan counterpart": the office of whoever was mentioned last before.
  private mutating func borrowedOffice(
    _ title: Title, before start: Int, except other: EntityID?
  ) -> Title? {
    guard officials > 0, offices.pointsToAnother(title.number) else { return nil }
    let timeline = timeline ?? MentionTimeline(of: table.entities)
    self.timeline = timeline
    let holder = timeline.last(before: start) { $0 != other && notes[$0.rawValue].office != nil }
    guard let holder, let office = table[holder].office,
      let number = notes[holder.rawValue].office
    else { return nil }
    return Title(text: office, number: number)
  }

  /// The countries that the document mentions, most first, and of equals the one that is named first.
  private mutating func countries() -> [String] {
    var tallies: [(country: String, count: Int, first: Int)] = []
    var places = NumberMap()
    for index in others {
      guard kind(index)?.isLocated ?? false, let country = value(plan(index).country, index)
      else { continue }
      let number = names.forms.number(of: country).rawValue
      if let place = places[number] {
        tallies[place].count += 1
      } else {
        places.set(number, to: tallies.count)
        tallies.append((country, 1, annotations[index].tokens.start))
      }
    }
    return tallies.sorted { a, b in
      (a.count, -a.first, a.country) > (b.count, -b.first, b.country)
    }.map(\.country)
  }

  // MARK: Offices without a name

  /// "The Chinese president": the last person before with that office, else the first behind, else somebody without
  /// a name.
  mutating func addOffice(_ annotation: Int) {
    guard let text = value(plan(annotation).office, annotation) else { return }
    let country = value(plan(annotation).country, annotation)
    var title = Title(text: text, number: offices.number(of: text))
    let start = annotations[annotation].tokens.start
    title = borrowedOffice(title, before: start, except: nil) ?? title
    if !areHoldersListed { listHolders() }
    let holder: EntityID?
    if let country {
      holder =
        self.holder(of: title, country, before: start)
        ?? unnamed(annotation, title, country)
    } else {
      holder = mainHolder(of: title, before: start)
    }
    guard let holder else { return }
    if mention(holder, annotation, .title) { timeline?.add(holder, at: start) }
  }

  private mutating func listHolders() {
    areHoldersListed = true
    for index in notes.indices where notes[index].name != nil {
      if let office = notes[index].office { list(EntityID(index), under: office) }
    }
  }

  private mutating func list(_ id: EntityID, under office: OfficeID) {
    if !holders.has(office.rawValue) { heldOffices.append(office) }
    holders.append(id, to: office.rawValue)
  }

  /// "The president" alone is the one whom the text is about: of those who were mentioned before, the one mentioned
  /// most, and of several the last.
  private mutating func mainHolder(of title: Title, before token: Int) -> EntityID? {
    var result: EntityID?
    var best = (count: 0, last: 0)
    for office in heldOffices where offices.isSame(title.number, as: office) {
      for id in holders[office.rawValue] {
        let count = table.entities[id.rawValue].mentions.count
        guard count >= best.count else { continue }
        let last = last(id, before: token)
        guard last >= 0, (count, last) >= best else { continue }
        if let known = result, (count, last) == best, known < id { continue }
        (result, best) = (id, (count, last))
      }
    }
    return result
  }

  /// Of those who hold an office of a country, the last one before, else one whom a table knows, else the first.
  private mutating func holder(
    of title: Title, _ country: String, before token: Int
  ) -> EntityID? {
    var result: EntityID?
    var best = -1
    for office in heldOffices where offices.isSame(title.number, as: office) {
      for id in holders[office.rawValue] where table.entities[id.rawValue].country == country {
        let last = last(id, before: token)
        guard last >= best else { continue }
        if let known = result, last == best, known < id { continue }
        (result, best) = (id, last)
      }
    }
    if best >= 0 { return result }
    return knownHolder(of: title, country) ?? result
  }

  /// Somebody named without an office whom a table knows to have held this one.
  private mutating func knownHolder(of title: Title, _ country: String) -> EntityID? {
    var result: EntityID?
    for id in famous where notes[id.rawValue].office == nil {
      guard table.entities[id.rawValue].country == country else { continue }
      let day = day.map { EDTF.text(DateInterval($0)) }
      let isHolder = notes[id.rawValue].held.contains { held in
        offices.covers(held.number, title.number) && day.map(held.covers) ?? true
      }
      guard isHolder else { continue }
      guard result == nil else { return nil }
      result = id
    }
    if let result {
      setOffice(title.text, title.number, of: result)
      list(result, under: title.number)
    }
    return result
  }

  private mutating func unnamed(
    _ annotation: Int, _ title: Title, _ country: String
  ) -> EntityID {
    let spelling = offices.spelling(of: title.number)
    for id in byOffice[spelling] where table.entities[id.rawValue].country == country { return id }
    officials += 1
    notes.append(PersonNotes(office: title.number))
    let id = table.add(
      Entity(
        kind: kind(annotation)?.name ?? "", isPerson: true, name: nil,
        office: title.text, country: country, mentions: []))
    byOffice.append(id, to: spelling)
    return id
  }

  /// Offices that only a table gives, for those in office on the day of the document.
  mutating func addTableOffices() {
    guard let day, !famous.isEmpty else { return }
    let text = EDTF.text(DateInterval(day))
    for id in famous where notes[id.rawValue].office == nil {
      guard let held = notes[id.rawValue].held.first(where: { $0.covers(text) }) else { continue }
      setOffice(held.office, held.number, of: id)
      table[id].officeSource = .table
    }
  }
}
