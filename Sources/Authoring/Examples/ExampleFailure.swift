package import Diagnostics
package import Text

/// An example that did not come out as it says: where it stands, what it is of, and what did come out.
package struct ExampleFailure: Sendable {
  /// The rule, frame or case that the example belongs to.
  package var subject: String
  package var diagnostic: Diagnostic

  /// The failure as one JSON object.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.name("type")
      json.string("failure")
      json.name("subject")
      json.string(subject)
      json.name("path")
      json.string(diagnostic.location?.path)
      json.name("line")
      json.number(diagnostic.location?.line)
      json.name("column")
      json.number(diagnostic.location?.column)
      json.name("code")
      json.string(diagnostic.id)
      json.name("message")
      json.string(diagnostic.message)
      json.name("found")
      json.array(diagnostic.notes) { $0.string($1) }
    }
  }
}
