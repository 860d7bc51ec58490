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
      if !(kind(index)?.isLocated ?? false) { container = tokens }
      addOther(index, document)
    }
  }

  private mutating func addOther(_ annotation: Int, _ document: MatchDocument) {
    let plan = plan(annotation)
    guard let kind = plan.kind else { return }
    let country = value(plan.country, annotation)
    func name() -> String {
      value(plan.name, annotation) ?? document.string(annotations[annotation].tokens)
    }
    let identity: FormID
    if schema.kinds[kind.rawValue].isByCountry {
      identity = names.forms.number(of: country ?? name())
    } else {
      identity = names.whole(name())
    }
    let id: EntityID
    if let known = identities[kind.rawValue][identity.rawValue] {
      id = EntityID(known)
    } else {
      id = table.add(
        Entity(
          kind: schema.kinds[kind.rawValue].name, name: name(), country: country, mentions: []))
      identities[kind.rawValue].set(identity.rawValue, to: id.rawValue)
    }
    mention(id, annotation, .name)
  }

  // MARK: Surnames

  /// Capitalised words that are a short form of somebody's name and stand in no other mention.
  mutating func addBareSurnames(_ document: MatchDocument) {
    let wanted = byShortForm.numbers
    guard let type = schema.personType, !wanted.isEmpty else { return }
    let (tokens, vocabulary) = (document.text.tokens, document.vocabulary)
    let bytes = document.bytes
    names.tokens.want(wanted, of: names.forms)
    for index in tokens.indices where !marks[index].contains(.covered) {
      guard
        let form = names.tokens.form(of: tokens[index], bytes.span, &names.forms, in: vocabulary),
        byShortForm.has(form.rawValue),
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
