package import Diagnostics
package import Text

extension Diagnostic {
  /// The finding as one JSON object, for programs that show it elsewhere.
  package func write(to json: inout JSONWriter) {
    json.object { json in
      json.name("type")
      json.string("finding")
      json.name("code")
      json.string(id)
      json.name("severity")
      json.string(severity.rawValue)
      json.name("message")
      json.string(message)
      json.name("path")
      json.string(location?.path)
      json.name("line")
      json.number(location?.line)
      json.name("column")
      json.number(location?.column)
      json.name("length")
      json.number(location?.length)
      json.name("notes")
      json.array(notes) { $0.string($1) }
      json.name("help")
      json.string(help)
    }
  }
}
