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
  /// Whether there is more than one part.
  let isFull: Bool

  /// Takes a name apart and numbers its forms. O(length).
  init(_ name: String, _ forms: inout NameForms) {
    length = Self.characters(in: name.utf8.span) ?? name.count
    var folded: [UInt8] = []
    folded.reserveCapacity(name.utf8.count)
    let words = Self.fold(name.utf8.span, into: &folded)
    parts = words.map { forms.number(of: folded.span.extracting($0)) }
    isFull = parts.count > 1
    guard isFull, let first = words.first, let last = words.last else {
      joined = parts.first ?? forms.number(of: "")
      shortForms = []
      return
    }
    joined = forms.number(of: folded.span)
    var outer = [(word: folded[first], form: parts[0]), (folded[last], parts[parts.count - 1])]
    if let tail = Self.tail(of: name.utf8.span), !tail.elementsEqual(outer[1].word) {
      outer.append((tail[...], forms.number(of: tail.span)))
    }
    outer.sort { $0.word.lexicographicallyPrecedes($1.word) }
    shortForms = outer.map(\.form)
  }

  /// Folds what stands between spaces, one word behind the other, and gives the places of those that have a letter.
  private static func fold(_ name: Span<UInt8>, into folded: inout [UInt8]) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start = 0
    while start < name.count {
      var end = start
      while end < name.count, spaceWidth(name, at: end) == 0 { end += 1 }
      let place = folded.count
      NameFolding.fold(name.extracting(start..<end), into: &folded)
      if folded.count > place { words.append(place..<folded.count) }
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
  private static func tail(of name: Span<UInt8>) -> [UInt8]? {
    var end = name.count
    while end > 0, case let width = separatorWidth(name, before: end), width > 0 { end -= width }
    var start = end
    while start > 0, separatorWidth(name, before: start) == 0 { start -= 1 }
    var tail: [UInt8] = []
    NameFolding.fold(name.extracting(start..<end), into: &tail)
    let length = characters(in: tail.span) ?? String(decoding: tail, as: UTF8.self).count
    return length > 3 ? tail : nil
  }

  /// How many characters a text has where its bytes tell: where it is ASCII without the ends of lines, two of which
  /// may be one character.
  private static func characters(in text: Span<UInt8>) -> Int? {
    for index in text.indices where text[index] >= 0x80 || text[index] == 0x0D { return nil }
    return text.count
  }

  /// Bytes of a space, hyphen-minus or hyphen that ends before a place.
  private static func separatorWidth(_ name: Span<UInt8>, before place: Int) -> Int {
    let last = name[place - 1]
    if last == UInt8(ascii: " ") || last == UInt8(ascii: "-") { return 1 }
    guard last == 0x90, place > 2 else { return 0 }
    return name[place - 2] == 0x80 && name[place - 3] == 0xE2 ? 3 : 0
  }

  /// Whether two full names are of one person: the same parts joined, or one's parts are all among the other's.
  func agrees(with other: PersonalName) -> Bool {
    if joined == other.joined { return true }
    guard isFull, other.isFull else { return false }
    let (short, long) = parts.count < other.parts.count ? (self, other) : (other, self)
    return short.parts.allSatisfy(long.parts.contains) && long.parts.count - short.parts.count <= 2
  }
}
