import Rules
import Text

/// What is no person, and surnames that stand alone.
extension EntityResolver {
  // MARK: States, places, organisations

  mutating func addOthers(_ document: MatchDocument) {
    var container = TokenRange(0, 0)
    for index in others {
      let tokens = annotations[index].tokens
      guard !tokens.indices.contains(where: { marks[$0].contains(.named) }) else { continue }
      // "The Liberal Party of Canada" is about no country by itself.
      guard tokens == container || !container.contains(tokens) else { continue }
      if !(schema.kind(of: annotations[index].type)?.isLocated ?? false) { container = tokens }
      addOther(annotations[index], document)
    }
  }

  private mutating func addOther(_ annotation: Annotation, _ document: MatchDocument) {
    let plan = schema.plan(of: annotation.type)
    guard let kind = plan.kind else { return }
    let country = plan.country.value(of: annotation)
    func name() -> String {
      plan.name.value(of: annotation) ?? document.string(annotation.tokens)
    }
    let identity: FormID
    if schema.kinds[kind.rawValue].isByCountry {
      identity = names.forms.number(of: country ?? name())
    } else {
      identity = names.whole(name())
    }
    let known = identities[kind.rawValue][identity.rawValue].map { EntityID($0) }
    let id =
      known
      ?? table.add(
        Entity(
          kind: schema.kinds[kind.rawValue].name, name: name(), office: nil, country: country,
          mentions: []))
    if known == nil { identities[kind.rawValue].set(identity.rawValue, to: id.rawValue) }
    table.mention(id, annotation.tokens, .name, rule: annotation.rule, type: annotation.type)
  }

  // MARK: Surnames

  /// Capitalised words that are a short form of somebody's name and stand in no other mention.
  mutating func addBareSurnames(_ document: MatchDocument) {
    guard let type = schema.personType, !byShortForm.isEmpty else { return }
    let (tokens, vocabulary) = (document.text.tokens, document.vocabulary)
    names.forms.prepare(for: vocabulary)
    for index in tokens.indices {
      guard let form = names.forms.form(of: tokens[index].id, in: vocabulary),
        byShortForm.has(form.rawValue), !marks[index].contains(.covered),
        let id = bearer(of: byShortForm[form.rawValue], before: index)
      else { continue }
      table.mention(
        id, TokenRange(index, index + 1), .surname, rule: Self.rule, type: type)
    }
  }

  /// Of several people of one surname, the ruler whom the text has named before, for whom it is enough; else the one
  /// mentioned last.
  private mutating func bearer(of people: BearerLists.Bearers, before token: Int) -> EntityID? {
    if let single = people.single { return single }
    var ruler: EntityID?
    for id in people {
      guard let office = notes[id.rawValue].office, offices.isRulers(office),
        last(id, before: token) >= 0
      else { continue }
      guard ruler == nil else { return nearest(people, before: token) }
      ruler = id
    }
    return ruler ?? nearest(people, before: token)
  }
}
