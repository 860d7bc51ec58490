import Testing
import Text

@testable import Graph

@Suite struct RecordTests {
  /// Writes a value as the records are written.
  private static func write(_ value: JSONValue, to json: inout JSONWriter) {
    switch value {
    case .null: json.string(nil)
    case .boolean(let truth): json.boolean(truth)
    case .number(let digits):
      if let number = Int(digits) {
        json.number(number)
      } else {
        json.share(hundredths: Int(((Double(digits) ?? 0) * 100).rounded()))
      }
    case .string(let text): json.string(text)
    case .array(let values): json.array(values) { write($1, to: &$0) }
    case .object(let members):
      json.object { json in
        for member in members {
          json.name(member.name)
          write(member.value, to: &json)
        }
      }
    }
  }

  @Test func roundTripKeepsEveryByte() throws {
    let event = Reports.event("meeting", ["Ann Roe/x/FR", "/y/DE"], place: "Rome/IT", date: "2024")
    let lines = [SampleRecord.make().line()] + Reports.graph(event).lines()
    #expect(lines.count > 5)
    for line in lines {
      var json = JSONWriter()
      Self.write(try JSONReader.read(line[...]), to: &json)
      #expect(json.bytes + [UInt8(ascii: "\n")] == line)
    }
  }

  /// All objects with `start` and `end` slice the text to what they quote.
  @Test func offsetsSliceTheText() throws {
    let value = try JSONReader.read(SampleRecord.make().line()[...])
    let text = Array(try #require(value["text"]?.text).unicodeScalars)
    #expect(String(String.UnicodeScalarView(text)) == SampleRecord.text)
    var checked = 0
    func check(_ value: JSONValue) {
      switch value {
      case .array(let values): values.forEach(check)
      case .object(let members):
        members.map(\.value).forEach(check)
        guard let quote = value["quote"]?.text ?? value["text"]?.text,
          case .number(let start) = value["start"], case .number(let end) = value["end"],
          let start = Int(start), let end = Int(end)
        else { return }
        #expect(String(String.UnicodeScalarView(text[start..<end])) == quote)
        checked += 1
      default: break
      }
    }
    check(value)
    #expect(checked == 4)
  }

  @Test func readerTakesWhatTheWriterGives() throws {
    let record = SampleRecord.make()
    let read = try ExtractionReader.read(record.line()[...], path: "x.jsonl", line: 1)
    #expect(read.id == record.id)
    #expect(read.date == "2024-05-04")
    #expect(read.sketch.fingerprint == record.fingerprint)
    #expect(read.entities.map(\.id) == ["e1", "e2"])
    #expect(read.entities[0].aliases == ["Roe"])
    #expect(read.entities[0].officeQuote?.text == "Vice Minister Ann Roe")
    #expect(read.entities[0].officeQuote?.start == 7)
    #expect(read.events[0].confidence == 93)
    #expect(read.events[0].quote.text.hasPrefix("Ann Roe (é)"))
    #expect(read.events[0].participants[0].entity == "e1")
  }

  @Test(arguments: [
    ("", "no value"), ("{\"type\":\"document\"", "expected `,` or `}`"),
    ("{\"type\":\"reject\",\"schema\":1}", "the record is no document"),
    ("{\"type\":\"document\",\"schema\":2}", "`schema` is not 1"),
    ("{\"type\":\"document\",\"schema\":1,\"text\":3}", "`text` is no text"),
    (
      "{\"type\":\"document\",\"schema\":1,\"text\":\"\",\"entities\":[{\"id\":\"e1\"}]}",
      "`entities[0].kind` is missing"
    ),
    (
      """
      {"type":"document","schema":1,"text":"Ann","entities":[{"id":"e1","office":"Envoy","mentions":\
      [{"start":3,"end":-1,"text":"Ann"}]}]}
      """, "`entities[0].mentions[0]` has `start` 3 and `end` -1"
    ),
  ]) func saysWhatIsWrong(_ line: String, _ message: String) {
    let error = #expect(throws: Reject.self) {
      try ExtractionReader.read(Array(line.utf8)[...], path: "x.jsonl", line: 4)
    }
    #expect(error?.message == message)
    #expect(error?.line == 4)
    #expect(error?.code == .json)
  }
}
