import Resolution

/// Finds the clusters that a report may belong to: those that share a party in one of its months, or in its story.
struct EventIndex {
  /// Longer stretches are kept apart, so that few events have many keys.
  private static let longest = 14
  /// Beyond this a stretch says nothing (a hundred years).
  private static let endless = 1200

  private struct Key: Hashable {
    var kind: String
    var party: String
    var time: Time
  }

  private enum Time: Hashable {
    case month(Int)
    /// Some stretch of many months.
    case long
    case story(Int)
  }

  private var clusters: [Key: Set<Int>] = [:]

  /// The clusters in the order in which they were made.
  func candidates(for event: LinkedEvent) -> [Int] {
    var times: [Time] = [.story(event.story)]
    if let around = event.around {
      times += Self.months(of: around).prefix(Self.endless).map { .month($0) } + [.long]
    }
    var found = Set<Int>()
    for party in Self.names(of: event.participants) {
      for time in times {
        found.formUnion(
          clusters[Key(kind: event.record.kind, party: party, time: time)] ?? [])
      }
    }
    return found.sorted()
  }

  /// Notes a report that a cluster has taken in.
  mutating func add(_ event: LinkedEvent, to cluster: Int) {
    var times: [Time] = [.story(event.story)]
    if let around = event.around {
      let months = Self.months(of: around)
      times += months.count > Self.longest ? [.long] : months.map { .month($0) }
    }
    for party in Self.names(of: event.participants) {
      for time in times {
        let key = Key(kind: event.record.kind, party: party, time: time)
        clusters[key, default: []].insert(cluster)
      }
    }
  }

  private static func names(of parties: [LinkedParty]) -> [String] {
    parties.flatMap { party in
      [party.identity] + [party.holding.map { "office|\($0)" }].compactMap { $0 }
    }
  }

  private static func months(of days: DateInterval) -> ClosedRange<Int> {
    func number(_ day: CalendarDay) -> Int { day.year * 12 + day.month - 1 }
    return number(days.first)...number(days.last)
  }
}
