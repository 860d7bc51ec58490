/// Where an entity is mentioned, sorted as it comes, to find the last mention before a token.
///
/// The resolver adds mentions in a few passes over the text: those of earlier passes are settled, those of the one that
/// runs come in order, so that all together cost O(n log n) whatever the text.
struct MentionStarts {
  private var settled: [Int32] = []
  private var running: [Int32] = []
  /// How many there are.
  private(set) var count = 0

  /// The last start before a token, -1 where there is none. O(log n).
  func last(before token: Int) -> Int {
    max(Self.last(settled, before: token), Self.last(running, before: token))
  }

  private static func last(_ starts: [Int32], before token: Int) -> Int {
    if let last = starts.last, last < token { return Int(last) }
    let end = starts.partitioningIndex { $0 >= token }
    return end == 0 ? -1 : Int(starts[end - 1])
  }

  mutating func add(_ start: Int) {
    let start = Int32(truncatingIfNeeded: start)
    // A name inside a longer mention may come a few places late; far behind begins another pass.
    let reach = max(0, running.count - Self.disorder)
    if reach > 0, running[reach] > start { settle() }
    let place = running.lastIndex { $0 <= start }.map { $0 + 1 } ?? 0
    running.insert(start, at: place)
    count += 1
  }

  /// Places by which a start may come too late without beginning a pass.
  private static let disorder = 8

  /// Merges two sorted runs, which the standard library's sort does in linear time.
  private mutating func settle() {
    settled += running
    settled.sort()
    running.removeAll(keepingCapacity: true)
  }

  mutating func removeAll() {
    settled.removeAll(keepingCapacity: true)
    running.removeAll(keepingCapacity: true)
    count = 0
  }
}
