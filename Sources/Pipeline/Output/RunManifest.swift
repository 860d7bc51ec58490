package import FoundationEssentials
import Text

/// What ran: the only file with a clock in it.
package struct RunManifest: Sendable {
  package static let program = "rapporteur"

  /// A name and what it stands for, in the order of writing.
  package typealias Entry = (name: String, value: String)

  /// ICU's version, nil where it is not known.
  package var icu: String?
  package var pack: String
  /// SHA-256 of each folder of rules and lists, by its name.
  package var digests: [PackDigest]
  package var inputs: [String]
  /// The options that were given.
  package var options: [Entry]
  package var counts = RunCounts()
  /// Records by file, for the files that the run wrote.
  package var records: [(file: OutputFolder.File, count: Int)] = []
  package var started: Date
  /// Nil while the run goes on: a manifest without it tells an interrupted run.
  package var finished: Date?

  package init(
    icu: String?, pack: String, digests: [PackDigest], inputs: [String], options: [Entry],
    started: Date
  ) {
    self.icu = icu
    self.pack = pack
    self.digests = digests
    self.inputs = inputs
    self.options = options
    self.started = started
  }

  /// Writes the manifest in place of an older one.
  func write(to folder: OutputFolder) throws(OutputFailure) {
    let file = try AtomicFile(folder.path(.manifest))
    try file.writer.write(json)
    try file.commit()
  }

  /// The manifest as one line of JSON with its end.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      for (name, value) in [("type", "manifest"), ("program", Self.program)] {
        json.name(name)
        json.string(value)
      }
      json.name("schema")
      json.number(Version.schema)
      json.name("version")
      json.string(Version.current)
      json.name("icu")
      json.string(icu)
      writePack(&json)
      json.name("inputs")
      json.array(inputs) { $0.string($1) }
      json.name("options")
      json.object { json in
        for option in options {
          json.name(option.name)
          json.string(option.value)
        }
      }
      writeCounts(&json)
      writeTimes(&json)
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func writePack(_ json: inout JSONWriter) {
    json.name("pack")
    json.string(pack)
    json.name("sha256")
    json.object { json in
      for digest in digests {
        json.name(digest.folder)
        json.string(digest.hexadecimal)
      }
    }
  }

  private func writeCounts(_ json: inout JSONWriter) {
    json.name("documents")
    json.object { json in
      let all = [
        ("seen", counts.seen), ("extracted", counts.extracted), ("rejected", counts.rejected),
        ("skipped", counts.skipped),
      ]
      for (name, count) in all {
        json.name(name)
        json.number(count)
      }
    }
    json.name("codes")
    json.object { json in
      for (code, count) in counts.sortedCodes {
        json.name(code)
        json.number(count)
      }
    }
    json.name("caps")
    json.object { json in
      for (rule, count) in counts.capsHit.sorted(by: { $0.key < $1.key }) {
        json.name(rule)
        json.number(count)
      }
    }
    json.name("records")
    json.object { json in
      for (file, count) in records {
        json.name(file.rawValue)
        json.number(count)
      }
    }
  }

  private func writeTimes(_ json: inout JSONWriter) {
    for (name, date) in [("started", started), ("finished", finished)] {
      json.name(name)
      json.string(date?.ISO8601Format())
    }
  }
}
