/// A partition of 0..<count that can be coarsened; the smallest member of a set stands for it.
struct DisjointSets {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  /// The smallest member of the set that holds `index`.
  mutating func representative(of index: Int) -> Int {
    var root = index
    while parent[root] != root { root = parent[root] }
    var next = index
    while parent[next] != root { (parent[next], next) = (root, parent[next]) }
    return root
  }

  /// Makes the two sets one.
  mutating func join(_ a: Int, _ b: Int) {
    let (one, other) = (representative(of: a), representative(of: b))
    parent[max(one, other)] = min(one, other)
  }

  /// The representative of each.
  mutating func representatives() -> [Int] {
    parent.indices.map { representative(of: $0) }
  }
}
