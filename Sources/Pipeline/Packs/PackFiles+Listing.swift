import FoundationEssentials

extension PackFiles {
  /// The files in a folder and below whose names end so, relative to the home and in byte order; hidden ones do not
  /// count.
  package func paths(in folder: String, ending: String) -> [String] {
    let names =
      (try? FileManager.default.subpathsOfDirectory(atPath: location(of: folder))) ?? []
    return names.filter { name in
      name.hasSuffix(ending) && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    .map { "\(folder)/\($0)" }
  }
}
