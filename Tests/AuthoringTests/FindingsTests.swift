import FoundationEssentials
import Testing

/// Holds the tables of `Findings.md` to the sources: every code that a finding can have is in one of the pages.
@Suite struct FindingsTests {
  /// What makes a finding whose code is written out.
  private static let makers = ["Diagnostic(", "report(", "problem("]

  private static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: Home.root + "/" + path)), as: UTF8.self)
  }

  @Test func everyCodeIsExplained() throws {
    let findings = try Self.text("Sources/Authoring/Authoring.docc/Findings.md")
    let syntax = try Self.text("Sources/Rules/Rules.docc/Diagnostics.md")
    let codes = try Self.codes()
    #expect(codes.count > 20)
    for code in codes {
      #expect(findings.contains("| `\(code)` |") || syntax.contains("## \(code)\n"), "\(code)")
    }
    let told = findings.split(separator: "\n").filter { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(told.filter { !$0.hasSuffix("…") && !codes.contains($0) } == [])
  }

  /// The codes that stand in the sources right behind one of the makers.
  private static func codes() throws -> Set<String> {
    let names = try FileManager.default.subpathsOfDirectory(atPath: Home.root + "/Sources")
    var codes = Set<String>()
    for name in names where name.hasSuffix(".swift") {
      let source = try text("Sources/" + name)
      for maker in makers {
        for place in source.ranges(of: maker) {
          let rest = source[place.upperBound...].drop { $0.isWhitespace }
          guard rest.first == "\"" else { continue }
          let code = rest.dropFirst().prefix { $0 != "\"" }
          if code.allSatisfy({ ("a"..."z").contains($0) || $0 == "-" }) {
            codes.insert(String(code))
          }
        }
      }
    }
    return codes
  }
}
