import Gazetteer
import Text

/// Finds the entries of all lists that begin at a token in one walk.
///
/// What the lists hold is learned as texts ask for it: a node stands for the tokens, as they are spelled, that led to
/// it, and knows where each list stands behind them and which entries were the longest so far. Nodes are found by
/// hashing (node, token), so a walk costs a look-up for each token and asks no list twice.
struct EntryFinder {
  /// The longest entries of a list behind a node, as a stretch of `rows`.
  private struct Found {
    var list: Int32
    var length: Int32
    var firstRow: Int32
    var rowCount: Int32
  }

  /// A list that goes on behind a node, and where it stands.
  private struct Branch {
    var list: Int32
    var node: Int32
  }

  private struct Node {
    var firstFound: Int32
    var foundCount: Int32
    var firstBranch: Int32
    var branchCount: Int32
    /// What was found so far, as one of `outcomes`.
    var outcome: Int32
    var depth: Int32
    /// A bit for each folded token by which some list goes on, see `TokenMask`.
    var mask: UInt64
  }

  /// What is kept; with more all is forgotten and found anew, with the same answers.
  private static let maximumSize = 1 << 20
  static let noNode: Int32 = -1
  fileprivate static let notAsked: Int32 = -2

  private let program: Program
  private let listEdges: ListEdgeMemo
  /// The edges of each list.
  private let edgesOfList: [[Int]]
  private var nodes: [Node] = []
  private var found: [Found] = []
  private var branches: [Branch] = []
  private var rows: [Int32] = []
  /// By token; `notAsked` where it has not been looked up.
  private var roots: [Int32] = []
  /// By node and token.
  private var following = NumberTable()
  /// What may be found at a token: the list edges that can be passed over, each as an edge.
  private var outcomes = SequenceTable()
  private var scratch: [UInt32] = []
  private var longest: [Found] = []

  init(_ program: Program) {
    self.program = program
    listEdges = ListEdgeMemo(program)
    var edges = [[Int]](repeating: [], count: program.lists.count)
    for (number, edge) in program.listEdges.enumerated() { edges[edge.list].append(number) }
    edgesOfList = edges
    _ = outcomes.place(of: [])
  }

  /// The outcome of a walk on which nothing was found.
  static let nothing = 0

  /// The list edges of an outcome by ascending number, as places for `edge`.
  func edgeRange(of outcome: Int) -> Range<Int> { outcomes.range(of: outcome) }

  func edge(_ place: Int) -> PlaceAlphabet.Edge {
    PlaceAlphabet.Edge(packed: outcomes.numbers[place])
  }

  /// Counts how often all was forgotten and outcomes are numbered anew.
  private(set) var generation = 0

  /// Forgets what texts have taught where that has grown too large.
  mutating func forgetIfMany() {
    let size = max(nodes.count, rows.count, following.count, outcomes.size)
    guard size > Self.maximumSize else { return }
    generation += 1
    outcomes = SequenceTable()
    _ = outcomes.place(of: [])
    nodes.removeAll()
    found.removeAll()
    branches.removeAll()
    rows.removeAll()
    roots.removeAll()
    following.removeAll()
  }

  /// What was found up to a node, `nothing` for no node.
  func outcome(of node: Int32) -> Int { node < 0 ? Self.nothing : Int(nodes[Int(node)].outcome) }

  /// Whether some list goes on behind a node.
  func goesOn(behind node: Int32) -> Bool { node >= 0 && nodes[Int(node)].mask != 0 }

  /// The node of a token that was walked from, `noNode` where no list begins with it.
  func root(of token: TokenID) -> Int32 {
    let place = Int(token.rawValue)
    return place < roots.count && roots[place] >= 0 ? roots[place] : Self.noNode
  }

  /// The first of the longest entries up to a node that a list edge passes over; nil where there is none.
  func entry(of edge: Int, at node: Int32) -> (row: Int, length: Int)? {
    guard node >= 0 else { return nil }
    let first = Int(nodes[Int(node)].firstFound)
    for place in first..<first + Int(nodes[Int(node)].foundCount)
    where Int(found[place].list) == program.listEdges[edge].list {
      let own = Int(found[place].firstRow)..<Int(found[place].firstRow + found[place].rowCount)
      for row in own where listEdges.holds(edge, Int(rows[row])) {
        return (Int(rows[row]), Int(found[place].length))
      }
    }
    return nil
  }

  // MARK: Walking

  /// The node that a walk from a token comes to, `noNode` where no list begins with the token; no entry reaches past
  /// `end`. `lists` gives those that may begin with it, asked where the token is new.
  mutating func lastNode(
    at start: Int, before end: Int, _ source: TokenSource, lists: () -> ArraySlice<Int32>
  ) -> Int32 {
    let token = Int(source.tokens[start].id.rawValue)
    var node = token < roots.count ? roots[token] : Self.notAsked
    if node == Self.notAsked { node = addRoot(at: start, lists(), source) }
    var next = start + 1
    while node >= 0, nodes[Int(node)].mask != 0, next < end {
      let folded = source.vocabulary.folded(source.tokens[next].id)
      guard nodes[Int(node)].mask & TokenMask.bit(of: folded) != 0 else { break }
      let following = self.node(behind: node, at: next, from: start, source)
      guard following >= 0 else { break }
      node = following
      next += 1
    }
    return node
  }

  private mutating func addRoot(
    at start: Int, _ lists: ArraySlice<Int32>, _ source: TokenSource
  ) -> Int32 {
    let place = Int(source.tokens[start].id.rawValue)
    if place >= roots.count {
      let missing = max(source.vocabulary.count, place + 1) - roots.count
      roots += repeatElement(Self.notAsked, count: missing)
    }
    let folded = source.vocabulary.folded(source.tokens[start].id)
    let first = branches.count
    for list in lists {
      guard let node = program.lists[Int(list)].node(behind: 0, folded) else { continue }
      branches.append(Branch(list: list, node: Int32(truncatingIfNeeded: node)))
    }
    let root = add(behind: nil, branchesFrom: first, from: start, source)
    roots[place] = root
    return root
  }

  private mutating func node(
    behind node: Int32, at place: Int, from start: Int, _ source: TokenSource
  ) -> Int32 {
    let token = source.tokens[place].id
    let key = UInt64(node) << 32 | UInt64(token.rawValue)
    let known = following.value(key)
    if known != NumberTable.absent { return known }
    let folded = source.vocabulary.folded(token)
    let first = branches.count
    let before = nodes[Int(node)]
    for place in Int(before.firstBranch)..<Int(before.firstBranch + before.branchCount) {
      let branch = branches[place]
      guard
        let node = program.lists[Int(branch.list)].node(behind: Int(branch.node), folded)
      else { continue }
      branches.append(Branch(list: branch.list, node: Int32(truncatingIfNeeded: node)))
    }
    let next = add(behind: node, branchesFrom: first, from: start, source)
    following.set(key, next)
    return next
  }

  /// Adds the node of the branches that were appended; `noNode` where there are none. Those that do not go on are dropped.
  private mutating func add(
    behind previous: Int32?, branchesFrom first: Int, from start: Int, _ source: TokenSource
  ) -> Int32 {
    guard branches.count > first else { return Self.noNode }
    longest.removeAll(keepingCapacity: true)
    var depth: Int32 = 1
    if let previous {
      let before = nodes[Int(previous)]
      depth = before.depth + 1
      longest += found[Int(before.firstFound)..<Int(before.firstFound + before.foundCount)]
    }
    for place in first..<branches.count {
      findRows(of: branches[place], depth, from: start, source)
    }
    var last = first
    var mask: UInt64 = 0
    for place in first..<branches.count {
      let branch = branches[place]
      let own = program.lists[Int(branch.list)].mask(behind: Int(branch.node))
      guard own != 0 else { continue }
      mask |= own
      branches[last] = branch
      last += 1
    }
    branches.removeLast(branches.count - last)
    let firstFound = found.count
    found += longest
    nodes.append(
      Node(
        firstFound: Int32(truncatingIfNeeded: firstFound),
        foundCount: Int32(truncatingIfNeeded: longest.count),
        firstBranch: Int32(truncatingIfNeeded: first),
        branchCount: Int32(truncatingIfNeeded: last - first), outcome: outcomeOfLongest(),
        depth: depth, mask: mask))
    return Int32(truncatingIfNeeded: nodes.count - 1)
  }

  /// Makes the entries that end at a branch, if there are any, the longest of their list.
  private mutating func findRows(
    of branch: Branch, _ depth: Int32, from start: Int, _ source: TokenSource
  ) {
    let firstRow = rows.count
    program.lists[Int(branch.list)].forEachRow(
      at: Int(branch.node), from: start, in: source.tokens, source.vocabulary
    ) { rows.append(Int32(truncatingIfNeeded: $0)) }
    guard rows.count > firstRow else { return }
    longest.removeAll { $0.list == branch.list }
    longest.append(
      Found(
        list: branch.list, length: depth, firstRow: Int32(truncatingIfNeeded: firstRow),
        rowCount: Int32(truncatingIfNeeded: rows.count - firstRow)))
  }

  private mutating func outcomeOfLongest() -> Int32 {
    scratch.removeAll(keepingCapacity: true)
    for entry in longest {
      let own = Int(entry.firstRow)..<Int(entry.firstRow + entry.rowCount)
      for edge in edgesOfList[Int(entry.list)]
      where own.contains(where: { listEdges.holds(edge, Int(rows[$0])) }) {
        scratch.append(PlaceAlphabet.Edge(number: edge, length: Int(entry.length)).packed)
      }
    }
    scratch.sort()
    return Int32(truncatingIfNeeded: outcomes.place(of: scratch))
  }
}
