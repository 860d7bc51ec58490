import Text

/// Finds the element of a page that holds its article.
///
/// Elements are told by the path of labels from the root, so that sections built alike count as one.
struct ContainerFinder {
  let labels: LabelTable

  /// An element's path from the root, hashed, for each depth.
  private struct Path {
    var hashes: [UInt64] = []
    /// A label of the element at that depth says that it stands beside the article, or is the article.
    var verdicts: [LabelTable.Verdict?] = []
    /// Labels of the innermost element, which is the block itself.
    var own = 0
  }

  /// For each block, whether the article's element holds it and nothing between says otherwise; and whether that
  /// element is marked as an article's.
  func contained(
    _ blocks: [LayoutBlock], _ lines: [PageLine]
  ) -> (inside: [Bool], isMarked: Bool) {
    var known: [String: LabelTable.Verdict?] = [:]
    let paths = blocks.map { path(of: $0, &known) }
    let weights = zip(paths, lines).map { path, line in
      path.verdicts.contains(.side) ? weight(line) / 4 : weight(line)
    }
    guard let container = container(paths, weights) else {
      return (blocks.map { _ in true }, false)
    }
    var isMarked = false
    let inside = paths.map { path in
      guard path.hashes.count > container.depth, path.hashes[container.depth] == container.hash
      else { return false }
      if path.verdicts[...container.depth].contains(.body) { isMarked = true }
      return !path.verdicts[(container.depth + 1)...].contains(.side)
    }
    return (inside, isMarked)
  }

  private func weight(_ line: PageLine) -> Int {
    guard line.isProse, line.cue == nil, let share = line.linkShare, share < 0.5 else { return 0 }
    return min(line.words, 100)
  }

  private func path(
    of block: LayoutBlock, _ known: inout [String: LabelTable.Verdict?]
  ) -> Path {
    var path = Path()
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    path.own = 1 + block.context.dropFirst().prefix { "#.[".contains($0.prefix(1)) }.count
    for label in block.context.reversed() {
      for byte in label.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      path.hashes.append(hash)
      if let verdict = known[label] {
        path.verdicts.append(verdict)
      } else {
        let verdict = labels.verdict(of: label)
        known[label] = .some(verdict)
        path.verdicts.append(verdict)
      }
    }
    return path
  }

  /// The deepest path that still holds most of the weight.
  private func container(_ paths: [Path], _ weights: [Int]) -> (depth: Int, hash: UInt64)? {
    let total = weights.reduce(0, +)
    guard total > 0 else { return nil }
    var current: (depth: Int, hash: UInt64)?
    var inside = Array(paths.indices)
    var depth = 0
    while true {
      var sums: [UInt64: Int] = [:]
      for index in inside where paths[index].hashes.count > depth + paths[index].own {
        sums[paths[index].hashes[depth], default: 0] += weights[index]
      }
      let heaviest = sums.max { ($0.value, $1.key) < ($1.value, $0.key) }
      guard let heaviest, heaviest.value * 10 >= total * 6 else { return current }
      current = (depth, heaviest.key)
      inside = inside.filter {
        paths[$0].hashes.count > depth && paths[$0].hashes[depth] == heaviest.key
      }
      depth += 1
    }
  }
}
