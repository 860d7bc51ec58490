import Pipeline

/// Times and figures.
enum Measure {
  static func seconds(_ duration: Duration) -> Double {
    let (seconds, attoseconds) = duration.components
    return Double(seconds) + Double(attoseconds) * 1e-18
  }

  /// The middle one; 0 of none.
  static func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  /// The median of the processor's time of some rounds, in seconds.
  static func median<Failure: Error>(
    _ rounds: Int, _ body: () throws(Failure) -> Void
  ) throws(Failure) -> Double {
    var values: [Double] = []
    for _ in 0..<rounds {
      let begin = ProcessorTime.now
      try body()
      values.append(seconds(ProcessorTime.now - begin))
    }
    return median(values)
  }
}

/// A number with few digits, as the report shows it.
func figure(_ value: Double, digits: Int = 2) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  return "\((value * scale).rounded() / scale)"
}
