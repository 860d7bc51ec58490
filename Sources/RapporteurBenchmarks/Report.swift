import Glibc

/// Prints a line at once, so that a long benchmark is seen to go on.
func show(_ line: String) {
  print(line)
  fflush(nil)
}

/// A number with few digits, as the report shows it.
func figure(_ value: Double, digits: Int = 2) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  return "\((value * scale).rounded() / scale)"
}

extension String {
  /// The text with spaces behind it, so that columns stand below one another.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text with spaces before it, as figures stand in a column.
  func aligned(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
