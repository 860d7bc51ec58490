import Diagnostics
import Glibc
import Testing

@testable import Rules

/// Rule files that somebody else wrote, or nobody: the parser reads them to the end, in linear time, on a small stack.
@Suite struct SyntaxRobustnessTests {
  private static func parse(_ bytes: [UInt8]) -> (RuleFile, [Diagnostic]) {
    Parser.parse(path: "test.rules", bytes: bytes)
  }

  private static func parse(_ text: String) -> (RuleFile, [Diagnostic]) { parse(Array(text.utf8)) }

  /// What is repeated without end, and the mistake that bounds it (nil where it is well formed).
  static let chains: [(before: String, unit: String, after: String, id: String?)] = [
    ("let a = ", "x: ", "\"y\"", "too-deep"),
    ("let a = ", "(", "", "too-deep"),
    ("let a = ", "ahead(", "", "too-deep"),
    ("let a = ", "...{0,2 not ", "", "too-deep"),
    ("phase p { rule r: \"x\" => T { f: ", "join(", " } }", "too-deep"),
    ("let a = \"x\"", "?", "", "double-repetition"),
    ("let a = ", "!", "\"x\"", "bad-negation"),
    ("let a = \"x\"", " except \"y\"", "", nil),
    ("let a = \"x\"", " | \"y\"", "", nil),
    ("let a = ", "\"xyz\" ", "", nil),
    ("let a = \"x\" ", "% ", "", "stray-character"),
    ("", "let = \"x\"\n", "", "expected-name"),
    ("let a = \"", "\\", "", "open-string"),
    ("let a = [text ~ /", "\\", "", "open-regex"),
    ("schema { a = b", " | c", " }", nil),
    ("list a = b", " | c", "", nil),
    ("disable rule a/b.c", ", d.e", "", nil),
    ("disable entry a = b", " | c", "", nil),
  ]

  /// Unbounded, the first of them overflowed the stack.
  @Test(arguments: chains.indices)
  func readsLongChains(_ index: Int) {
    #expect(Self.parse(Self.text(of: index, units: 10_000)).1.first?.id == Self.chains[index].id)
  }

  /// Eight times the text takes about eight times the work, not its square.
  @Test(arguments: chains.indices)
  func isLinear(_ index: Int) {
    let few = Self.work { _ = Self.parse(Self.text(of: index, units: 1_000)) }
    let many = Self.work { _ = Self.parse(Self.text(of: index, units: 8_000)) }
    #expect(many < max(few, .milliseconds(1)) * 30)
  }

  private static func text(of index: Int, units: Int) -> String {
    let chain = chains[index]
    return chain.before + String(repeating: chain.unit, count: units) + chain.after
  }

  /// Time that this thread's processor spends, as others may be busy beside it.
  private static func work(_ body: () -> Void) -> Duration {
    func now() -> Duration {
      var time = timespec()
      // SAFETY: the kernel fills the structure that lives on this frame.
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
    let start = now()
    body()
    return now() - start
  }

  /// Places in a line of many bytes and code points are exact.
  @Test func placesCountCodePoints() throws {
    let text = "let a = \"" + String(repeating: "é", count: 200) + "\" %\r\nlet b = %"
    let places = Self.parse(text).1.filter { $0.id == "stray-character" }.compactMap(\.location)
    #expect(places.map(\.line) == [1, 2])
    #expect(places.map(\.column) == [212, 9])
    #expect(places.map(\.length) == [1, 1])
    #expect(places.map(\.lineText.unicodeScalars.count) == [212, 9])
  }

  @Test func saysWhereBytesAreNoUTF8() throws {
    let bytes = Array("let a = \"x\"\nlet b = \"".utf8) + [0xFF] + Array("\"\n".utf8)
    let (file, problems) = Self.parse(bytes)
    #expect(problems.map(\.id) == ["not-utf8"])
    #expect(problems.first?.location?.line == 2)
    #expect(problems.first?.location?.column == 10)
    #expect(file.declarations.count == 2)
  }

  @Test func passesOverAByteOrderMark() {
    let (file, problems) = Self.parse("\u{FEFF}let a = \"x\"")
    #expect(problems.isEmpty)
    #expect(file.declarations.count == 1)
  }

  /// A backslash hides no line end, so that one open text costs one line.
  @Test func aTextEndsWithItsLine() {
    let (file, problems) = Self.parse("let a = \"x\\\nlet b = \"y\"")
    #expect(problems.map(\.id).contains("open-string"))
    #expect(file.declarations.count == 1)
  }

  /// Random bytes, cuts and doublings of a file with every declaration.
  @Test func readsAnyMutation() {
    let sample = Array(SyntaxSample.text.utf8)
    var random = SplitMix(state: 20_240_126)
    for _ in 0..<600 {
      var bytes = sample
      for _ in 0..<(1 + random.next(below: 6)) { Self.mutate(&bytes, &random) }
      let (_, problems) = Self.parse(bytes)
      for problem in problems { #expect(!problem.rendered().isEmpty) }
    }
  }

  /// Every beginning of the sample is read without a crash, whatever it leaves open.
  @Test func readsEveryBeginning() {
    let sample = Array(SyntaxSample.text.utf8)
    for length in stride(from: 0, to: sample.count, by: 3) {
      _ = Self.parse(Array(sample[..<length]))
    }
  }

  private static func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix) {
    guard !bytes.isEmpty else { return }
    let place = random.next(below: bytes.count)
    let end = min(bytes.count, place + random.next(below: 40))
    switch random.next(below: 5) {
    case 0: bytes[place] = UInt8(random.next(below: 256))
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 3:
      bytes.insert(
        contentsOf: Array("{}()[]<>|\"/\\~:=.!@".utf8).shuffled(using: &random), at: place)
    default: bytes.removeLast(bytes.count - place)
    }
  }
}

/// Sebastiano Vigna's SplitMix64: the same numbers in every run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }

  mutating func next(below limit: Int) -> Int { Int(next() % UInt64(max(1, limit))) }
}
