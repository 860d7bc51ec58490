import Language
import Text

/// Where the notes of sentences come from that were passed unread.
struct NoteSource {
  let sentences: [TokenRange]
  let schema: EntitySchema

  /// The notes of a sentence, whose clauses are asked for only where its mentions make it worthwhile.
  func notes(
    of sentence: Int, _ aspect: SentenceNotes.Aspect, _ entities: EntityTable,
    _ reading: AnaphorBinder.Reading
  ) -> SentenceNotes? {
    guard outlook(of: sentence, entities).mayHave(aspect),
      let structure = reading(sentence, aspect)
    else { return nil }
    return SentenceNotes(structure, entities, schema)
  }

  /// How many a sentence mentions.
  func outlook(of sentence: Int, _ entities: EntityTable) -> SentenceNotes.Outlook {
    SentenceNotes.Outlook(of: sentences[sentence], entities, schema)
  }

  /// The people whom a sentence mentions.
  func people(
    in sentence: Int, _ entities: EntityTable
  ) -> some Sequence<EntityTable.Reference> {
    entities.references(inside: sentences[sentence]).lazy.filter { schema.isPerson($0.type) }
  }
}
