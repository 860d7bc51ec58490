import Text

/// Distinct texts in one array of bytes; strings are made when they are asked for.
struct TextPool: Sendable {
  private var arena: [UInt8] = []
  /// The first byte of each text; one more than there are texts.
  private var starts: [UInt32] = [0]

  /// The distinct texts among some, and for each of these its number in the pool.
  static func pool(_ texts: [String]) -> (pool: TextPool, numbers: [UInt32]) {
    var pool = TextPool()
    var known: [String: UInt32] = [:]
    let numbers = texts.map { text in
      if let number = known[text] { return number }
      let number = UInt32(pool.count)
      known[text] = number
      pool.arena += text.utf8
      pool.starts.append(UInt32(pool.arena.count))
      return number
    }
    return (pool, numbers)
  }

  var count: Int { starts.count - 1 }

  subscript(number: UInt32) -> String {
    let place = Int(number)
    return String(decoding: arena[Int(starts[place])..<Int(starts[place + 1])], as: UTF8.self)
  }
}

extension TextPool: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(bytes: arena)
    writer.write(numbers: starts)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    arena = try reader.byteArray()
    starts = try reader.numbers(of: UInt32.self)
    guard starts.isPartition(of: arena.count) else { throw reader.damage }
  }
}
