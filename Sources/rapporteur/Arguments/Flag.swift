/// The flags of all commands. This table gives parsing and help.
enum Flag: String, CaseIterable {
  case output
  case jobs
  case pipeline
  case inputFormat = "input-format"
  case idField = "id-field"
  case textField = "text-field"
  case htmlField = "html-field"
  case titleField = "title-field"
  case urlField = "url-field"
  case dateField = "date-field"
  case crawlDateField = "crawl-date-field"
  case maximumRejects = "max-rejects"
  case rejects
  case format
  case facts
  case count
  case limit
  case help
  case version

  /// What the value is called in help, nil for a flag without one.
  var placeholder: String? {
    switch self {
    case .help, .version, .count: nil
    case .output, .pipeline: "PATH"
    case .rejects: "FILE"
    case .jobs, .limit: "N"
    case .maximumRejects: "PERCENT"
    case .inputFormat: "txt|html|jsonl"
    case .format: "text|json"
    case .facts: "event|mention"
    case .idField, .textField, .htmlField, .titleField, .urlField, .dateField, .crawlDateField:
      "NAME"
    }
  }

  /// The letter after a single dash.
  var short: Character? { self == .output ? "o" : self == .help ? "h" : nil }

  var long: String { "--\(rawValue)" }

  /// One line of help.
  var summary: String {
    switch self {
    case .output: "where the output goes"
    case .jobs: "workers (default: the cores)"
    case .pipeline: "a pack's folder or built file (default: the pack of Pipelines/default)"
    case .inputFormat: "what standard input holds (default: jsonl)"
    case .idField: "member of a JSON line with its id (default: id)"
    case .textField: "member with its text (default: text)"
    case .htmlField: "member with its markup, which wins over text (default: html)"
    case .titleField: "member with its title (default: title)"
    case .urlField: "member with its address (default: url)"
    case .dateField: "member with the article's date, trusted (default: date)"
    case .crawlDateField: "member with the day of the crawl, ranks last (default: crawl_date)"
    case .maximumRejects: "rejects allowed of 100 documents that are not skipped (default: 10)"
    case .rejects: "file for rejects (default: standard error)"
    case .format: "findings for readers or as JSON Lines for programs (default: text)"
    case .facts: "only facts of this kind (default: all)"
    case .count: "the texts that are found, each with how often"
    case .limit: "lines for readers at most, 0 for all (default: 40)"
    case .help: "this help"
    case .version: "the version"
    }
  }

  /// `-o, --output PATH`, as help shows it.
  var usage: String {
    let value = placeholder.map { " \($0)" } ?? ""
    return (short.map { "-\($0), " } ?? "    ") + long + value
  }
}
