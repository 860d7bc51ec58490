/// How long the longest entries of each list are at each token of a document: phases ask for the same ones again.
final class ListLengths {
  private static let unknown: Int16 = -1
  /// Documents for which more is to be kept are looked up anew each time.
  private static let maximumSize = 1 << 22

  private let listCount: Int
  /// By token and list.
  private var lengths: [Int16] = []
  /// By token: the end of the stretch for which lengths are known, 0 for none.
  private var ends: [Int] = []

  init(lists: Int) { listCount = lists }

  /// Forgets the last document and prepares for one of so many tokens.
  func begin(tokens: Int) {
    let size = tokens * listCount
    guard size <= Self.maximumSize else {
      (lengths, ends) = ([], [])
      return
    }
    lengths = Array(repeating: Self.unknown, count: size)
    ends = Array(repeating: 0, count: tokens)
  }

  /// The length of the longest entries at a token that do not reach past `end`, 0 where there are none; nil where it
  /// is not known.
  func length(_ list: Int, at token: Int, before end: Int) -> Int? {
    guard token < ends.count, ends[token] == end else { return nil }
    let length = lengths[token * listCount + list]
    return length == Self.unknown ? nil : Int(length)
  }

  /// Keeps a length; what was known of a stretch with another end comes first.
  func keep(_ length: Int, of list: Int, at token: Int, before end: Int) {
    guard token < ends.count, ends[token] == end || ends[token] == 0, length < Int16.max else {
      return
    }
    ends[token] = end
    lengths[token * listCount + list] = Int16(length)
  }
}
