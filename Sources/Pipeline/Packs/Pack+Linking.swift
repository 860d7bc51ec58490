package import Diagnostics
package import Graph

extension Pack {
  /// What the linker needs to know of the pack: keys of its schema, and the table that `event_codes` names.
  ///
  /// Throws where that table cannot be read.
  package func linkVocabulary(_ home: PackFiles) throws(DiagnosticList) -> LinkVocabulary {
    guard let path = program.schema["event_codes"]?.first else {
      return LinkVocabulary(schema: program.schema)
    }
    let table = try home.table(
      path.contains("/") ? "Gazetteers/\(path)" : "Pipelines/\(name)/\(path)")
    return try LinkVocabulary(schema: program.schema, codes: EventCodes(table))
  }
}
