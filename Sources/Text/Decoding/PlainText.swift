internal import CICU

/// Turns bytes of a known or unknown encoding into valid UTF-8.
package enum PlainText {
  /// The text, and how many invalid sequences became U+FFFD: by byte order mark or the NULs of UTF-16, else by the
  /// declared encoding, else UTF-8 where the bytes are valid, else what ICU's detector finds.
  ///
  /// Bytes that are valid UTF-8 beyond ASCII are taken for that even where Windows-1252 is declared: text in that
  /// encoding hardly ever looks so, while pages saved anew as UTF-8 keep their old declaration.
  package static func decode(
    _ bytes: ArraySlice<UInt8>, declared: String? = nil
  ) -> (text: [UInt8], replaced: Int) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return repaired(bytes.dropFirst(3)) }
    if let wide = WideEncoding.name(of: bytes) { return converted(bytes, from: wide) }
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    if let declared, declared != "utf-8", !(isValid && declared == "windows-1252") {
      if let result = converted(bytes, declared) { return result }
    }
    if isValid { return (Array(bytes), 0) }
    if declared == "utf-8" { return repaired(bytes) }
    guard let charset = detect(bytes), charset != "UTF-8" else { return repaired(bytes) }
    return converted(bytes, from: charset)
  }

  private static func converted(
    _ bytes: ArraySlice<UInt8>, from charset: String
  ) -> (text: [UInt8], replaced: Int) {
    converted(bytes, charset) ?? repaired(bytes)
  }

  /// Repairs UTF-8: each invalid sequence becomes U+FFFD.
  static func repaired(_ bytes: ArraySlice<UInt8>) -> (text: [UInt8], replaced: Int) {
    let before = count(of: bytes)
    let text = Array(String(decoding: bytes, as: UTF8.self).utf8)
    return (text, count(of: text[...]) - before)
  }

  /// How often U+FFFD stands in UTF-8 bytes.
  private static func count(of bytes: ArraySlice<UInt8>) -> Int {
    zip(bytes, zip(bytes.dropFirst(), bytes.dropFirst(2)))
      .count { $0 == 0xEF && $1.0 == 0xBF && $1.1 == 0xBD }
  }

  private static func detect(_ bytes: ArraySlice<UInt8>) -> String? {
    var name = [CChar](repeating: 0, count: 64)
    // SAFETY: both buffers live for the call; the shim writes a closing NUL inside `name`.
    let confidence = unsafe bytes.prefix(65_536).withUnsafeBufferPointer { source in
      unsafe name.withUnsafeMutableBufferPointer { name in
        unsafe rp_detect_charset(source.baseAddress, Int64(source.count), name.baseAddress, 64)
      }
    }
    guard confidence >= 0 else { return nil }
    return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Nil where ICU does not know the encoding.
  private static func converted(
    _ bytes: ArraySlice<UInt8>, _ charset: String
  ) -> (text: [UInt8], replaced: Int)? {
    var out = [UInt8](repeating: 0, count: bytes.count * 4 + 16)
    let capacity = Int64(out.count)
    // SAFETY: the buffers live for the call; ICU writes no more than `capacity` bytes.
    let needed = unsafe bytes.withUnsafeBufferPointer { source in
      unsafe out.withUnsafeMutableBufferPointer { target in
        unsafe charset.withCString { charset in
          unsafe rp_convert_to_utf8(
            charset, source.baseAddress, Int64(source.count), target.baseAddress, capacity)
        }
      }
    }
    guard needed >= 0, needed <= capacity else { return nil }
    var text = out[..<Int(needed)]
    if text.starts(with: [0xEF, 0xBB, 0xBF]) { text = text.dropFirst(3) }
    return (Array(text), count(of: text))
  }
}
