/// What rule files add to lists and mask of them, by the name of the list and in the order of the files.
struct ListAdaptations {
  /// `extend list`.
  struct Addition {
    var list: ListDeclaration
    var file: RuleFile
  }

  /// An entry of `disable entry`.
  struct Mask {
    var entry: Name
    /// The pack that says so; what it adds itself is not masked.
    var pack: String
  }

  private(set) var additions: [String: [Addition]] = [:]
  private(set) var masks: [String: [Mask]] = [:]

  init(of files: [RuleFile]) {
    for file in files {
      for declaration in file.declarations {
        switch declaration {
        case .extend(.list(let list)):
          additions[list.name.text, default: []].append(Addition(list: list, file: file))
        case .disable(.entries(let list, let entries)):
          masks[list.text, default: []] += entries.map { Mask(entry: $0, pack: file.pack) }
        default: break
        }
      }
    }
  }

  func areEmpty(for list: ListDeclaration) -> Bool {
    additions[list.name.text] == nil && masks[list.name.text] == nil
  }
}
