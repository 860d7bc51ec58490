/// Lists that grow side by side in one array, each item knowing the next of its list.
///
/// A list is copied where it is handed on, so that each has one owner. Appending is O(1).
struct ItemPool<Item> {
  /// A list by its first and its last item, -1 where it is empty.
  struct List {
    fileprivate var first: Int32 = -1
    fileprivate var last: Int32 = -1

    var isEmpty: Bool { first < 0 }
    var hasSeveral: Bool { first != last }
  }

  private var items: [Item] = []
  private var successors: [Int32] = []

  mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    successors.removeAll(keepingCapacity: true)
  }

  mutating func append(_ item: Item, to list: inout List) {
    let place = Int32(truncatingIfNeeded: items.count)
    items.append(item)
    successors.append(-1)
    if list.isEmpty { list.first = place } else { successors[Int(list.last)] = place }
    list.last = place
  }

  /// Appends a copy of another list. O(its length).
  mutating func append(_ other: List, to list: inout List) {
    var place = other.first
    while place >= 0 {
      append(items[Int(place)], to: &list)
      place = place == other.last ? -1 : successors[Int(place)]
    }
  }

  func first(of list: List) -> Item? { list.isEmpty ? nil : items[Int(list.first)] }

  func last(of list: List) -> Item? { list.isEmpty ? nil : items[Int(list.last)] }

  /// The last item of a list that satisfies a predicate. O(length).
  func last(of list: List, where holds: (Item) -> Bool) -> Item? {
    var result: Item?
    forEach(of: list) { if holds($0) { result = $0 } }
    return result
  }

  func forEach(of list: List, _ body: (Item) -> Void) {
    var place = list.first
    while place >= 0 {
      body(items[Int(place)])
      place = place == list.last ? -1 : successors[Int(place)]
    }
  }

  /// Appends the items of a list to an array and gives where they stand in it.
  func copy(_ list: List, to array: inout [Item]) -> Range<Int> {
    let start = array.count
    var place = list.first
    while place >= 0 {
      array.append(items[Int(place)])
      place = place == list.last ? -1 : successors[Int(place)]
    }
    return start..<array.count
  }
}
