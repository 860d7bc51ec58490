import Text

/// Finds the tokens of a text that are forms of names, for one worker and its vocabulary.
struct NameTokens {
  /// The forms of the tokens that were looked at, nil for those that are no capitalised words.
  private var forms: [TokenID: FormID?] = [:]
  /// Of the forms that are looked for in a document, a bit for the first eight bytes of each.
  private var wanted = [UInt64](repeating: 0, count: 16)

  /// How many tokens are kept.
  var count: Int { forms.count }

  /// Begins a document in which some forms are looked for. O(forms).
  mutating func want(_ wanted: [Int32], of names: NameForms) {
    for index in self.wanted.indices { self.wanted[index] = 0 }
    for form in wanted {
      let bit = Self.bit(of: names.prefix(of: FormID(rawValue: form)))
      self.wanted[bit >> 6] |= 1 << UInt64(bit & 63)
    }
  }

  /// The form of a token, where it is a capitalised word and its form may be one that is looked for. O(1).
  mutating func form(
    of token: Token, _ text: Span<UInt8>, _ names: inout NameForms, in vocabulary: Vocabulary
  ) -> FormID? {
    guard mayBeWanted(text, token.range) else { return nil }
    if let known = forms[token.id] { return known }
    let form = Self.form(of: token.id, &names, in: vocabulary)
    forms.updateValue(form, forKey: token.id)
    return form
  }

  private static func form(
    of token: TokenID, _ names: inout NameForms, in vocabulary: Vocabulary
  ) -> FormID? {
    let shape = vocabulary.shape(token)
    guard shape.kind == .word, shape.letterCase != .lower else { return nil }
    return names.number(folding: vocabulary.bytes(token).span)
  }

  /// Tells most tokens by their bytes: they have no capital, or begin as no form that is looked for.
  ///
  /// PERF: the text is read from first to last, where all that is kept by token lies about in memory;
  /// `swift run -c release RapporteurBenchmarks`, stage `references`.
  private func mayBeWanted(_ text: Span<UInt8>, _ range: TextRange) -> Bool {
    guard let block = ByteBlock(text, at: range.start) else { return true }
    let start = block.prefix(range.count)
    if start.isGeneralPunctuation { return false }
    if start.capitals | start.wide == 0 { return hasCapital(text, after: range) }
    // Accents, hyphens and the like are folded.
    let plain = (start.letters | start.digits).nonzeroBitCount
    guard plain == min(range.count, ByteBlock.size) else { return true }
    let bit = Self.bit(of: start.lowercased)
    return wanted[bit >> 6] >> UInt64(bit & 63) & 1 != 0
  }

  /// Whether there may be a capital behind the first eight bytes.
  private func hasCapital(_ text: Span<UInt8>, after range: TextRange) -> Bool {
    var index = range.start + ByteBlock.size
    while index < range.end {
      guard let block = ByteBlock(text, at: index) else { return true }
      let part = block.prefix(range.end - index)
      if part.capitals | part.wide != 0 { return true }
      index += ByteBlock.size
    }
    return false
  }

  private static func bit(of block: ByteBlock) -> Int {
    Int(truncatingIfNeeded: (block.bits &* 0x9E37_79B9_7F4A_7C15) >> 54)
  }
}

extension ByteBlock {
  /// One code point from U+2000 to U+203F: a quotation mark, a dash or a space, no letter.
  fileprivate var isGeneralPunctuation: Bool { bits >> 24 == 0 && bits & 0xFFFF == 0x80E2 }
}
