package import Text

/// The document's date, how it was found and what else claimed to be it.
package struct DocumentDateRecord: Sendable {
  /// A date that was considered.
  package struct Candidate: Sendable {
    package var edtf: String
    package var source: String
    package var range: TextRange?
    package var rejected: String?

    package init(edtf: String, source: String, range: TextRange?, rejected: String?) {
      self.edtf = edtf
      self.source = source
      self.range = range
      self.rejected = rejected
    }
  }

  package var edtf: String?
  package var extent: String?
  package var method: String
  /// Of one hundred.
  package var confidence: Int
  package var candidates: [Candidate]

  package init(
    edtf: String?, extent: String?, method: String, confidence: Int, candidates: [Candidate]
  ) {
    self.edtf = edtf
    self.extent = extent
    self.method = method
    self.confidence = confidence
    self.candidates = candidates
  }

  func write(to json: inout JSONWriter, offsets: CodePointOffsets) {
    json.object { json in
      json.member("edtf", edtf)
      json.member("extent", extent)
      json.member("method", method)
      json.key("confidence")
      json.share(hundredths: confidence)
      json.key("candidates")
      json.array(candidates) { json, candidate in
        json.object { json in
          json.member("edtf", candidate.edtf)
          json.member("source", candidate.source)
          json.range(candidate.range, offsets)
          json.member("rejected", candidate.rejected)
        }
      }
    }
  }
}

/// A time expression of the body.
package struct TimeRecord: Sendable {
  package var range: TextRange
  package var kind: String
  package var edtf: String?
  package var resolution: String?
  package var anchor: String?

  package init(
    range: TextRange, kind: String, edtf: String?, resolution: String?, anchor: String?
  ) {
    self.range = range
    self.kind = kind
    self.edtf = edtf
    self.resolution = resolution
    self.anchor = anchor
  }

  func write(to json: inout JSONWriter, text: [UInt8], offsets: CodePointOffsets) {
    json.object { json in
      json.range(range, offsets)
      json.member("text", range, of: text)
      json.member("kind", kind)
      json.member("edtf", edtf)
      json.member("resolution", resolution)
      json.member("anchor", anchor)
    }
  }
}
