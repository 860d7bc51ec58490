import Text

/// Members with keys of the program's own.
extension JSONWriter {
  mutating func member(_ key: String, _ value: String?) {
    self.key(key)
    string(value)
  }

  /// A member whose value is a stretch of a text.
  mutating func member(_ key: String, _ range: TextRange, of text: [UInt8]) {
    self.key(key)
    string(text.span.extracting(range.start..<range.end))
  }

  /// A member whose value is an id: a letter and a number; null where there is none.
  mutating func member(_ key: String, _ letter: Unicode.Scalar, _ number: Int?) {
    self.key(key)
    guard let number else { return string(nil) }
    string(letter, number)
  }

  /// An array whose elements are given with their numbers, from 1.
  mutating func numberedArray<Element>(
    _ elements: [Element], _ body: (inout JSONWriter, Int, Element) -> Void
  ) {
    var number = 0
    array(elements) { json, element in
      number += 1
      body(&json, number, element)
    }
  }

  mutating func member(_ key: String, _ value: Int) {
    self.key(key)
    number(value)
  }

  /// The members `start` and `end` in code points; null where there is no range.
  mutating func range(_ range: TextRange?, _ offsets: CodePointOffsets) {
    key("start")
    number(range.map { offsets.offset($0.start) })
    key("end")
    number(range.map { offsets.offset($0.end) })
  }
}
