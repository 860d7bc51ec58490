import Text

/// A personal name in parts, compared without case, accents and hyphens.
struct PersonalName {
  /// The parts in text order, folded.
  let parts: [FormID]
  /// The folded parts as one word.
  let joined: FormID
  /// The single words by which a text may speak of the person later, in the order of their letters: the outer parts,
  /// and what follows the hyphen of the last ("al-Sarraj"). None where the name is one word.
  let shortForms: [FormID]
  /// How many characters the name has as it is written.
  let length: Int

  /// Takes a name apart and numbers its forms. O(length).
  init(_ name: String, _ forms: inout NameForms) {
    let words = Self.words(of: name.utf8.span)
    length = name.count
    parts = words.map { forms.number(of: $0) }
    guard words.count > 1, let first = words.first, let last = words.last else {
      joined = parts.first ?? forms.number(of: "")
      shortForms = []
      return
    }
    joined = forms.number(of: words.joined())
    var outer = [first, last]
    if let tail = Self.tail(of: name.utf8.span), tail != last { outer.append(tail) }
    outer.sort()
    shortForms = outer.map { forms.number(of: $0) }
  }

  /// What stands between spaces, folded, where it has a letter.
  private static func words(of name: Span<UInt8>) -> [String] {
    var words: [String] = []
    var start = 0
    while start < name.count {
      var end = start
      while end < name.count, spaceWidth(name, at: end) == 0 { end += 1 }
      let word = NameFolding.fold(name.extracting(start..<end))
      if !word.isEmpty { words.append(word) }
      start = end < name.count ? end + spaceWidth(name, at: end) : end
    }
    return words
  }

  /// Bytes of a space or no-break space.
  private static func spaceWidth(_ name: Span<UInt8>, at place: Int) -> Int {
    if name[place] == UInt8(ascii: " ") { return 1 }
    return name[place] == 0xC2 && place + 1 < name.count && name[place + 1] == 0xA0 ? 2 : 0
  }

  /// What follows the last hyphen or space, folded, where that is a word of some length.
  private static func tail(of name: Span<UInt8>) -> String? {
    var end = name.count
    while end > 0, case let width = separatorWidth(name, before: end), width > 0 { end -= width }
    var start = end
    while start > 0, separatorWidth(name, before: start) == 0 { start -= 1 }
    let tail = NameFolding.fold(name.extracting(start..<end))
    return tail.count > 3 ? tail : nil
  }

  /// Bytes of a space, hyphen-minus or hyphen that ends before a place.
  private static func separatorWidth(_ name: Span<UInt8>, before place: Int) -> Int {
    let last = name[place - 1]
    if last == UInt8(ascii: " ") || last == UInt8(ascii: "-") { return 1 }
    guard last == 0x90, place > 2 else { return 0 }
    return name[place - 2] == 0x80 && name[place - 3] == 0xE2 ? 3 : 0
  }

  /// Whether there is more than one part.
  var isFull: Bool { parts.count > 1 }

  /// Whether two full names are of one person: the same parts joined, or one's parts are all among the other's.
  func agrees(with other: PersonalName) -> Bool {
    if joined == other.joined { return true }
    guard isFull, other.isFull else { return false }
    let (short, long) = parts.count < other.parts.count ? (self, other) : (other, self)
    return short.parts.allSatisfy(long.parts.contains) && long.parts.count - short.parts.count <= 2
  }
}
