import Text

/// Index of a distinct name in a `NameTable`.
struct NameID: Hashable {
  let rawValue: Int32
}

/// The distinct names that a worker has read, each folded and taken apart once.
///
/// Ids stay valid until the table is trimmed, which happens between documents.
struct NameTable {
  var forms = NameForms()
  var tokens = NameTokens()
  private var spellings = StringTable()
  private var names: [PersonalName] = []
  private var others = StringTable()
  private var wholes: [FormID] = []

  /// Strings that are kept from one document to the next: some ten megabytes.
  private static let capacity = 1 << 17

  /// The number of a personal name, new or known. O(length).
  mutating func person(_ name: String) -> NameID {
    let number = spellings.number(of: name)
    if number == names.count { names.append(PersonalName(name, &forms)) }
    return NameID(rawValue: number)
  }

  subscript(id: NameID) -> PersonalName { names[Int(id.rawValue)] }

  /// A name folded as one word. O(length).
  mutating func whole(_ name: String) -> FormID {
    let number = Int(others.number(of: name))
    if number == wholes.count { wholes.append(forms.number(folding: name.utf8.span)) }
    return wholes[number]
  }

  /// Forgets everything where it has grown too large.
  mutating func trim() {
    guard forms.count + names.count + wholes.count + tokens.count > Self.capacity else { return }
    self = NameTable()
  }
}
