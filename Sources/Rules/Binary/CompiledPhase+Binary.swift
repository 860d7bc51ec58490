package import Text

extension CompiledPhase: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(index)
    writer.write(selection)
    writer.write(skipping)
    writer.write(rules)
    writer.write(numbers: code.flatMap(\.numbers))
    writer.write(numbers: owners.map { Int32($0) })
    writer.write(parts)
    writer.write(sparse: startsByBit)
    writer.write(sparse: startsByType)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      name: try reader.read(), index: try reader.read(), selection: try reader.read(),
      skipping: try reader.read(), rules: try reader.read())
    let numbers = try reader.numbers(of: Int32.self)
    guard numbers.count % Instruction.width == 0 else { throw reader.damage }
    code.reserveCapacity(numbers.count / Instruction.width)
    for place in stride(from: 0, to: numbers.count, by: Instruction.width) {
      guard let instruction = Instruction(numbers[place..<place + Instruction.width]) else {
        throw reader.damage
      }
      code.append(instruction)
    }
    owners = try reader.numbers(of: Int32.self).map(Int.init)
    parts = try reader.read()
    startsByBit = try reader.sparse()
    startsByType = try reader.sparse()
  }
}

extension PhaseDeclaration.Selection: BinaryValue {}

extension CompiledRule: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(priority)
    writer.write(start)
    writer.write(captures)
    writer.write(type)
    writer.write(fields.map(\.field))
    writer.write(fields.map(\.value))
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      path: try reader.read(), priority: try reader.read(), start: try reader.read(),
      captures: try reader.read(), type: try reader.read())
    let numbers = try reader.array(of: Int.self)
    let values = try reader.array(of: Expression.self)
    guard numbers.count == values.count else { throw reader.damage }
    fields = Array(zip(numbers, values))
  }
}

/// Names lose their places in the rule files, which only messages of the compiler need.
extension Expression: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .string(let text):
      writer.write(0)
      writer.write(text)
    case .number(let number):
      writer.write(1)
      writer.write(number)
    case .name(let name):
      writer.write(2)
      writer.write(name.text)
    case .property(let name, let property):
      writer.write(3)
      writer.write(name.text)
      writer.write(property.text)
    case .call(let function, let arguments):
      writer.write(4)
      writer.write(function.text)
      writer.write(arguments)
    }
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    func name() throws(DamagedBytes) -> Name {
      Name(text: try reader.read(), location: .init(path: "", line: 1, column: 1))
    }
    self =
      switch try reader.integer(in: 0..<5) {
      case 0: .string(try reader.read())
      case 1: .number(try reader.read())
      case 2: .name(try name())
      case 3: .property(try name(), try name())
      default: .call(try name(), try reader.nestedArray())
      }
  }
}

extension ByteWriter {
  /// A list of lists of which most are empty.
  fileprivate mutating func write(sparse lists: [[Int]]) {
    write(lists.count)
    let filled = lists.indices.filter { !lists[$0].isEmpty }
    write(filled)
    for place in filled { write(lists[place]) }
  }
}

extension ByteReader {
  fileprivate mutating func sparse() throws(DamagedBytes) -> [[Int]] {
    let count = try emptyCount()
    var lists = [[Int]](repeating: [], count: count)
    for place in try array(of: Int.self) {
      guard lists.indices.contains(place) else { throw damage }
      lists[place] = try read()
    }
    return lists
  }
}
