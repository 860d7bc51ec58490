/// Ids of records: a letter, `-` and 16 characters of lower-case base32 (RFC 4648) of a SHA-256 digest.
package enum StableID {
  /// The id of something identified by `parts`; each part is hashed with its length, so that no two lists collide.
  package static func make(prefix: Character, parts: [[UInt8]]) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(parts.reduce(0) { $0 + $1.count + 8 })
    for part in parts {
      bytes += "\(part.count):".utf8
      bytes += part
    }
    return "\(prefix)-" + base32(SHA256.digest(bytes), characters: 16)
  }

  private static func base32(_ bytes: [UInt8], characters: Int) -> String {
    let alphabet = Array("abcdefghijklmnopqrstuvwxyz234567".utf8)
    var result: [UInt8] = []
    result.reserveCapacity(characters)
    var buffer: UInt32 = 0
    var bits = 0
    for byte in bytes where result.count < characters {
      buffer = buffer << 8 | UInt32(byte)
      bits += 8
      while bits >= 5, result.count < characters {
        bits -= 5
        result.append(alphabet[Int(buffer >> UInt32(bits)) & 31])
        buffer &= (1 << UInt32(bits)) - 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}
