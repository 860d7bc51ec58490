import FoundationEssentials

/// A page of the documentation that stands beside the sources of the author's tools.
struct DocumentationPage {
  /// The blocks between fences, each with the word behind its first fence.
  private let blocks: [(language: String, text: String)]

  init(_ name: String) throws {
    let path = Home.root + "/Sources/Authoring/Authoring.docc/" + name
    let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
    var blocks: [(language: String, text: String)] = []
    var isOpen = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        if !isOpen { blocks.append((String(line.dropFirst(3)), "")) }
        isOpen.toggle()
      } else if isOpen {
        blocks[blocks.count - 1].text += line + "\n"
      }
    }
    self.blocks = blocks
  }

  /// The blocks of a language, one below the other.
  func text(of language: String) -> String {
    blocks.filter { $0.language == language }.map(\.text).joined(separator: "\n")
  }
}
