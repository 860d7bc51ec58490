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
  private var numbers: [String: NameID] = [:]
  private var names: [PersonalName] = []
  private var wholes: [String: FormID] = [:]

  /// Strings that are kept from one document to the next: some ten megabytes.
  private static let capacity = 1 << 17

  /// The number of a personal name, new or known. O(length).
  mutating func person(_ name: String) -> NameID {
    if let known = numbers[name] { return known }
    let id = NameID(rawValue: Int32(truncatingIfNeeded: names.count))
    names.append(PersonalName(name, &forms))
    numbers[name] = id
    return id
  }

  subscript(id: NameID) -> PersonalName { names[Int(id.rawValue)] }

  /// A name folded as one word.
  mutating func whole(_ name: String) -> FormID {
    if let known = wholes[name] { return known }
    let form = forms.number(of: NameFolding.fold(name))
    wholes[name] = form
    return form
  }

  /// Forgets everything where it has grown too large.
  mutating func trim() {
    guard forms.count + names.count + wholes.count > Self.capacity else { return }
    self = NameTable()
  }
}
