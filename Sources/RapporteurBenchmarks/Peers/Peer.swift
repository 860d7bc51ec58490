/// A tool that somebody would take instead, by the name that the peers' script gives it.
enum Peer: String, CaseIterable {
  case spacyTokens = "spacy-tok"
  case spacySentences = "spacy-sent"
  case spacyRuler = "spacy-ruler"
  case spacyMatcher = "spacy-full"
  case flashText = "flashtext"
  case ahoCorasick = "ahocorasick"
  case dateParser = "dateparser"

  /// The Python module that it needs, and the package that brings it.
  var module: (name: String, package: String) {
    switch self {
    case .spacyTokens, .spacySentences, .spacyRuler, .spacyMatcher: ("spacy", "spacy")
    case .flashText: ("flashtext", "flashtext")
    case .ahoCorasick: ("ahocorasick", "pyahocorasick")
    case .dateParser: ("dateparser", "dateparser")
    }
  }

  /// What of ours does the same work.
  var counterpart: OwnSpeeds.Work {
    switch self {
    case .spacyTokens, .spacySentences: .tokens
    case .spacyRuler, .flashText, .ahoCorasick: .list
    case .spacyMatcher: .rules
    case .dateParser: .times
    }
  }
}
