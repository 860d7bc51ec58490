package import Rules
import Text

/// Finds the entities of a document: joins full names, surnames and titles of one person, and one state's names.
///
/// In this order: people by full name, people by one name, what the text and then the lists say of them elsewhere,
/// what follows from the document, offices without a name, states and places, surnames that stand alone.
/// Linear in the number of annotations and tokens but for people who share a name.
package struct EntityResolver {
  let program: Program
  let schema: EntitySchema
  let document: MatchDocument
  var table = EntityTable()
  /// People by each short form of their names, in text order.
  var byShortForm: [String: [EntityID]] = [:]
  /// People by each part of their full names: middle names and first family names too.
  var byPart: [String: [EntityID]] = [:]
  /// People by the joined parts of their full names.
  var byFullName: [String: EntityID] = [:]
  /// Titles that give way to an office, and scopes of offices, by person.
  var ranks: [EntityID: String] = [:]
  var scopes: [EntityID: String] = [:]
  /// Offices that a table knows people to have held.
  var tableOffices: [EntityID: [TableOffice]] = [:]
  /// The day of the document, for what tables know of it.
  let date: CalendarDay?
  /// Tokens of the names of people, and all tokens of their mentions.
  private var named = Set<Int>()
  private var titled = Set<Int>()

  private init(
    program: Program, schema: EntitySchema, document: MatchDocument, date: CalendarDay?
  ) {
    self.date = date
    self.program = program
    self.schema = schema
    self.document = document
  }

  /// The entities that the annotations of a document stand for.
  package static func resolve(
    _ store: AnnotationStore, of document: MatchDocument, program: Program, schema: EntitySchema,
    date: DateInterval? = nil
  ) -> EntityTable {
    var resolver = EntityResolver(
      program: program, schema: schema, document: document, date: date?.first)
    resolver.resolve(store)
    return resolver.table
  }

  private mutating func resolve(_ store: AnnotationStore) {
    let annotations = store.annotations.filter { schema.kinds[$0.type] != nil }
      .sorted { ($0.tokens.start, -$0.tokens.end) < ($1.tokens.start, -$1.tokens.end) }
    let people = annotations.filter { schema.isPerson($0.type) && value("name", $0) != nil }
    for person in people {
      named.formUnion(nameTokens(of: person).indices)
      titled.formUnion(person.tokens.indices)
    }
    for person in people where isFullName(person) { addFull(person) }
    for person in people where !isFullName(person) { addShort(person) }
    for type in schema.attributes {
      for attribute in store.all(of: type) { apply(attribute) }
    }
    addDefaults(annotations)
    for annotation in annotations where schema.isPerson(annotation.type) {
      if value("name", annotation) == nil, !titled.contains(annotation.tokens.end - 1) {
        addOffice(annotation)
      }
    }
    addTableOffices()
    var container = TokenRange(0, 0)
    for annotation in annotations where !schema.isPerson(annotation.type) {
      guard !annotation.tokens.indices.contains(where: named.contains) else { continue }
      // "The Liberal Party of Canada" is about no country by itself.
      guard annotation.tokens == container || !container.contains(annotation.tokens)
      else { continue }
      if !schema.located.contains(schema.kinds[annotation.type] ?? "") {
        container = annotation.tokens
      }
      addOther(annotation)
    }
    addBareSurnames(annotations)
  }

  func value(_ field: String, _ annotation: Annotation) -> String? {
    program.value(field, of: annotation)
  }

  private func isFullName(_ annotation: Annotation) -> Bool {
    value("name", annotation).map { PersonalName($0).parts.count > 1 } ?? false
  }

  /// The tokens of a mention that hold the name itself, without title or description.
  func nameTokens(of annotation: Annotation) -> TokenRange {
    guard let name = value("name", annotation) else { return annotation.tokens }
    let tokens = annotation.tokens
    for start in tokens.indices {
      var end = start + 1
      while end <= tokens.end {
        let text = document.string(TokenRange(start, end))
        if text == name { return TokenRange(start, end) }
        guard name.hasPrefix(text) else { break }
        end += 1
      }
    }
    return tokens
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
    guard !byShortForm.isEmpty else { return }
    let (tokens, vocabulary) = (document.text.tokens, document.vocabulary)
    var covered = [Bool](repeating: false, count: tokens.count)
    for annotation in annotations {
      for index in annotation.tokens.indices { covered[index] = true }
    }
    for index in tokens.indices where !covered[index] {
      let shape = vocabulary.shape(tokens[index].id)
      guard shape.kind == .word, shape.letterCase != .lower else { continue }
      let form = NameFolding.fold(document.vocabulary.spelling(tokens[index].id))
      guard let people = byShortForm[form], let id = bearer(of: people, before: index) else {
        continue
      }
      table.mention(
        id, TokenRange(index, index + 1), .surname, rule: Self.rule, type: person)
    }
  }

  /// The rule that mentions found here are said to come from.
  static let rule = "references"

  /// Of several people, the one mentioned last before the token; else the first.
  func nearest(_ people: [EntityID], before token: Int) -> EntityID? {
    people.max { a, b in last(a, before: token) < last(b, before: token) }
  }

  /// Of several people of one surname, the ruler whom the text has named before, for whom it is enough; else the one
  /// mentioned last.
  private func bearer(of people: [EntityID], before token: Int) -> EntityID? {
    let rulers = people.filter { id in
      last(id, before: token) >= 0
        && table[id].office.map { isRuler(Self.words($0)) || isRulerTitle(Self.words($0)) } ?? false
    }
    return rulers.count == 1 ? rulers[0] : nearest(people, before: token)
  }

  /// Where somebody was mentioned last before a token; -1 where not at all.
  func last(_ id: EntityID, before token: Int) -> Int {
    table[id].mentions.lazy.map(\.tokens.start).filter { $0 < token }.max() ?? -1
  }
}
