/// Where the table of a list lies: a path with a folder is inside `Gazetteers/`, one without lies beside the rule file.
package enum TablePath {
  /// The path from the home folder, for a list that the rule file at `file` (such as `english/groups.rules`) declares.
  package static func resolve(_ path: String, from file: String) -> String {
    guard !path.contains("/") else { return "Gazetteers/\(path)" }
    let folder = file.lastIndex(of: "/").map { file[...$0] } ?? ""
    return "Pipelines/\(folder)\(path)"
  }
}
