import FoundationEssentials
import Pipeline
import Testing

/// A small pack of another domain runs through the same program: kinds, statuses and roles are its own, the records and
/// their schemas the same.
@Suite(.enabled(if: Shell.program != nil)) struct OtherDomainTests {
  private final class Workplace {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory
        .appending(path: "rapporteur-\(UUID().uuidString)").path()
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func status(_ command: String) -> Int32 {
      Shell.status("SAMPLES=\"$ROOT/Tests/Samples\"\n" + command, in: path)
    }
  }

  private static let run =
    "$PROGRAM run \"$SAMPLES/companies\" --pipeline \"$SAMPLES/mergers\" -o out 2>log"

  @Test func itsExamplesPass() throws {
    let place = try Workplace()
    #expect(place.status("$PROGRAM check \"$SAMPLES/mergers\" >log") == 0)
    #expect(place.status("$PROGRAM test \"$SAMPLES/mergers\" >log") == 0)
  }

  @Test func eventsOfItsKindsAndStatusesComeOut() throws {
    let place = try Workplace()
    #expect(place.status(Self.run) == 0)
    for (kind, status, parties) in [
      ("merger", "completed", ["Acme Corp", "Globex Ltd"]),
      ("takeover", "announced", ["Acme Corp", "Initech Group"]),
      ("takeover", "blocked", ["Hooli Corp", "Vladimir Orlov"]),
    ] {
      let names = parties.map { "grep -F '\"name\":\"\($0)\"'" }.joined(separator: " | ")
      let event = "grep -F '\"type\":\"event\"' out/graph.jsonl | grep -F '\"kind\":\"\(kind)\"'"
      #expect(
        place.status("\(event) | grep -F '\"status\":\"\(status)\"' | \(names) >found") == 0,
        "\(kind) \(status)")
    }
    // The table of states is not even looked at.
    #expect(place.status("! grep -q '\"kind\":\"state\"' out/graph.jsonl") == 0)
  }

  @Test func builtPackNeedsNoHomeAndGivesTheSame() throws {
    let place = try Workplace()
    #expect(place.status(Self.run) == 0)
    #expect(place.status("$PROGRAM build \"$SAMPLES/mergers\" -o mergers.pack 2>log") == 0)
    let built = "RAPPORTEUR_HOME=/no/where $PROGRAM run \"$SAMPLES/companies\" -o built"
    #expect(place.status("\(built) --pipeline mergers.pack 2>log") == 0)
    #expect(place.status("cmp out/extractions.jsonl built/extractions.jsonl") == 0)
    #expect(place.status("cmp out/graph.jsonl built/graph.jsonl") == 0)
    #expect(place.status("head -c 4000 mergers.pack > cut.pack") == 0)
    #expect(place.status("$PROGRAM extract --pipeline cut.pack < /dev/null 2>log") == 2)
    #expect(place.status("grep -q 'pack-damaged' log && grep -q 'help: build it again' log") == 0)
    #expect(place.status("$PROGRAM test mergers.pack 2>log") == 2)
  }

  @Test func recordsFitTheSameSchemas() throws {
    let place = try Workplace()
    #expect(place.status(Self.run) == 0)
    guard place.status("/usr/bin/python3 -c 'import jsonschema' 2>/dev/null") == 0 else { return }
    for record in RecordSchema.all {
      #expect(place.status("$PROGRAM schema \(record.name) > \(record.name).schema") == 0)
    }
    #expect(place.status("/usr/bin/python3 \"$SAMPLES/check.py\" out .") == 0)
  }
}
