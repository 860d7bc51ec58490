package import Diagnostics
package import Graph

extension Pack {
  /// What the linker needs to know of the pack: keys of its schema, and the table that `event_codes` names.
  ///
  /// Throws where that table cannot be read.
  package func linkVocabulary(_ home: PackFiles) throws(DiagnosticList) -> LinkVocabulary {
    guard let eventCodes else { return LinkVocabulary(schema: program.schema) }
    return try LinkVocabulary(schema: program.schema, codes: EventCodes(home.table(eventCodes)))
  }
}
