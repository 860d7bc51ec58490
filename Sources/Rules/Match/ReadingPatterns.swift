/// The distinct sequences of classes and forms that words have as readings, numbered as words bring them: 0 is none.
struct ReadingPatterns {
  /// The pattern that one pattern and a further reading make.
  private var longer = NumberTable()
  private(set) var kinds: [[WordReading.Kind]] = [[]]

  /// The pattern of readings, new or known. O(readings).
  mutating func number(of readings: Range<Int>, in cache: ReadingCache) -> Int {
    var pattern: Int32 = 0
    for place in readings {
      let kind = cache[place].kind
      let key = UInt64(pattern) << 32 | UInt64(kind.wordClass) << 16 | UInt64(kind.form)
      var next = longer.value(key)
      if next == NumberTable.absent {
        next = Int32(truncatingIfNeeded: kinds.count)
        kinds.append(kinds[Int(pattern)] + [kind])
        longer.set(key, next)
      }
      pattern = next
    }
    return Int(pattern)
  }
}
