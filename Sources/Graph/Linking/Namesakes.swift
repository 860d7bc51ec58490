/// Entities of one name that may be one, with the offices that they are said to have.
struct Namesakes {
  /// One of them.
  let index: Int
  private var offices: [OfficeForm] = []

  init(index: Int) { self.index = index }

  /// Whether somebody of that office may be one of them: no office is known, or one shares a word with it.
  func admits(_ office: OfficeForm?) -> Bool {
    guard let office, !offices.isEmpty else { return true }
    return offices.contains { $0.sharesWord(with: office) }
  }

  mutating func add(_ office: OfficeForm?) {
    if let office, !offices.contains(office) { offices.append(office) }
  }
}
