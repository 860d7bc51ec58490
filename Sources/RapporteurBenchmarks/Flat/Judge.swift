/// Prints figures and holds them against limits.
struct Judge {
  /// Whether no figure was beyond its limit.
  private(set) var isContent = true

  /// A time against the most that is wanted, if there is such a limit; both in seconds.
  mutating func show(_ name: String, _ seconds: Double, limit: Double?) {
    let isBeyond = limit.map { seconds > $0 } ?? false
    line(name, seconds, limit.map { "of \(figure($0 * 1000)) ms" } ?? "", isBeyond)
  }

  /// A time against another one, of which it may be so many times, if there is such a limit.
  mutating func compare(
    _ name: String, _ seconds: Double, with other: Double?, limit: Double? = nil
  ) {
    let ratio = other.map { seconds / $0 }
    let remark = ratio.map { "\(figure($0)) times" + (limit.map { ", of \(figure($0))" } ?? "") }
    let isBeyond = ratio.flatMap { ratio in limit.map { ratio > $0 } } ?? false
    line(name, seconds, remark ?? "", isBeyond)
  }

  private mutating func line(
    _ name: String, _ seconds: Double, _ remark: String, _ isBeyond: Bool
  ) {
    if isBeyond { isContent = false }
    let time = figure(seconds * 1000).aligned(to: 10)
    RapporteurBenchmarks.show(
      "\(name.padded(to: 42))\(time) ms  \(remark)\(isBeyond ? "  BEYOND" : "")")
  }
}
