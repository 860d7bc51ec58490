/// Ids of records: a letter, `-` and 16 characters of lower-case base32 (RFC 4648) of a SHA-256 digest.
package enum StableID {
  /// The id of something identified by `parts`; each part is hashed with its length, so that no two lists collide.
  package static func make(prefix: Character, parts: [[UInt8]]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count + 8 })
    for part in parts {
      bytes += String(part.count).utf8
      bytes.append(UInt8(ascii: ":"))
      bytes += part
    }
    var id = Array(prefix.utf8)
    id.append(UInt8(ascii: "-"))
    append(base32: SHA256.digest(bytes)[..<10], to: &id)
    return String(decoding: id, as: UTF8.self)
  }

  /// Appends eight characters for every five bytes.
  private static func append(base32 bytes: ArraySlice<UInt8>, to text: inout [UInt8]) {
    var buffer: UInt32 = 0
    var bits: UInt32 = 0
    for byte in bytes {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5 {
        bits -= 5
        text.append(character(UInt8(truncatingIfNeeded: buffer >> bits) & 31))
      }
    }
  }

  private static func character(_ value: UInt8) -> UInt8 {
    value < 26 ? UInt8(ascii: "a") + value : UInt8(ascii: "2") + value - 26
  }
}
