import FoundationEssentials
import Testing
import Text

/// Holds the table of `RejectCodes.md` to the codes that there are.
@Suite struct RejectCodesTests {
  @Test func theTableHasEveryCodeOnce() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().path()
    let page = try Data(contentsOf: URL(filePath: root + "/Sources/Text/Text.docc/RejectCodes.md"))
    let rows = String(decoding: page, as: UTF8.self).split(separator: "\n")
      .filter { $0.hasPrefix("| `E-") }
    let codes = rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(codes.sorted() == Reject.Code.allCases.map(\.rawValue).sorted())
  }
}
