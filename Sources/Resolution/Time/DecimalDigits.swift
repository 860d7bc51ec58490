/// Numbers in ASCII digits.
enum DecimalDigits {
  /// The number that at most nine digits say, nil where there is another byte, or none.
  static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    guard (1...9).contains(digits.count), digits.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }

  /// Appends a number with zeros before it up to a width.
  static func append(_ number: Int, width: Int, to bytes: inout [UInt8]) {
    var scale = 1
    for _ in 1..<width { scale *= 10 }
    guard (0..<scale * 10).contains(number) else {
      let text = String(number)
      bytes += repeatElement(UInt8(ascii: "0"), count: max(0, width - text.utf8.count))
      bytes += text.utf8
      return
    }
    while scale > 0 {
      bytes.append(UInt8(0x30 + number / scale % 10))
      scale /= 10
    }
  }
}
