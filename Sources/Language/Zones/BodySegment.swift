/// Finds the run of lines that is an article: the one whose scores add up to most.
enum BodySegment {
  /// What a line is worth to the run that it stands in.
  static func score(_ line: PageLine) -> Int {
    // One headline among the paragraphs is less of an end than a heading over many.
    if line.cue == .related, line.words >= 5 { return -8 }
    if let cue = line.cue { return score(cue) }
    if let share = line.linkShare, share > 0.5 { return line.isProse ? -4 : -12 }
    if line.isRule { return -2 }
    if line.isMenu { return -12 }
    if line.isProse { return min(line.words, 50) }
    if line.hasStop { return 2 }
    if line.words >= 15 { return 2 }
    if line.kind == .heading { return -4 }
    return line.isBullet ? -8 : -7
  }

  private static func score(_ cue: LineCue) -> Int {
    switch cue {
    case .related: -30
    case .comments: -60
    case .navigation, .share, .furniture: -12
    case .byline, .credit, .date: -4
    }
  }

  /// The run with the greatest sum (Kadane's algorithm), the first of equals; nil where nothing is worth anything.
  /// O(lines).
  static func best(_ scores: [Int]) -> Range<Int>? {
    var best: (sum: Int, range: Range<Int>)?
    var sum = 0
    var start = 0
    for (index, score) in scores.enumerated() {
      if sum <= 0 {
        sum = 0
        start = index
      }
      sum += score
      if sum > best?.sum ?? 0 { best = (sum, start..<index + 1) }
    }
    return best?.range
  }
}
