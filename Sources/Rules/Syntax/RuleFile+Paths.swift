extension RuleFile {
  private static let ending = ".rules"

  /// The folder of `Pipelines/` that the file lies in; empty for a file in none.
  package var pack: String { path.firstIndex(of: "/").map { String(path[..<$0]) } ?? "" }

  /// `pack/file.name`: how a rule, frame or claim is called outside the file.
  package func path(ofRule name: String) -> String { Self.path(ofRule: name, in: path) }

  /// What another file's name, or a rule's path, means in this file: without a folder it is one of the same folder.
  func resolve(_ name: String) -> String {
    guard !name.contains("/"), let slash = path.lastIndex(of: "/") else { return name }
    return path[...slash] + name
  }

  static func path(ofRule name: String, in path: String) -> String {
    let file = path.hasSuffix(ending) ? path.dropLast(ending.count) : path[...]
    return "\(file).\(name)"
  }
}
