import Language
import Text

/// Where the notes of sentences come from that are read later than they were passed.
struct NoteSource {
  let sentences: [TokenRange]
  let schema: EntitySchema

  /// The notes of a sentence, whose clauses are asked for only where its mentions make it worthwhile.
  func notes(
    of sentence: Int, _ entities: EntityTable, _ reading: AnaphorBinder.Reading
  ) -> SentenceNotes {
    guard SentenceNotes.mayBeFound(entities.references(inside: sentences[sentence]), schema) else {
      return SentenceNotes()
    }
    return SentenceNotes(reading(sentence), entities, schema)
  }
}
