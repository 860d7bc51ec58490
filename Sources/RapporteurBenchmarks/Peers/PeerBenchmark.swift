import FoundationEssentials
import Gazetteer
import Pipeline
import Text

/// Our speeds beside those of tools that somebody would take instead.
enum PeerBenchmark: Benchmark {
  static let name = "peers"
  static let operands = "[PATH…]"
  static let help = """
    Measures, over a megabyte of texts (of .jsonl or .jsonl.gz files, those in ../shared/data where none are named), the
    parts of the extraction that other tools do too, and runs these tools by \(script) with the same texts and
    the names of the lists (\(maximumNames) at most). A tool whose Python package is missing is left out, as all are where
    there is no such script; PYTHON names the interpreter (python3).
    """
  private static let script = "../shared/bench/peers.py"
  private static let maximumNames = 10_000

  static func run(_ operands: [String]) async throws -> Bool {
    let corpus = try Corpus.of(operands, limit: 1_200_000)
    let names = try names()
    show("\(corpus.summary), \(names.count) names")
    let own = try OwnSpeeds(corpus, names: names)
    for work in OwnSpeeds.Work.allCases {
      show("\(work.rawValue.padded(to: 26))\(figure(own[work]).aligned(to: 8)) MB/s")
    }
    guard FileManager.default.fileExists(atPath: script) else {
      show("there is no \(script): the other tools are left out")
      return true
    }
    let list = try NameFile(names)
    for peer in Peer.allCases { show(line(peer, own, corpus, list)) }
    return true
  }

  /// Names of the lists, of each table alike.
  private static func names() throws -> [String] {
    let files = try PackLocator.current().locate(nil).files
    var names: [String] = []
    for path in files.paths(in: "Gazetteers", ending: ".tsv") {
      let table = try files.table(path)
      if table.columns.contains("name") { names += try table.cells(of: ["name"]).map { $0[0] } }
    }
    let distinct = Array(Set(names)).sorted()
    let step = max(1, distinct.count / maximumNames)
    return stride(from: 0, to: distinct.count, by: step).prefix(maximumNames).map { distinct[$0] }
  }

  private static func line(
    _ peer: Peer, _ own: OwnSpeeds, _ corpus: Corpus, _ list: NameFile
  ) -> String {
    let title = peer.rawValue.padded(to: 14)
    let python = ProcessInfo.processInfo.environment["PYTHON"] ?? "python3"
    let interpreter = Shell.quoted(python)
    guard Shell.output(of: "\(interpreter) -c 'import \(peer.module.name)' 2>/dev/null").isDone
    else {
      return "\(title)left out: \(python) -m pip install \(peer.module.package)"
    }
    let command = [python, script, peer.rawValue, corpus.file, list.path].map(Shell.quoted)
    let output = Shell.output(of: command.joined(separator: " "))
    let text = String(decoding: output.bytes, as: UTF8.self)
    guard output.isDone, let speed = speed(in: text) else {
      return "\(title)failed: \(text)"
    }
    let ours = own[peer.counterpart]
    return
      "\(title)\(figure(speed, digits: 3).aligned(to: 8)) MB/s; ours is "
      + "\(figure(ours / speed, digits: 1)) times that (\(peer.counterpart.rawValue))"
  }

  /// The figure in "… = 0.880 MB/s …".
  private static func speed(in text: String) -> Double? {
    let words = text.split { $0.isWhitespace || $0 == "," }
    return words.firstIndex(of: "MB/s").flatMap { $0 > 0 ? Double(words[$0 - 1]) : nil }
  }
}
