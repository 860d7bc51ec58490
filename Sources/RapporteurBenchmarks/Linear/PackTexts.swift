import Diagnostics
import Gazetteer
import Pipeline
import Text

/// The texts that hurt the default pack, and the time that all its stages take for them.
struct PackTexts {
  private static let path = "Tests/Samples/repeated.tsv"

  let texts: [(name: String, text: RepeatedText)]
  private let pack: Pack

  /// Throws where the pack has mistakes or its home has no such texts.
  init() throws(DiagnosticList) {
    let location = try PackLocator.current().locate(nil)
    pack = try Pack.load(location.name, from: location.files)
    let cells = try location.files.table(Self.path).cells(of: ["name", "piece", "parted"])
    texts = cells.map { cell in
      (cell[0], RepeatedText(cell[1].replacing("\\n", with: "\n") + Self.space(cell[2])))
    }
  }

  private static func space(_ name: String) -> String {
    switch name {
    case "line": "\n"
    case "space": " "
    default: ""
    }
  }

  /// The processor's time of the record of so many bytes, written out, by a worker that has read the shortest text.
  func seconds(of text: RepeatedText, bytes: Int) throws -> Double {
    var extractor = try PackExtractor(pack)
    _ = try? extractor.extract(InputDocument(path: "warm", text: text.bytes(1 << 10)))
    let input = InputDocument(path: "text", text: text.bytes(bytes))
    return Measure.time { _ = try? extractor.extract(input).line() }
  }
}
