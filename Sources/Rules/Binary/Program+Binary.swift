package import Text

/// A program in a built pack. The lists and tokens that it names are those of one vocabulary, see `isConsistent`.
extension Program: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(types)
    writer.write(phases)
    writer.write(schema)
    writer.write(events)
    writer.write(claims)
    writer.write(patterns)
    writer.write(lists)
    writer.write(tests.tests)
    writer.write(listEdges)
    writer.write(annotationEdges)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    types = try reader.read()
    phases = try reader.read()
    schema = try reader.read()
    events = try reader.read()
    claims = try reader.read()
    patterns = try reader.read()
    lists = try reader.read()
    for test in try reader.array(of: TokenTest.self) { _ = tests.add(test) }
    listEdges = try reader.read()
    annotationEdges = try reader.read()
  }
}

extension Program.TypeInfo: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(name)
    writer.write(fields)
    writer.write(kinds)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(name: try reader.read(), fields: try reader.read(), kinds: try reader.read())
  }
}

extension TypeID: BinaryValue {
  package func write(to writer: inout ByteWriter) { writer.write(rawValue) }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(rawValue: try reader.read())
  }
}

extension ListEdge: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(list)
    writer.write(conditions)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(list: try reader.read(), conditions: try reader.read())
  }
}

extension AnnotationEdge: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(type)
    writer.write(conditions)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(type: try reader.read(), conditions: try reader.read())
  }
}

extension ColumnCondition: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(column)
    writer.write(test)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(column: try reader.read(), test: try reader.read())
  }
}

extension FieldCondition: BinaryValue {
  func write(to writer: inout ByteWriter) {
    writer.write(field)
    writer.write(test)
  }

  init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(field: try reader.read(), test: try reader.read())
  }
}
