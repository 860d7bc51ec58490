import Text

extension JSONWriter {
  mutating func member(_ key: String, _ value: String?) {
    name(key)
    string(value)
  }

  mutating func member(_ key: String, _ value: Int) {
    name(key)
    number(value)
  }

  /// The members `start` and `end` in code points; null where there is no range.
  mutating func range(_ range: TextRange?, _ offsets: CodePointOffsets) {
    name("start")
    number(range.map { offsets.offset($0.start) })
    name("end")
    number(range.map { offsets.offset($0.end) })
  }
}
