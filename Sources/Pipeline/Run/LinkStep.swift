/// The reduce step: extractions in, the graph of the whole corpus out.
package enum LinkStep {
  /// Thrown until the linker is there.
  package struct Unavailable: Error {
    package let message = "linking is not available yet: there is no graph.jsonl"
  }

  /// Links the extractions of files (`-` is standard input) and writes the graph's records; returns how many.
  package static func run(_ inputs: [String], into writer: CheckedWriter) throws -> Int {
    throw Unavailable()
  }
}
