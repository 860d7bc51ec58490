extension ListDeclaration {
  /// The columns that its entries have.
  var columnNames: [String] {
    guard !isLemma else { return [] }
    return file == nil ? ["name"] : keep.map(\.text)
  }

  /// The first column of spellings, where its entries have it.
  var nameColumn: Int? {
    columnNames.firstIndex(of: file == nil ? "name" : match.first?.text ?? "")
  }
}
