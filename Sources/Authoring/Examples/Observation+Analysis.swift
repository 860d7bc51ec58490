import Pipeline
import Resolution
import Rules

extension Observation {
  /// An annotation with the fields that its rule gave it.
  init(_ annotation: Annotation, in document: MatchDocument, of program: Program) {
    let info = program.types[annotation.type.rawValue]
    type = info.name
    fields = zip(info.fields, annotation.fields).map { Field(name: $0, value: .scalar($1)) }
    quote = document.string(annotation.tokens)
    rule = annotation.rule
  }

  /// Everything that the extractor found in a text: its events and entities, then annotations of types that stand for
  /// neither.
  static func all(of analysis: Analysis) -> [Observation] {
    let records =
      analysis.events.map { Observation($0, analysis) }
      + analysis.entities.entities.map { Observation($0, analysis) }
    let schema = analysis.program.schema
    let kinds = ((schema["entities"] ?? []) + (schema["events"] ?? [])).map(capitalized)
    return records
      + analysis.store.annotations.map {
        Observation($0, in: analysis.document, of: analysis.program)
      }.filter { !kinds.contains($0.type) }
  }

  private init(_ event: EventMention, _ analysis: Analysis) {
    func name(_ filler: EventMention.Filler) -> String {
      Self.name(analysis.entities[filler.entity])
    }
    type = Self.capitalized(event.kind)
    fields = [
      Field(name: "participants", value: .list(event.participants.map(name))),
      Field(name: "hosts", value: .list(event.hosts.map(name))),
      Field(name: "place", value: .scalar(event.place.map(name))),
      Field(name: "date", value: .scalar(event.date?.edtf)),
      Field(name: "status", value: .scalar(event.status)),
      Field(name: "subkind", value: .scalar(event.subkind)),
    ]
    quote = analysis.document.string(event.tokens)
    rule = event.rule
  }

  private init(_ entity: Entity, _ analysis: Analysis) {
    type = Self.capitalized(entity.kind)
    fields = [
      Field(name: "name", value: .scalar(entity.name)),
      Field(name: "office", value: .scalar(entity.office)),
      Field(name: "country", value: .scalar(entity.country)),
    ]
    quote = entity.mentions.map { analysis.document.string($0.tokens) }.joined(separator: ", ")
  }

  /// How expectations name an entity: its name, else its office and country (`president EG`).
  static func name(_ entity: Entity) -> String {
    entity.name ?? [entity.office, entity.country].compactMap { $0 }.joined(separator: " ")
  }

  /// Kinds are written small, the types of the same name with a capital.
  private static func capitalized(_ kind: String) -> String {
    kind.prefix(1).uppercased() + kind.dropFirst()
  }
}
