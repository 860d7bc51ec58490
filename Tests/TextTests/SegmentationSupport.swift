import Glibc

@testable import Text

/// A tokenizer with small English tables of the tests' own.
enum EnglishSample {
  private static let tables = TokenizerTables(
    clitics: ["'d", "'ll", "'m", "'re", "'s", "'ve", "n't"],
    titles: ["Mr", "Gen", "Adm", "vs"],
    abbreviations: ["Inc", "Jan", "Feb", "No", "St", "Me", "etc"],
    openers: ["the", "he", "on", "they"])

  static func segment(_ text: [UInt8]) throws -> (SegmentedText, Vocabulary) {
    var vocabulary = Vocabulary()
    let tokenizer = try Tokenizer(tables: tables, locale: "en")
    let segmented = tokenizer.segment(text, into: &vocabulary)
    return (segmented, vocabulary)
  }

  static func segment(_ text: String) throws -> (SegmentedText, Vocabulary) {
    try segment(Array(text.utf8))
  }
}

/// A small seeded generator, so that a failure can be seen again (Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Collections of news that may lie in `../shared/data` beside the checkout.
enum SharedNews {
  static let names = ["voa", "wikinews", "cluster", "reuters"]

  private static let folder: String = {
    let parts = #filePath.split(separator: "/").dropLast(4)
    return "/" + parts.joined(separator: "/") + "/shared/data/"
  }()

  static var isPresent: Bool { names.allSatisfy { unsafe access(path($0), R_OK) == 0 } }

  private static func path(_ name: String) -> String { folder + name + ".jsonl.gz" }

  /// The lines of JSON as they are: any text will do to compare boundaries.
  static func read(_ name: String) throws -> [UInt8] {
    guard let pipe = unsafe popen("gzip -dc '\(path(name))'", "r") else { throw Unreadable() }
    defer { unsafe pclose(pipe) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = unsafe fread(&chunk, 1, chunk.count, pipe)
      if count == 0 { return bytes }
      bytes += chunk[..<count]
    }
  }

  struct Unreadable: Error {}
}
