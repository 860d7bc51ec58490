import Diagnostics
import Testing

@testable import Gazetteer

@Suite struct TableFileTests {
  private func parse(_ text: String) throws -> TableFile {
    try TableFile.parse(path: "places.tsv", bytes: Array(text.utf8))
  }

  @Test func readsCommentsColumnsAndRows() throws {
    let table = try parse("# Source: own\nname\tid\n\nKenya\tKE\r\nSomalia\t\n")
    #expect(table.comments == ["Source: own"])
    #expect(table.columns == ["name", "id"])
    #expect(table.rows.map(\.cells) == [["Kenya", "KE"], ["Somalia", ""]])
    #expect(table.rows.map(\.line) == [4, 5])
    #expect(try table.cells(of: ["id", "name"]) == [["KE", "Kenya"], ["", "Somalia"]])
  }

  @Test(arguments: [
    ("name\tid\nKenya\n", "table-cells", 2), ("name\tname\n", "table-header", 1),
    ("# only a comment\n", "table-header", 1),
  ])
  func saysWhatIsWrongAndWhere(_ text: String, _ id: String, _ line: Int) throws {
    let error = #expect(throws: DiagnosticList.self) { try parse(text) }
    let first = try #require(error?.diagnostics.first)
    #expect(first.id == id)
    #expect(first.location?.line == line)
    #expect(first.help != nil)
  }

  @Test func refusesBytesThatAreNoUTF8() {
    #expect(throws: DiagnosticList.self) {
      try TableFile.parse(path: "x.tsv", bytes: [0x61, 0xFF, 0x0A])
    }
  }

  @Test func offersTheNearestColumn() throws {
    let table = try parse("name\tcountry\n")
    let error = #expect(throws: DiagnosticList.self) { try table.cells(of: ["contry"]) }
    #expect(error?.diagnostics.first?.help == "did you mean `country`?")
  }
}
