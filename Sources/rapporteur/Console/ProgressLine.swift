import Pipeline

/// A line on the terminal that tells how far a run is; silent where standard error is none.
final class ProgressLine {
  private let console: Console
  private let totalBytes: Int?
  private let start = ContinuousClock.now
  private var shown: ContinuousClock.Instant?
  private var width = 0

  /// `inputs` are measured for the time left, on a terminal only.
  init(_ console: Console, inputs: [String]) {
    self.console = console
    totalBytes = console.isTerminal ? InputSize.bytes(of: inputs) : nil
  }

  /// Shows the counts, ten times a second at most.
  func show(_ counts: RunCounts) {
    let now = ContinuousClock.now
    guard console.isTerminal, shown.map({ now - $0 > .milliseconds(100) }) ?? true else { return }
    shown = now
    let line = Self.text(counts, elapsed: now - start, totalBytes: totalBytes)
    let blank = String(repeating: " ", count: max(0, width - line.count))
    width = line.count
    console.write("\r\(line)\(blank)")
  }

  /// Takes the line away.
  func clear() {
    guard width > 0 else { return }
    console.write("\r\(String(repeating: " ", count: width))\r")
    width = 0
  }

  static func text(_ counts: RunCounts, elapsed: Duration, totalBytes: Int?) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    let settled = counts.extracted + counts.rejected + counts.skipped
    var text = "\(settled) document\(settled == 1 ? "" : "s"), "
    text += "\(counts.rejected) rejected, \(counts.skipped) skipped"
    if seconds > 0 { text += ", \(Int(Double(settled) / seconds))/s" }
    if let totalBytes, counts.bytes > 0, totalBytes > counts.bytes {
      let left = seconds * Double(totalBytes - counts.bytes) / Double(counts.bytes)
      if left >= 1 { text += ", \(clock(Int(left))) left" }
    }
    return text
  }

  private static func clock(_ seconds: Int) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60)
    guard minutes > 0 else { return "\(rest) s" }
    guard minutes >= 60 else { return "\(minutes) min \(rest) s" }
    return "\(minutes / 60) h \(minutes % 60) min"
  }
}
