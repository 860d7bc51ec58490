import Testing

@testable import Text

@Suite struct JSONTests {
  private func read(_ text: String) throws -> JSONValue {
    try JSONReader.read(Array(text.utf8)[...])
  }

  @Test func readsEveryKindOfValue() throws {
    let value = try read(#" {"a": [1, -2.5e3, true, false, null], "b": "x\n\"\\é", "b": "last"} "#)
    #expect(
      value["a"]
        == .array([.number("1"), .number("-2.5e3"), .boolean(true), .boolean(false), .null]))
    #expect(value["b"]?.text == "last")
    #expect(value["c"] == nil)
  }

  @Test(arguments: [
    (#""\u00e9\ud83d\ude00""#, "é😀"), (#""\ud83d""#, "\u{FFFD}"), (#""\ud83dx""#, "\u{FFFD}x"),
    (#""\udc00\u0041""#, "\u{FFFD}A"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
  ])
  func readsEscapes(_ json: String, _ expected: String) throws {
    #expect(try read(json).text == expected)
  }

  @Test(arguments: [
    ("", 0), ("{", 1), ("[1,]", 3), ("{\"a\" 1}", 5), ("\"a", 2), ("01", 1), ("1 2", 2),
    ("\"\\q\"", 3), ("\"\u{1}\"", 1), ("{a:1}", 1), ("nul", 0), ("-", 1), ("\"\\u00g0\"", 3),
  ])
  func saysWhereItFails(_ json: String, _ byte: Int) {
    let error = #expect(throws: JSONReader.Failure.self) { try read(json) }
    #expect(error?.byte == byte)
  }

  @Test func boundsNesting() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSONReader.Failure.self) { try read(deep) }
  }

  /// A byte that is escaped at every place of strings of every length, as whole blocks and single bytes are read.
  @Test(arguments: ["\"", "\\", "\n", "\u{1F}", "\u{7F}", "é"])
  func escapesAtEveryPlace(_ mark: String) throws {
    for length in 0..<20 {
      for place in 0...length {
        let text =
          String(repeating: "a", count: place) + mark + mark
          + String(repeating: "b", count: length - place)
        var whole = JSONWriter()
        whole.string(text)
        var stretch = JSONWriter()
        let around = Array(("x" + text + "x").utf8)
        stretch.string(around.span.extracting(1...text.utf8.count))
        #expect(whole.bytes == stretch.bytes)
        #expect(try read(String(decoding: whole.bytes, as: UTF8.self)).text == text)
      }
    }
  }

  /// A writer without room makes it, whatever is written.
  @Test(arguments: [0, 1, 7, 100]) func growsAsItWrites(_ capacity: Int) throws {
    let texts = ["", "plain", "\"\"\"\n", String(repeating: "long \\ ", count: 500)]
    var writer = JSONWriter(capacity: capacity)
    writer.object { writer in
      for (number, text) in texts.enumerated() {
        writer.name("\(number)")
        writer.array([text, text]) { $0.string($1) }
        writer.key("id")
        writer.string("e", number)
      }
    }
    let value = try JSONReader.read(writer.bytes[...])
    for (number, text) in texts.enumerated() {
      #expect(value["\(number)"] == .array([.string(text), .string(text)]))
    }
    #expect(value["id"]?.text == "e3")
  }

  @Test(arguments: [0, 7, 10, 99, 1_234_567, -1, -120, Int.max, Int.min])
  func writesNumbers(_ number: Int) {
    var writer = JSONWriter()
    writer.number(number)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "\(number)")
  }

  @Test(arguments: [(0, "0.0"), (5, "0.05"), (40, "0.4"), (93, "0.93"), (100, "1.0")])
  func writesShares(_ hundredths: Int, _ expected: String) {
    var writer = JSONWriter()
    writer.share(hundredths: hundredths)
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func writesWhatItReads() throws {
    var writer = JSONWriter()
    writer.object { writer in
      writer.name("text")
      writer.string("a\"\\\n\t\u{1}é😀")
      writer.name("list")
      writer.array([1, 2]) { $0.number($1) }
      writer.name("none")
      writer.string(nil)
      writer.name("share")
      writer.share(hundredths: 93)
      writer.name("empty")
      writer.array([Int]()) { $0.number($1) }
      writer.name("yes")
      writer.boolean(true)
    }
    let expected =
      #"{"text":"a\"\\\n\t\u0001é😀","list":[1,2],"none":null,"share":0.93,"empty":[],"yes":true}"#
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
    #expect(try read(expected)["text"]?.text == "a\"\\\n\t\u{1}é😀")
  }
}
