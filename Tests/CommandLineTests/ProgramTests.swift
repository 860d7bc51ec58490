import FoundationEssentials
import Pipeline
import Testing

/// The program from outside: exit statuses, streams, files.
@Suite(.enabled(if: Shell.program != nil), .serialized) struct ProgramTests {
  /// A folder with pages of our own words.
  private final class Workplace {
    let path: String

    init() throws {
      path = FileManager.default.temporaryDirectory
        .appending(path: "rapporteur-\(UUID().uuidString)").path()
      try FileManager.default.createDirectory(
        atPath: path + "/pages", withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        atPath: Shell.root + "/Tests/Samples/page.txt", toPath: path + "/pages/page.txt")
      let lines = (1...40).map {
        #"{"id":"n\#($0)","text":"Kenya's president visited Nairobi on \#($0 % 28 + 1) May 2021."}"#
      }
      try Data(lines.joined(separator: "\n").utf8).write(
        to: URL(filePath: path + "/pages/notes.jsonl"))
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func status(_ command: String) -> Int32 { Shell.status(command, in: path) }
  }

  @Test func runGivesRecordsThatFitTheirSchemas() throws {
    let place = try Workplace()
    #expect(place.status("$PROGRAM run pages -o out 2>log") == 0)
    let hasValidator = place.status("/usr/bin/python3 -c 'import jsonschema' 2>/dev/null") == 0
    guard hasValidator else { return }
    for record in RecordSchema.all {
      #expect(place.status("$PROGRAM schema \(record.name) > \(record.name).schema") == 0)
    }
    #expect(place.status("/usr/bin/python3 $ROOT/Tests/Samples/check.py out .") == 0)
  }

  @Test func sameBytesWithAnyNumberOfWorkersLocaleAndTimeZone() throws {
    let place = try Workplace()
    #expect(place.status("$PROGRAM run pages -o a --jobs 1 2>log") == 0)
    let other = "LC_ALL=C.UTF-8 TZ=Asia/Tokyo $PROGRAM run pages -o b --jobs 2 2>log"
    #expect(place.status(other) == 0)
    #expect(place.status("cmp a/extractions.jsonl b/extractions.jsonl") == 0)
    #expect(place.status("cmp a/graph.jsonl b/graph.jsonl") == 0)
    #expect(place.status("cmp a/rejects.jsonl b/rejects.jsonl") == 0)
  }

  @Test func extractAndLinkGiveWhatRunGives() throws {
    let place = try Workplace()
    #expect(place.status("$PROGRAM run pages -o a 2>log") == 0)
    #expect(place.status("$PROGRAM extract pages > b.jsonl 2>log") == 0)
    #expect(place.status("cmp a/extractions.jsonl b.jsonl") == 0)
    #expect(place.status("$PROGRAM link < b.jsonl > g.jsonl 2>log") == 0)
    #expect(place.status("test -s g.jsonl && cmp a/graph.jsonl g.jsonl") == 0)
    // In another order, in two files.
    #expect(place.status("head -n 20 b.jsonl > 2.jsonl; tail -n +21 b.jsonl > 1.jsonl") == 0)
    #expect(place.status("$PROGRAM link 1.jsonl 2.jsonl -o h.jsonl 2>log") == 0)
    #expect(place.status("cmp a/graph.jsonl h.jsonl") == 0)
  }

  @Test(arguments: [
    ("$PROGRAM --version", 0), ("$PROGRAM run --help", 0), ("$PROGRAM schema reject", 0),
    ("$PROGRAM", 2), ("$PROGRAM rnu", 2), ("$PROGRAM run pages", 2),
    ("$PROGRAM run pages -o pages/out", 2), ("$PROGRAM test no-such-pack", 2),
    ("$PROGRAM extract < /dev/null", 3), ("echo '{}' | $PROGRAM extract", 3),
    ("(cat pages/notes.jsonl; echo; head -n 9 pages/notes.jsonl) | $PROGRAM extract", 3),
    (
      "(cat pages/notes.jsonl; echo; head -n 9 pages/notes.jsonl) "
        + "| $PROGRAM extract --max-rejects 30", 0
    ),
    ("$PROGRAM link pages/notes.jsonl", 3), ("$PROGRAM build x -o y", 2),
    ("$PROGRAM extract no-such-file", 5), ("$PROGRAM run pages -o /proc/no/where", 5),
  ])
  func exitStatus(command: String, status: Int32) throws {
    #expect(try Workplace().status("(\(command)) >out.log 2>log") == status)
  }

  @Test(arguments: ["extract pages", "schema document", "--help"])
  func outputThatCannotBeWrittenIsTold(call: String) throws {
    let place = try Workplace()
    #expect(place.status("$PROGRAM \(call) > /dev/full 2>log") == 5)
    #expect(place.status("grep -q 'No space left' log") == 0)
    #expect(place.status("$PROGRAM \(call) >&- 2>log") == 5)
  }

  /// The reader of the pipe is gone before anything is written.
  @Test(arguments: [
    ("find Person $ROOT/Tests/Samples/page.txt", 0),
    ("find --count Person $ROOT/Tests/Samples/page.txt", 0),
    ("find --format json '\"no such words\"' $ROOT/Tests/Samples/page.txt", 1),
    ("find 'Person (' $ROOT/Tests/Samples/page.txt", 2),
    ("find Person none.txt", 5),
  ])
  func patternsAreFound(call: String, status: Int32) throws {
    let workplace = try Workplace()
    #expect(workplace.status("$PROGRAM \(call) > out.txt 2> err.txt") == status)
  }

  /// A pack is like itself, and the shipped one is not like that of companies.
  @Test(arguments: [
    ("diff diplomacy diplomacy $ROOT/Tests/Samples/page.txt", 0),
    ("diff $ROOT/Tests/Samples/mergers diplomacy $ROOT/Tests/Samples/page.txt", 1),
    ("diff diplomacy diplomacy $ROOT/Package.swift", 3),
    ("diff diplomacy diplomacy --facts entity $ROOT/Tests/Samples/page.txt", 2),
    ("diff diplomacy none $ROOT/Tests/Samples/page.txt", 2),
  ])
  func differencesAreFindings(call: String, status: Int32) throws {
    let workplace = try Workplace()
    #expect(workplace.status("$PROGRAM \(call) > out.txt 2> err.txt") == status)
  }

  @Test func closedPipeIsTold() throws {
    let place = try Workplace()
    let command = "mkfifo p; (sleep 0.3 < p) & exec 3> p; wait; $PROGRAM extract pages >&3 2>log"
    #expect(place.status(command) == 5)
    #expect(place.status("grep -q 'Broken pipe' log") == 0)
  }

  @Test func messagesStayOffStandardOutputAndHaveNoColour() throws {
    let place = try Workplace()
    #expect(place.status("$PROGRAM rnu >out.log 2>log") == 2)
    #expect(place.status("test ! -s out.log && grep -q 'did you mean `run`' log") == 0)
    #expect(place.status("! grep -q \"$(printf '\\033')\" log") == 0)
  }
}
