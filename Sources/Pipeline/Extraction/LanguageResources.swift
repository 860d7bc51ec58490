import Diagnostics
package import Language
package import Resolution
import Text

/// The tables of the language pack that stages read, beside the lexicon.
package struct LanguageResources: Sendable {
  package let times: TimeWords
  package let verbs: VerbTable
  package let zones: ZoneTables
  package let states: [FoundedState]
  package let titles: StateTitles

  /// Where the domain has its tables of states, nil where it has none.
  struct StateTables {
    var founding: String?
    var titles: String?

    var all: [String] { [founding, titles].compactMap { $0 } }
  }

  /// Reads the tables of the language pack and those of states.
  init(_ home: PackFiles, language: String, states tables: StateTables) throws(DiagnosticList) {
    times = try TimeWords(home.table(Self.path("times", of: language)))
    verbs = try VerbTable(home.table(Self.path("verbs", of: language)))
    zones = try ZoneTables(home.table(Self.path("zones", of: language)))
    states =
      try tables.founding.map { path throws(DiagnosticList) in
        try FoundedState.states(in: home.table(path))
      } ?? []
    titles =
      try tables.titles.map { path throws(DiagnosticList) in
        try StateTitles(home.table(path))
      } ?? .none
  }

  private static func path(_ table: String, of language: String) -> String {
    "Pipelines/\(language)/\(table).tsv"
  }

  /// The tables that `init` reads.
  static func paths(_ language: String, states: StateTables) -> [String] {
    ["times", "verbs", "zones"].map { path($0, of: language) } + states.all
  }
}
