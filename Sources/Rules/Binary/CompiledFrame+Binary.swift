package import Text

extension CompiledEvents: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(skipping)
    writer.write(frames)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(skipping: try reader.read(), frames: try reader.read())
  }
}

extension CompiledFrame: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(type)
    writer.write(triggers)
    writer.write(slots)
    writer.write(minimum)
    writer.write(needsPlace)
    writer.write(refusesInfinitive)
    writer.write(refusesPlace)
    writer.write(settings.map(\.field))
    writer.write(settings.map(\.value))
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      path: try reader.read(), type: try reader.read(), triggers: try reader.read(),
      slots: try reader.read(), minimum: try reader.read(), needsPlace: try reader.read(),
      refusesInfinitive: try reader.read(), refusesPlace: try reader.read(), settings: [])
    let fields = try reader.array(of: String.self)
    let values = try reader.array(of: String.self)
    guard fields.count == values.count else { throw reader.damage }
    settings = Array(zip(fields, values))
  }
}

extension CompiledTrigger: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .verb(let lemmas, let preposition, let pattern):
      writer.write(0)
      writer.write(lemmas)
      writer.write(preposition)
      writer.write(pattern)
    case .noun(let pattern):
      writer.write(1)
      writer.write(pattern)
    }
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    switch try reader.integer(in: 0..<2) {
    case 0:
      self = .verb(
        lemmas: try reader.read(), preposition: try reader.read(), try reader.read())
    default: self = .noun(try reader.read())
    }
  }
}

extension CompiledPattern: BinaryValue {
  package func write(to writer: inout ByteWriter) { writer.write(rawValue) }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(rawValue: try reader.read())
  }
}

extension CompiledSlot: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(role)
    writer.write(sources)
    writer.write(fillers.map(\.rawValue).sorted())
    writer.write(isPerHead)
    writer.write(isRequired)
    writer.write(takesPrevious)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      role: try reader.read(), sources: try reader.read(),
      fillers: Set(try reader.array(of: TypeID.self)), isPerHead: try reader.read(),
      isRequired: try reader.read(), takesPrevious: try reader.read())
  }
}

extension CompiledSlot.Source: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    switch self {
    case .subject: writer.write(0)
    case .object: writer.write(1)
    case .possessor: writer.write(2)
    case .bare: writer.write(3)
    case .preposition(let words):
      writer.write(4)
      writer.write(words)
    }
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self =
      switch try reader.integer(in: 0..<5) {
      case 0: .subject
      case 1: .object
      case 2: .possessor
      case 3: .bare
      default: .preposition(try reader.read())
      }
  }
}

extension CompiledClaim: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(path)
    writer.write(field)
    writer.write(conditions)
    writer.write(value)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      path: try reader.read(), field: try reader.read(), conditions: try reader.read(),
      value: try reader.read())
  }
}

extension ClaimCondition: BinaryValue {
  package func write(to writer: inout ByteWriter) {
    writer.write(property)
    writer.write(values)
    writer.write(isNegated)
  }

  package init(from reader: inout ByteReader) throws(DamagedBytes) {
    self.init(
      property: try reader.read(), values: try reader.read(), isNegated: try reader.read())
  }
}

extension ClaimCondition.Property: BinaryValue {}
