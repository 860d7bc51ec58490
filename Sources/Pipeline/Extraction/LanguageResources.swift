package import Diagnostics
package import Language
package import Resolution
import Text

/// The tables of the language pack that stages read, beside the lexicon.
package struct LanguageResources: Sendable {
  package let times: TimeWords
  package let verbs: VerbTable
  package let zones: ZoneTables
  package let states: [FoundedState]

  /// Reads the tables of the language pack; `founding` is the domain's list of founding dates, if it has one.
  package init(
    _ home: PackFiles, language: String, founding: String?
  ) throws(DiagnosticList) {
    times = try TimeWords(home.table("Pipelines/\(language)/times.tsv"))
    verbs = try VerbTable(home.table("Pipelines/\(language)/verbs.tsv"))
    zones = try ZoneTables(home.table("Pipelines/\(language)/zones.tsv"))
    if let founding {
      states = try FoundedState.states(in: home.table("Gazetteers/\(founding)"))
    } else {
      states = []
    }
  }
}
