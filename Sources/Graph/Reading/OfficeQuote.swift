/// Finds the stretch of a text that gives somebody's office beside his name.
enum OfficeQuote {
  /// Code points between an office and a name at most.
  private static let reach = 60

  /// The shortest stretch on one line that holds a mention and the office, nil where no mention has it near.
  static func find(
    _ office: String, beside mentions: [Extraction.Quote], in scalars: [Unicode.Scalar]
  ) -> Extraction.Quote? {
    let wanted = office.unicodeScalars.map(folded)
    guard !wanted.isEmpty else { return nil }
    for mention in mentions {
      let range = mention.start..<mention.end
      guard mention.start >= 0, mention.end <= scalars.count, mention.start < mention.end,
        let found = stretch(of: wanted, around: range, in: scalars)
      else { continue }
      return Extraction.Quote(
        start: found.lowerBound, end: found.upperBound, text: text(scalars[found]))
    }
    return nil
  }

  private static func stretch(
    of wanted: [Unicode.Scalar], around mention: Range<Int>, in scalars: [Unicode.Scalar]
  ) -> Range<Int>? {
    let window = reach + wanted.count
    let before = max(0, mention.lowerBound - window)
    let after = min(scalars.count, mention.upperBound + window)
    let starts = (before..<after).filter { start in
      start + wanted.count <= after
        && zip(wanted, scalars[start...]).allSatisfy { $0 == folded($1) }
    }
    let stretches = starts.map { start in
      min(start, mention.lowerBound)..<max(start + wanted.count, mention.upperBound)
    }
    return stretches.filter { !scalars[$0].contains("\n") }.min {
      ($0.count, $0.lowerBound) < ($1.count, $1.lowerBound)
    }
  }

  private static func folded(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard (0x41...0x5A).contains(scalar.value) else { return scalar }
    return Unicode.Scalar(scalar.value | 0x20) ?? scalar
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
