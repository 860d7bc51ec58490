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
    let references = entities.references(inside: sentences[sentence])
    guard SentenceNotes.mayHave(aspect, references, schema),
      let structure = reading(sentence, aspect)
    else { return nil }
    return SentenceNotes(structure, entities, schema)
  }
}
