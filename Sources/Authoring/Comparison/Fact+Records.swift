import Graph
import Text

extension Fact {
  /// The facts of a record: its events in their order, then its mentions as its entities have them.
  static func all(in record: DocumentRecord) -> [Fact] {
    record.events.map { event($0, record.text) }
      + record.entities.flatMap { entity in
        entity.mentions.map { mention($0, of: entity, record.text) }
      }
  }

  private static func event(_ event: EventRecord, _ text: [UInt8]) -> Fact {
    Fact(
      kind: .event, range: event.trigger,
      values: [
        Value(name: "kind", text: event.kind), Value(name: "status", text: event.status),
        Value(name: "participants", text: list(event.participants)),
        Value(name: "hosts", text: list(event.hosts)),
        Value(name: "place", text: event.place.flatMap { $0.name ?? $0.country }),
        Value(name: "date", text: event.date?.edtf),
      ], rule: event.rule, quote: Quote.text(event.range, of: text))
  }

  private static func mention(
    _ mention: EntityRecord.Mention, of entity: EntityRecord, _ text: [UInt8]
  ) -> Fact {
    Fact(
      kind: .mention, range: mention.range,
      values: [
        Value(name: "kind", text: entity.kind), Value(name: "name", text: entity.name),
        Value(name: "office", text: entity.office), Value(name: "country", text: entity.country),
      ], rule: mention.rule, quote: Quote.text(mention.range, of: text))
  }

  /// Parties by name, else by country and office; absent where there are none.
  private static func list(_ parties: [EventRecord.Party]) -> String? {
    guard !parties.isEmpty else { return nil }
    return parties.map { party in
      party.name ?? [party.country, party.office].compactMap(\.self).joined(separator: " ")
    }.joined(separator: ", ")
  }
}
