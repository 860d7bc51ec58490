/// Index of a distinct office in an `OfficeTable`.
struct OfficeID: Hashable {
  let rawValue: Int32
}

/// The distinct offices and titles that a worker has read, each taken apart once and compared by its words.
///
/// Ids stay valid until the table is trimmed, which happens between documents.
struct OfficeTable {
  /// An office, with what the schema says of its words.
  private struct Office {
    var words: WordSet
    /// The number of the whole in small letters.
    var spelling: Int32
    var isRuler: Bool
    var isRulerTitle: Bool
    var pointsToAnother: Bool
    /// The titles of government in it, by their places in the table of states' titles.
    var titles: [Int]
  }

  private let schema: EntitySchema
  private var spellings = StringTable()
  private var offices: [Office] = []
  /// The words of offices, and whole ones in small letters.
  private var words = StringTable()
  private var rulerTitles: [WordSet] = []
  private var rulerOffices: [WordSet] = []
  private var lesserRanks = WordSet([])
  private var sameOffice = WordSet([])
  private var stateTitles: [WordSet] = []

  /// Strings that are kept from one document to the next.
  private static let capacity = 1 << 16

  init(_ schema: EntitySchema) {
    self.schema = schema
    rulerTitles = schema.rulerTitles.map { wordSet(of: $0) }
    rulerOffices = schema.rulerOffices.map { wordSet(of: $0) }
    lesserRanks = WordSet(schema.lesserRanks.map { words.number(of: $0) })
    sameOffice = WordSet(schema.sameOffice.map { words.number(of: $0) })
    stateTitles = schema.stateTitles.titles.map { wordSet(of: $0) }
  }

  /// The number of an office, new or known. O(length).
  mutating func number(of office: String) -> OfficeID {
    let number = spellings.number(of: office)
    if number == offices.count { add(office.lowercased()) }
    return OfficeID(rawValue: number)
  }

  private mutating func add(_ office: String) {
    let words = wordSet(of: office)
    let isLesser = !words.isDisjoint(with: lesserRanks)
    offices.append(
      Office(
        words: words, spelling: self.words.number(of: office),
        isRuler: !isLesser && rulerOffices.contains { $0.isSubset(of: words) },
        isRulerTitle: !isLesser && rulerTitles.contains { $0.isSubset(of: words) },
        pointsToAnother: !words.isDisjoint(with: sameOffice),
        titles: stateTitles.indices.filter { stateTitles[$0].isSubset(of: words) }))
  }

  private mutating func wordSet(of office: String) -> WordSet {
    let bytes = office.utf8.span
    var numbers: [Int32] = []
    var start = 0
    for end in 0...bytes.count where end == bytes.count || bytes[end] == UInt8(ascii: " ") {
      if end > start { numbers.append(words.number(of: bytes.extracting(start..<end))) }
      start = end + 1
    }
    return WordSet(numbers)
  }

  private subscript(id: OfficeID) -> Office { offices[Int(id.rawValue)] }

  /// The number that offices share which differ in capitals alone.
  func spelling(of id: OfficeID) -> Int32 { self[id].spelling }

  /// Whether an office is that of whoever rules, or a title for such.
  func isRulers(_ id: OfficeID) -> Bool { self[id].isRuler || self[id].isRulerTitle }

  /// Whether a title stands for the office of somebody else ("his counterpart").
  func pointsToAnother(_ id: OfficeID) -> Bool { self[id].pointsToAnother }

  /// Whether a state may have an office, as far as is known of its titles.
  func mayBe(_ id: OfficeID, of country: String) -> Bool {
    schema.stateTitles.allow(self[id].titles, in: country)
  }

  /// Whether an office has all words of a title. O(words).
  func covers(_ office: OfficeID, _ title: OfficeID) -> Bool {
    self[title].words.isSubset(of: self[office].words)
  }

  /// Whether an office has all words of another and more. O(words).
  func isFuller(_ office: OfficeID, than known: OfficeID) -> Bool {
    self[office].words.count > self[known].words.count && covers(office, known)
  }

  /// Whether a title may mean an office: all its words are the office's, or it means whoever rules. O(words).
  func isSame(_ title: OfficeID, as office: OfficeID) -> Bool {
    covers(office, title) || self[title].isRulerTitle && self[office].isRuler
      || self[office].isRulerTitle && self[title].isRuler
  }

  /// Forgets everything where it has grown too large.
  mutating func trim() {
    guard offices.count + words.count > Self.capacity else { return }
    self = OfficeTable(schema)
  }
}
