/// The version of the program, as `--version` and the manifest give it.
package enum Version {
  package static let current = "0.1.0"

  /// The schema number of every record; one more where a reader of the old records would go wrong.
  package static let schema = 1
}
