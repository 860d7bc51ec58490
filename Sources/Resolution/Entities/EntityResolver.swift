package import Rules
import Text

/// Finds the entities of a document: joins full names, surnames and titles of one person, and one state's names.
///
/// In this order: people by full name, people by one name, what the text and then the lists say of them elsewhere,
/// what follows from the document, offices without a name, states and places, surnames that stand alone.
/// Linear in the number of annotations and tokens but for people who share a name or an office. One per worker: it
/// keeps the names and offices that it has read, and works with their numbers.
package struct EntityResolver {
  let schema: EntitySchema
  var names = NameTable()
  var offices: OfficeTable

  // What follows is of one document.
  var table = EntityTable(tokenCount: 0)
  /// All annotations; the lists below are of their places, in text order.
  var annotations: [Annotation] = []
  /// The day of the document, for what tables know of it.
  var day: CalendarDay?
  private var stretches: [Stretch] = []
  private var people: [PersonMention] = []
  private var titles: [Int] = []
  var others: [Int] = []
  /// In the order in which they were made.
  private var attributes: [Int] = []
  /// By token.
  var marks: [TokenMarks] = []
  /// By entity. People are the first entities of the table.
  var notes: [PersonNotes] = []
  private var starts: [MentionStarts] = []
  /// People by each short form of their names, in text order.
  var byShortForm = BearerLists()
  /// People by each part of their full names: middle names and first family names too.
  var byPart = BearerLists()
  /// People by the joined parts of their full names.
  var byFullName = NumberMap()
  /// The full names whose parts are in these lists.
  var listed = NumberMap()
  /// People who are named, by their offices, and those offices, once an office without a name asks for them.
  var holders = BearerLists()
  var heldOffices: [OfficeID] = []
  var areHoldersListed = false
  /// People whom a table knows to have held offices.
  var famous: [EntityID] = []
  /// People without a name by their offices.
  var byOffice = BearerLists()
  /// The mentions of people, once a title asks for who was mentioned before.
  var timeline: MentionTimeline?
  /// How many people have an office.
  var officials = 0
  /// By kind: what is no person, by what identifies it.
  var identities: [NumberMap]

  package init(schema: EntitySchema) {
    self.schema = schema
    offices = OfficeTable(schema)
    identities = Array(repeating: NumberMap(), count: schema.kinds.count)
  }

  /// The entities that the annotations of a document stand for; `date` is what the document is dated, for what tables
  /// know of it.
  package mutating func resolve(
    _ store: AnnotationStore, of document: MatchDocument, date: DateInterval? = nil
  ) -> EntityTable {
    clear()
    table = EntityTable(tokenCount: document.text.tokens.count)
    annotations = store.annotations
    day = date?.first
    sort(document)
    for person in people where person.isFull { addFull(person) }
    for person in people where !person.isFull { addShort(person) }
    for type in schema.attributes {
      for index in attributes where annotations[index].type == type { apply(index) }
    }
    addDefaults()
    for index in titles where !marks[annotations[index].tokens.end - 1].contains(.titled) {
      addOffice(index)
    }
    addTableOffices()
    addOthers(document)
    addBareSurnames(document)
    defer {
      table = EntityTable(tokenCount: 0)
      annotations = []
    }
    return table
  }

  private mutating func clear() {
    names.trim()
    offices.trim()
    for index in starts.indices.prefix(notes.count) { starts[index].removeAll() }
    people.removeAll(keepingCapacity: true)
    titles.removeAll(keepingCapacity: true)
    others.removeAll(keepingCapacity: true)
    attributes.removeAll(keepingCapacity: true)
    notes.removeAll(keepingCapacity: true)
    byShortForm.removeAll()
    byPart.removeAll()
    byFullName.removeAll()
    listed.removeAll()
    byOffice.removeAll()
    holders.removeAll()
    heldOffices.removeAll(keepingCapacity: true)
    areHoldersListed = false
    famous.removeAll(keepingCapacity: true)
    timeline = nil
    officials = 0
    for kind in identities.indices { identities[kind].removeAll() }
  }

  // MARK: Mentions in text order

  /// An annotation by its tokens.
  private struct Stretch {
    var tokens: TokenRange
    var annotation: Int
  }

  /// Sorts the annotations of entities into people with a name, people without and others, in text order, the longer
  /// first.
  private mutating func sort(_ document: MatchDocument) {
    marks.removeAll(keepingCapacity: true)
    marks += repeatElement([], count: document.text.tokens.count)
    stretches.removeAll(keepingCapacity: true)
    for index in annotations.indices {
      let plan = schema.plan(of: annotations[index].type)
      if plan.kind != nil {
        stretches.append(Stretch(tokens: annotations[index].tokens, annotation: index))
      }
      if plan.isAttribute { attributes.append(index) }
    }
    stretches.sort { a, b in
      (a.tokens.start, b.tokens.end, a.annotation) < (b.tokens.start, a.tokens.end, b.annotation)
    }
    table.reserveCapacity(stretches.count)
    for stretch in stretches { add(stretch, document) }
  }

  private mutating func add(_ stretch: Stretch, _ document: MatchDocument) {
    let (tokens, type) = (stretch.tokens, annotations[stretch.annotation].type)
    mark(tokens, .covered)
    guard schema.isPerson(type) else { return others.append(stretch.annotation) }
    guard let name = schema.plan(of: type).name.value(of: annotations[stretch.annotation]) else {
      return titles.append(stretch.annotation)
    }
    let shown = document.tokens(reading: name, in: tokens) ?? tokens
    mark(tokens, .titled)
    mark(shown, .named)
    let number = names.person(name)
    people.append(
      PersonMention(
        annotation: stretch.annotation, name: number, isFull: names[number].isFull,
        joined: names[number].joined, shown: shown))
  }

  private mutating func mark(_ tokens: TokenRange, _ mark: TokenMarks) {
    for index in tokens.indices { marks[index].insert(mark) }
  }

  // MARK: Annotations

  /// How an annotation is read.
  func plan(_ annotation: Int) -> TypePlan { schema.plan(of: annotations[annotation].type) }

  /// The kind that an annotation stands for.
  func kind(_ annotation: Int) -> EntityKind? { schema.kind(of: annotations[annotation].type) }

  /// The value of a field of an annotation.
  func value(_ field: FieldPlace, _ annotation: Int) -> String? {
    field.value(of: annotations[annotation])
  }

  /// Records that an annotation mentions an entity; `shown` is the part that names it. Whether it was not known.
  @discardableResult
  mutating func mention(
    _ id: EntityID, _ annotation: Int, _ form: MentionForm, shown: TokenRange? = nil
  ) -> Bool {
    table.mention(
      id, annotations[annotation].tokens, form, rule: annotations[annotation].rule,
      type: annotations[annotation].type, shown: shown)
  }

  // MARK: Who was mentioned last

  /// Of several people, the one mentioned last before the token; else the first.
  mutating func nearest(_ people: some Sequence<EntityID>, before token: Int) -> EntityID? {
    var result: EntityID?
    var best: Int?
    for id in people {
      guard let known = result else {
        result = id
        continue
      }
      let start = last(id, before: token)
      let leading = best ?? last(known, before: token)
      best = max(leading, start)
      if start > leading { result = id }
    }
    return result
  }

  /// Where somebody was mentioned last before a token; -1 where not at all. O(log n) in his mentions.
  mutating func last(_ id: EntityID, before token: Int) -> Int {
    let index = id.rawValue
    while starts.count <= index { starts.append(MentionStarts()) }
    while starts[index].count < table.entities[index].mentions.count {
      starts[index].add(table.entities[index].mentions[starts[index].count].tokens.start)
    }
    return starts[index].last(before: token)
  }

  /// The rule that mentions found here are said to come from.
  static let rule = "references"
}

extension MatchDocument {
  /// The first tokens of a stretch that read as a name, with what stands between them; nil where none do.
  fileprivate func tokens(reading name: String, in stretch: TokenRange) -> TokenRange? {
    let (tokens, length) = (text.tokens, name.utf8.count)
    for start in stretch.indices {
      let first = tokens[start].range.start
      var end = start
      while end < stretch.end, tokens[end].range.end < first + length { end += 1 }
      guard end < stretch.end, tokens[end].range.end == first + length else { continue }
      if reads(name.utf8.span, at: first) { return TokenRange(start, end + 1) }
    }
    return nil
  }

  private func reads(_ name: Span<UInt8>, at place: Int) -> Bool {
    let bytes = bytes
    for index in name.indices where bytes[place + index] != name[index] { return false }
    return true
  }
}
