package import Rules
import Text

/// Finds the entities of a document: joins full names, surnames and titles of one person, and one state's names.
///
/// Linear in the number of annotations and tokens; a name's parts are looked up, never compared pairwise.
package struct EntityResolver {
  private let program: Program
  private let schema: EntitySchema
  private let document: MatchDocument
  private var table = EntityTable()
  /// People by each short form of their names, in text order.
  private var byShortForm: [String: [EntityID]] = [:]
  /// People by the joined parts of their full names.
  private var byFullName: [String: EntityID] = [:]

  private init(program: Program, schema: EntitySchema, document: MatchDocument) {
    self.program = program
    self.schema = schema
    self.document = document
  }

  /// The entities that the annotations of a document stand for.
  package static func resolve(
    _ store: AnnotationStore, of document: MatchDocument, program: Program, schema: EntitySchema
  ) -> EntityTable {
    var resolver = EntityResolver(program: program, schema: schema, document: document)
    let annotations = store.annotations.filter { schema.kinds[$0.type] != nil }
      .sorted { ($0.tokens.start, -$0.tokens.end) < ($1.tokens.start, -$1.tokens.end) }
    let people = annotations.filter { resolver.isPerson($0) }
    for annotation in people where resolver.isFullName(annotation) { resolver.addFull(annotation) }
    for annotation in people where !resolver.isFullName(annotation) {
      resolver.addShort(annotation)
    }
    for annotation in annotations where !resolver.isPerson(annotation) {
      resolver.addOther(annotation)
    }
    resolver.addBareSurnames(annotations)
    return resolver.table
  }

  private func isPerson(_ annotation: Annotation) -> Bool {
    schema.kinds[annotation.type].map(schema.people.contains) ?? false
  }

  private func value(_ field: String, _ annotation: Annotation) -> String? {
    program.value(field, of: annotation)
  }

  private func isFullName(_ annotation: Annotation) -> Bool {
    value("name", annotation).map { PersonalName($0).parts.count > 1 } ?? false
  }

  // MARK: People

  private mutating func addFull(_ annotation: Annotation) {
    guard let text = value("name", annotation) else { return }
    let name = PersonalName(text)
    let joined = name.parts.joined()
    let id = byFullName[joined] ?? longerOrShorter(name) ?? add(annotation, text)
    byFullName[joined] = id
    for form in name.shortForms where !(byShortForm[form] ?? []).contains(id) {
      byShortForm[form, default: []].append(id)
    }
    complete(id, with: annotation)
    if text.count > (table[id].name?.count ?? 0) { table[id].name = text }
    table.mention(id, annotation.tokens, .name, rule: annotation.rule, type: annotation.type)
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

  /// Takes over the office and country that a mention gives, where the entity has none.
  private mutating func complete(_ id: EntityID, with annotation: Annotation) {
    if table[id].office == nil { table[id].office = value("office", annotation) }
    if table[id].country == nil { table[id].country = value("country", annotation) }
  }

  /// A single name with a title ("President Xi"), or an office alone.
  private mutating func addShort(_ annotation: Annotation) {
    if let text = value("name", annotation) {
      let form = NameFolding.fold(text)
      let id =
        (byShortForm[form] ?? []).last { isCompatible($0, annotation) } ?? add(annotation, text)
      if !(byShortForm[form] ?? []).contains(id) { byShortForm[form, default: []].append(id) }
      complete(id, with: annotation)
      table.mention(id, annotation.tokens, .surname, rule: annotation.rule, type: annotation.type)
    } else if let office = value("office", annotation) {
      addOffice(annotation, office)
    }
  }

  private func isCompatible(_ id: EntityID, _ annotation: Annotation) -> Bool {
    guard let country = value("country", annotation), let known = table[id].country else {
      return true
    }
    return country == known
  }

  /// "The Chinese president": the last person before with that office, else somebody without a name.
  private mutating func addOffice(_ annotation: Annotation, _ office: String) {
    let words = Set(office.lowercased().split(separator: " "))
    let country = value("country", annotation)
    let holder = table.entities.indices.last { index in
      let entity = table.entities[index]
      guard schema.people.contains(entity.kind), let held = entity.office,
        let first = entity.mentions.map(\.tokens.start).min(), first < annotation.tokens.start,
        country == nil || entity.country == nil || entity.country == country
      else { return false }
      return words.isSubset(of: Set(held.lowercased().split(separator: " ")))
    }
    let id: EntityID
    if let holder {
      id = EntityID(holder)
    } else {
      guard country != nil else { return }
      let key = "\(office.lowercased())|\(country ?? "")"
      id =
        table.entity(withKey: key)
        ?? table.add(
          Entity(
            kind: schema.kinds[annotation.type] ?? "", name: nil, office: office,
            country: country, mentions: []), key: key)
    }
    complete(id, with: annotation)
    table.mention(id, annotation.tokens, .title, rule: annotation.rule, type: annotation.type)
  }

  // MARK: States, places, organisations

  private mutating func addOther(_ annotation: Annotation) {
    guard let kind = schema.kinds[annotation.type] else { return }
    let name = value("name", annotation) ?? document.string(annotation.tokens)
    let country = value("country", annotation)
    let identity = schema.byCountry.contains(kind) ? country ?? name : NameFolding.fold(name)
    let key = "\(kind)|\(identity)"
    let id =
      table.entity(withKey: key)
      ?? table.add(
        Entity(kind: kind, name: name, office: nil, country: country, mentions: []), key: key)
    table.mention(id, annotation.tokens, .name, rule: annotation.rule, type: annotation.type)
  }

  // MARK: Surnames

  /// Capitalised words that are a short form of somebody's name and stand in no other mention.
  private mutating func addBareSurnames(_ annotations: [Annotation]) {
    guard
      let person = schema.kinds.filter({ schema.people.contains($0.value) }).keys
        .min(by: { $0.rawValue < $1.rawValue })
    else { return }
    var covered = Set<Int>()
    for annotation in annotations { covered.formUnion(annotation.tokens.indices) }
    let tokens = document.text.tokens
    for index in tokens.indices where !covered.contains(index) {
      let shape = document.vocabulary.shape(tokens[index].id)
      guard shape.kind == .word, shape.letterCase != .lower else { continue }
      let form = NameFolding.fold(document.vocabulary.spelling(tokens[index].id))
      guard let people = byShortForm[form], let id = nearest(people, before: index) else {
        continue
      }
      table.mention(
        id, TokenRange(index, index + 1), .surname, rule: Self.rule, type: person)
    }
  }

  /// The rule that mentions found here are said to come from.
  static let rule = "references"

  /// Of several people of one short form, the one mentioned last before the token; else the first.
  private func nearest(_ people: [EntityID], before token: Int) -> EntityID? {
    people.max { a, b in last(a, before: token) < last(b, before: token) }
  }

  private func last(_ id: EntityID, before token: Int) -> Int {
    table[id].mentions.last { $0.tokens.start < token }?.tokens.start ?? -1
  }
}
