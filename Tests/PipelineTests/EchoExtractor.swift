import Graph
import Pipeline
import Text

/// Gives a record without findings; takes longer for some than for others, skips those that begin with `#`.
struct EchoExtractor: DocumentExtractor {
  struct Worker: ExtractionWorker {
    mutating func extract(_ input: InputDocument) throws -> ExtractionOutcome {
      if input.text.first == UInt8(ascii: "#") {
        return .reject(
          Reject(.language, "not covered", path: input.path, sourceID: input.sourceID))
      }
      // Work that depends on the text, so that batches overtake one another.
      var sum = 0
      for round in 0..<(input.text.count % 7 * 40) {
        for byte in input.text { sum = (sum &* 31 &+ Int(byte) &+ round) & 0xFFFF }
      }
      let record = DocumentRecord(
        id: StableID.make(prefix: "d", parts: [Array(input.path.utf8), input.text]),
        path: input.path, language: "und", fingerprint: "f-\(sum)",
        date: DocumentDateRecord(
          edtf: nil, extent: nil, method: "none", confidence: 0, candidates: []),
        text: input.text)
      return .extraction(record.line())
    }
  }

  func makeWorker() throws -> any ExtractionWorker { Worker() }
}

/// Keeps what a run gives.
struct Recorder: ExtractionSink {
  var lines: [String] = []
  var rejects: [Reject] = []

  mutating func extraction(_ line: [UInt8]) throws {
    lines.append(String(decoding: line, as: UTF8.self))
  }

  mutating func reject(_ reject: Reject) throws { rejects.append(reject) }
}
