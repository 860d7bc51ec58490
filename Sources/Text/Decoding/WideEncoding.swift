/// Tells UTF-16 and UTF-32, by the byte order mark or by the NULs beside ASCII characters.
enum WideEncoding {
  /// ICU's name of the encoding, nil where the bytes are in neither. O(1): looks at the first bytes.
  static func name(of bytes: ArraySlice<UInt8>) -> String? {
    let marks32: [[UInt8]] = [[0xFF, 0xFE, 0x00, 0x00], [0x00, 0x00, 0xFE, 0xFF]]
    if marks32.contains(where: bytes.starts) { return "UTF-32" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    return unmarked(bytes.prefix(1024))
  }

  /// UTF-16 without a mark: most characters are ASCII, and their NULs stand all on one side.
  private static func unmarked(_ head: ArraySlice<UInt8>) -> String? {
    var nulls = (even: 0, odd: 0)
    for (offset, byte) in head.enumerated() where byte == 0 {
      if offset.isMultiple(of: 2) { nulls.even += 1 } else { nulls.odd += 1 }
    }
    let enough = max(2, head.count / 4)
    if nulls.even == 0 && nulls.odd >= enough { return "UTF-16LE" }
    return nulls.odd == 0 && nulls.even >= enough ? "UTF-16BE" : nil
  }
}
