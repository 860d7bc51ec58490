import Glibc

/// How the time of some work grows with its size.
struct GrowthCurve {
  /// Bytes and the seconds that they took, by growing size.
  private(set) var points: [(bytes: Int, seconds: Double)] = []

  /// Shorter times tell more of the clock and of what is set up than of growth.
  private static let leastSeconds = 0.001

  mutating func add(bytes: Int, seconds: Double) { points.append((bytes, seconds)) }

  /// The exponent of growth: 1 is linear, 2 is quadratic; nil of fewer than three points that took long enough.
  ///
  /// It is the slope of the line of least squares through the logarithms of size and time.
  var slope: Double? {
    let points = points.filter { $0.seconds >= Self.leastSeconds }
    guard points.count >= 3 else { return nil }
    let (x, y) = (points.map { log(Double($0.bytes)) }, points.map { log($0.seconds) })
    let count = Double(points.count)
    let (meanX, meanY) = (x.reduce(0, +) / count, y.reduce(0, +) / count)
    let product = zip(x, y).reduce(0) { $0 + ($1.0 - meanX) * ($1.1 - meanY) }
    let square = x.reduce(0) { $0 + ($1 - meanX) * ($1 - meanX) }
    return product / square
  }

  /// Megabytes a second at the largest size.
  var speed: Double { points.last.map { Double($0.bytes) / 1e6 / max($0.seconds, 1e-9) } ?? 0 }

  var largest: Int { points.last?.bytes ?? 0 }
}

extension GrowthCurve: CustomStringConvertible {
  /// Milliseconds for each size.
  var description: String {
    points.map { "\($0.bytes >> 10) KB \(figure($0.seconds * 1000)) ms" }.joined(separator: ", ")
  }
}
