import FoundationEssentials

@testable import Pipeline

/// The inputs that a fuzzer starts from: pieces of the project's own files, as short inputs are tried more often.
enum FuzzSeeds {
  /// Bytes of a seed at most.
  private static let maximumSize = 2048

  /// Writes the seeds of a target into a folder; the working directory is the checkout.
  static func write(_ target: FuzzTarget, to folder: String) throws {
    for (number, seed) in try seeds(of: target).enumerated() {
      try Data(seed).write(to: URL(filePath: "\(folder)/seed-\(number)"))
    }
  }

  private static func seeds(of target: FuzzTarget) throws -> [[UInt8]] {
    switch target {
    case .rules:
      try files("Pipelines", ".rules").flatMap(blocks) + files("Tests/Samples", ".rules")
        + [Array(PacksTarget.rules.utf8)] + phases()
    case .tables: try (files("Pipelines", ".tsv") + files("Gazetteers", ".tsv")).map(head)
    case .segmenter:
      try files("Tests/Samples", ".txt").flatMap(blocks) + files("Gazetteers", ".tsv").map(head)
    case .documents: try documents()
    case .packs:
      [
        PacksTarget.sample.bytes, Array(PacksTarget.sample.bytes.dropFirst(52)),
        PacksTarget.sample.compiled,
      ]
    case .matcher:
      (UInt64(0)..<64).map { seed in
        var choices = SeededChoices(seed: seed)
        return (0..<96).map { _ in UInt8(choices.next(below: 256)) }
      }
    }
  }

  /// Small files that compile.
  private static func phases() -> [[UInt8]] {
    (0..<32).map { Array(MatchCase(SeededChoices(seed: $0), sentences: 0).source.utf8) }
  }

  private static func documents() throws -> [[UInt8]] {
    let texts = try files("Tests/Samples", ".txt").map { String(decoding: $0, as: UTF8.self) }
    let pages = texts.map { text in
      "<html><head><meta charset=\"utf-8\"><title>A page</title><script type=\"application/ld+json\">"
        + "{\"@type\":\"NewsArticle\",\"datePublished\":\"2021-05-04\"}</script></head><body><h1>A page"
        + "</h1><p class=\"lead\">\(text.replacing("\n\n", with: "</p><p>"))</p><a href=\"/\">More</a></body></html>"
    }
    let lines = texts.map { text in
      "{\"id\":1,\"url\":\"https://a.example/\",\"date\":\"2021-05-04\",\"text\":\""
        + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        .replacing("\n", with: "\\n") + "\"}"
    }
    return [texts, pages, lines].enumerated().flatMap { form, inputs in
      inputs.map { [UInt8(form)] + Array($0.utf8) }
    }
  }

  private static func files(_ folder: String, _ ending: String) throws -> [[UInt8]] {
    try FileManager.default.subpathsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(ending) }.sorted()
      .map { [UInt8](try Data(contentsOf: URL(filePath: "\(folder)/\($0)"))) }
  }

  private static func head(_ bytes: [UInt8]) -> [UInt8] { Array(bytes.prefix(maximumSize)) }

  /// What blank lines and closing braces at the start of a line part.
  private static func blocks(_ bytes: [UInt8]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var block: [UInt8] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      block += line + [0x0A]
      guard line.isEmpty || line.first == UInt8(ascii: "}") || block.count > maximumSize else {
        continue
      }
      if block.count > 1 { result.append(head(block)) }
      block = []
    }
    return block.count > 1 ? result + [head(block)] : result
  }
}
