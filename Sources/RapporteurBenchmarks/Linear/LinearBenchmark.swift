import Pipeline
import Text

/// Whether time grows with the length of the text and no faster, for texts and rules that are made to hurt.
enum LinearBenchmark: Benchmark {
  static let name = "linear"
  static let operands = "[NAME…]"
  static let help = """
    Doubles texts from 1 KB to 4 MB, for rules that are hard for them and for the default pack, and fits the slope of
    the logarithm of time over that of size: 1 is linear, and at most \(limit) is wanted of each. One line for each: its
    name, slope, MB/s at the end and the size that was reached; a text that takes \(longest) s is not doubled again.
    With NAMEs only those of which one is a part of the name.
    """
  /// The steepest slope that passes.
  private static let limit = 1.15
  /// A size that takes so many seconds is the last.
  private static let longest = 3.0
  private static let sizes = (10...22).map { 1 << $0 }

  static func run(_ operands: [String]) async throws -> Bool {
    var worst: [String] = []
    var count = 0
    func judge(_ name: String, _ time: (Int) throws -> Double) throws {
      guard operands.isEmpty || operands.contains(where: name.contains) else { return }
      let curve = try curve(time)
      show(line(name, curve))
      count += 1
      if let slope = curve.slope, slope > limit {
        worst.append(name)
        show("  \(curve)")
      }
    }
    for pair in RulePair.all {
      try judge("rules: \(pair.name)") { try pair.seconds(bytes: $0) }
    }
    let texts = try PackTexts()
    for (name, text) in texts.texts {
      try judge("pack: \(name)") { try texts.seconds(of: text, bytes: $0) }
    }
    guard count > 0 else { throw WrongCall(message: "no pair is called that") }
    show(
      "\(count) pairs, \(worst.count) steeper than \(limit)\(worst.map { "\n  \($0)" }.joined())")
    return worst.isEmpty
  }

  private static func curve(_ time: (Int) throws -> Double) throws -> GrowthCurve {
    var curve = GrowthCurve()
    for size in sizes {
      let seconds = try median(of: size, time)
      curve.add(bytes: size, seconds: seconds)
      if seconds > longest { break }
    }
    return curve
  }

  /// The median of three runs, or of one where that takes long.
  private static func median(of size: Int, _ time: (Int) throws -> Double) throws -> Double {
    let first = try time(size)
    guard first < 0.3 else { return first }
    return Measure.median([first, try time(size), try time(size)])
  }

  private static func line(_ name: String, _ curve: GrowthCurve) -> String {
    let slope = curve.slope.map { figure($0) } ?? "short"
    let size = curve.largest >> 20 > 0 ? "\(curve.largest >> 20) MB" : "\(curve.largest >> 10) KB"
    return
      "\(name.padded(to: 44))\(slope.aligned(to: 6))\(figure(curve.speed).aligned(to: 10)) MB/s  at \(size)"
  }
}
