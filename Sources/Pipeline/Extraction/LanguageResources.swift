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

  /// Reads the tables of the language pack; `founding` is where the domain's list of founding dates
  /// is, if it has one.
  package init(
    _ home: PackFiles, language: String, founding: String?
  ) throws(DiagnosticList) {
    times = try TimeWords(home.table(Self.path("times", of: language)))
    verbs = try VerbTable(home.table(Self.path("verbs", of: language)))
    zones = try ZoneTables(home.table(Self.path("zones", of: language)))
    if let founding {
      states = try FoundedState.states(in: home.table(founding))
    } else {
      states = []
    }
  }

  private static func path(_ table: String, of language: String) -> String {
    "Pipelines/\(language)/\(table).tsv"
  }

  /// The tables that `init` reads.
  static func paths(_ language: String, founding: String?) -> [String] {
    ["times", "verbs", "zones"].map { path($0, of: language) } + (founding.map { [$0] } ?? [])
  }
}
