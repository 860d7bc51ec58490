extension TokenID: BinaryValue {
  package func write(to writer: inout ByteWriter) { writer.write(Int(rawValue)) }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    guard let value = UInt32(exactly: try Int(from: &reader)) else { throw reader.damage }
    self.init(value)
  }
}

extension TokenShape {
  /// Length, kind and case in one number.
  fileprivate var packed: UInt32 {
    let kind = Kind.allCases.firstIndex(of: kind) ?? 0
    let letterCase = LetterCase.allCases.firstIndex(of: letterCase) ?? 0
    return UInt32(length) << 6 | UInt32(kind) << 3 | UInt32(letterCase)
  }

  fileprivate init?(packed: UInt32) {
    let kind = Int(packed >> 3 & 7)
    let letterCase = Int(packed & 7)
    guard kind < Kind.allCases.count, letterCase < LetterCase.allCases.count else { return nil }
    self.init(
      kind: Kind.allCases[kind], letterCase: LetterCase.allCases[letterCase],
      length: Int(packed >> 6))
  }
}

extension Vocabulary: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(bytes: arena)
    writer.write(numbers: starts.map { UInt32($0) })
    writer.write(numbers: foldedIDs.map(\.rawValue))
    writer.write(numbers: shapes.map(\.packed))
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    let arena = try reader.byteArray()
    let bounds = try reader.numbers(of: UInt32.self)
    let folded = try reader.numbers(of: UInt32.self)
    let packed = try reader.numbers(of: UInt32.self)
    guard bounds.isPartition(of: arena.count), folded.count == bounds.count - 1,
      packed.count == folded.count, folded.allSatisfy({ $0 < folded.count })
    else { throw reader.damage }
    var shapes: [TokenShape] = []
    shapes.reserveCapacity(packed.count)
    for number in packed {
      guard let shape = TokenShape(packed: number) else { throw reader.damage }
      shapes.append(shape)
    }
    self.init(
      arena: arena, starts: bounds.map(Int.init), foldedIDs: folded.map { TokenID($0) },
      shapes: shapes)
  }
}
