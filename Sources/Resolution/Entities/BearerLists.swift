/// People of a document by numbers that several may share, such as those of surnames: for each number a list, in the
/// order in which they were added.
struct BearerLists {
  private var firsts = NumberMap()
  private var lasts = NumberMap()
  private var nodes: [Node] = []

  fileprivate struct Node {
    var id: EntityID
    var next: Int
  }

  /// The people of one number, in order.
  struct Bearers: Sequence, IteratorProtocol {
    fileprivate let nodes: [Node]
    fileprivate var place: Int

    var isEmpty: Bool { place < 0 }
    /// Whether there is one and no other.
    var single: EntityID? {
      guard place >= 0, nodes[place].next < 0 else { return nil }
      return nodes[place].id
    }

    mutating func next() -> EntityID? {
      guard place >= 0 else { return nil }
      let node = nodes[place]
      place = node.next
      return node.id
    }
  }

  /// The numbers that have a list.
  var numbers: [Int32] { firsts.keys }

  func has(_ number: Int32) -> Bool { firsts[number] != nil }

  subscript(number: Int32) -> Bearers { Bearers(nodes: nodes, place: firsts[number] ?? -1) }

  /// Adds somebody to the list of a number, unless it holds him already. O(length of the list).
  mutating func add(_ id: EntityID, to number: Int32) {
    if !self[number].contains(id) { append(id, to: number) }
  }

  /// Adds somebody whom the list of a number does not hold. O(1).
  mutating func append(_ id: EntityID, to number: Int32) {
    if let last = lasts[number] {
      nodes[last].next = nodes.count
    } else {
      firsts.set(number, to: nodes.count)
    }
    lasts.set(number, to: nodes.count)
    nodes.append(Node(id: id, next: -1))
  }

  mutating func removeAll() {
    firsts.removeAll()
    lasts.removeAll()
    nodes.removeAll(keepingCapacity: true)
  }
}
