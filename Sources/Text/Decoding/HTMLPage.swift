/// A page read: its text with the layout, and what it says of itself.
struct HTMLPage {
  private(set) var text: [UInt8] = []
  private(set) var blocks: [LayoutBlock] = []
  private(set) var metadata = HTMLMetadata()

  /// Reads valid UTF-8. O(size).
  ///
  /// Throws where the page is built to be expensive; mistakes in its markup are repaired.
  init(_ bytes: [UInt8]) throws(HTMLFailure) {
    let events = try HTMLEvents(bytes)
    var builder = HTMLText()
    var collected: [UInt8]?
    while let event = events.next() {
      switch event {
      case .start(let name):
        if name == "title" && !builder.isInsideDrawing || Self.isStructuredData(name, events) {
          collected = []
        }
        describe(name, events)
        builder.start(
          name, labels: Self.labels(name, events), isHidden: Self.isHidden(name, events))
        if builder.hasTooManyLines { throw .lines }
      case .end(let name):
        if let script = collected, name == "title" || name == "script" {
          collect(name, script)
          collected = nil
        }
        builder.end(name)
      case .text(let bytes):
        collected?.append(contentsOf: bytes)
        builder.append(bytes)
      }
    }
    builder.finish()
    text = builder.text
    blocks = builder.blocks
  }

  private mutating func collect(_ name: String, _ bytes: [UInt8]) {
    if name == "title" {
      metadata.titleElement(String(decoding: bytes, as: UTF8.self))
    } else {
      metadata.structured(bytes)
    }
  }

  private static func isStructuredData(_ name: String, _ events: HTMLEvents) -> Bool {
    name == "script" && events.attribute("type")?.lowercased() == "application/ld+json"
  }

  private mutating func describe(_ name: String, _ events: HTMLEvents) {
    switch name {
    case "meta":
      guard let content = events.attribute("content") else { return }
      for key in ["property", "name", "itemprop"] {
        if let name = events.attribute(key) { metadata.meta(name: name, content: content) }
      }
    case "link":
      guard let relation = events.attribute("rel"), let address = events.attribute("href") else {
        return
      }
      metadata.link(relation: relation, address: address)
    case "time":
      if let value = events.attribute("datetime") { metadata.time(value) }
    default: break
    }
  }

  /// The element as a selector would name it: `div`, `#story`, `.body`, `[role]`; bounded in number and length.
  private static func labels(_ name: String, _ events: HTMLEvents) -> [String] {
    var labels = [name]
    for (key, open, close) in [
      ("id", "#", ""), ("class", ".", ""), ("role", "[", "]"), ("itemprop", "[", "]"),
    ] {
      guard let value = events.attribute(key) else { continue }
      for word in value.utf8.prefix(512).split(separator: 0x20).prefix(4) {
        let label = String(decoding: word.prefix(64), as: UTF8.self).lowercased()
        labels.append(open + label + close)
      }
    }
    return labels
  }

  private static func isHidden(_ name: String, _ events: HTMLEvents) -> Bool {
    if name == "body" || name == "html" { return false }
    if events.attribute("hidden") != nil { return true }
    guard let style = events.attribute("style")?.lowercased() else { return false }
    return style.filter { !$0.isWhitespace }.contains("display:none")
  }
}
