import Pipeline

/// Times of the processor.
enum Measure {
  static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }

  /// The middle one; 0 of none.
  static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  /// The processor's time of a call, in seconds.
  static func time<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) -> Double {
    let begin = ProcessorTime.now
    try body()
    return seconds(ProcessorTime.now - begin)
  }

  /// The median of the processor's time of some rounds, in seconds.
  static func median<Failure: Error>(
    _ rounds: Int, _ body: () throws(Failure) -> Void
  ) throws(Failure) -> Double {
    var values: [Double] = []
    for _ in 0..<rounds { values.append(try time(body)) }
    return median(values)
  }
}
