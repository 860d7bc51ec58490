import Text

/// A line of a page, or a paragraph that was broken into several, and what can be counted in it.
struct PageLine {
  var range: TextRange
  var words = 0
  /// Of the first words, as many as a date may have.
  var numbers = 0
  /// Words that make dates, of the first ones.
  var dateWords = 0
  /// Ends of sentences inside it.
  var innerStops = 0
  /// It ends as a sentence does.
  var hasStop = false
  var endsWithColon = false
  /// It begins with a bullet, an arrow or the like.
  var isBullet = false
  /// Marks and wide gaps that part the items of a menu.
  var separators = 0
  var startsLower = false
  var cue: LineCue?
  /// The share of its bytes that stand in links; nil for plain text.
  var linkShare: Double?
  var kind: LayoutBlock.Kind?

  /// Nothing but marks: a rule between parts.
  var isRule: Bool { words == 0 }

  /// A date and little else.
  var isDate: Bool {
    !hasSentences && numbers > 0 && dateWords + numbers >= 2 && words <= 16
      && (dateWords + numbers) * 2 >= words
  }

  var isMenu: Bool {
    !hasStop && separators >= 2 && words <= 40 && separators * 5 >= words
  }

  /// Running text.
  var isProse: Bool { words >= 8 && hasStop || words >= 30 || innerStops >= 1 && words >= 12 }

  var hasSentences: Bool { hasStop && words >= 5 || innerStops > 0 }
}
