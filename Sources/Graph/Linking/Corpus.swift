import Resolution
import Text

/// All documents, sorted by id and each there once, with the stories that they tell.
struct Corpus {
  let documents: [Extraction]
  /// For each document the index of the first document of its story.
  let stories: [Int]
  /// For each document the days on which it may have been written.
  let reported: [DateInterval?]
  /// Documents in the order in which they were written, those without a date last.
  let order: [Int]
  /// For each document its place in that order.
  let places: [Int]

  /// Needs documents sorted by id, no two alike.
  init(_ documents: [Extraction]) {
    self.documents = documents
    stories = StoryGrouping.stories(of: documents.map(\.sketch))
    let reported = documents.map { $0.date.flatMap(EDTF.parse) }
    self.reported = reported
    order = Self.inTimeOrder(reported)
    var places = order
    for (place, document) in order.enumerated() { places[document] = place }
    self.places = places
  }

  /// The id of a document's story: the hash of its smallest member.
  func storyID(of document: Int) -> String {
    StableID.make(prefix: "s", parts: [Array(documents[stories[document]].id.utf8)])
  }

  /// How many stories the documents tell, and how many documents they are.
  func counts(of documents: some Sequence<Int>) -> (documents: Int, stories: Int) {
    let distinct = Set(documents)
    return (distinct.count, Set(distinct.map { stories[$0] }).count)
  }

  /// The dates of the earliest and of the latest document; empty where none has a date.
  func observed(in documents: some Sequence<Int>) -> [String] {
    let dated = documents.compactMap { index in reported[index].map { (days: $0, index: index) } }
    guard
      let first = dated.min(by: {
        ($0.days.first, $0.days.last, $0.index) < ($1.days.first, $1.days.last, $1.index)
      }),
      let last = dated.max(by: {
        ($0.days.last, $0.days.first, $1.index) < ($1.days.last, $1.days.first, $0.index)
      })
    else { return [] }
    return [first.index, last.index].compactMap { self.documents[$0].date }
  }

  private static func inTimeOrder(_ reported: [DateInterval?]) -> [Int] {
    reported.indices.sorted { a, b in
      switch (reported[a], reported[b]) {
      case (let one?, let other?):
        (one.first, one.last, a) < (other.first, other.last, b)
      case (_?, nil): true
      case (nil, _?): false
      case (nil, nil): a < b
      }
    }
  }

  /// Whether one local id comes before another: `e2` before `e10`.
  static func precedes(_ a: String, _ b: String) -> Bool {
    a.utf8.count != b.utf8.count ? a.utf8.count < b.utf8.count : a < b
  }
}
