/// What a page says of itself: titles, address, dates, in the order of the page.
struct HTMLMetadata {
  private(set) var dates: [MetadataDate] = []
  private var titles: [TitleSource: String] = [:]
  private var addresses: [String] = []
  private var canonical: String?

  private enum TitleSource: CaseIterable {
    case openGraph, structured, element
  }

  /// The article's title as the page claims it; that of Open Graph before JSON-LD before the title element.
  var title: String? { TitleSource.allCases.lazy.compactMap { titles[$0] }.first }

  var url: String? { canonical ?? addresses.first }

  // Names that publishers use for an article's dates: Open Graph, Dublin Core, Parsely, Sailthru, schema.org.
  private static let dateNames: Set<String> = [
    "article:published_time", "article:modified_time", "article:published", "og:published_time",
    "og:updated_time", "og:pubdate", "date", "pubdate", "publishdate", "publish-date",
    "publish_date", "publication_date", "dc.date", "dc.date.issued", "dc.date.created",
    "dc.date.modified", "dcterms.date", "dcterms.created", "dcterms.issued", "dcterms.modified",
    "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "datepublished",
    "datemodified", "datecreated", "article.published", "article.created", "article.updated",
    "displaydate", "lastmod", "last-modified",
  ]

  mutating func meta(name: String, content: String) {
    let name = name.lowercased()
    let content = trimmed(content)
    guard !content.isEmpty, content.utf8.count <= 2_000 else { return }
    if Self.dateNames.contains(name) {
      add("meta \(name)", content)
    } else if name == "og:title" {
      titles[.openGraph] = titles[.openGraph] ?? content
    } else if name == "og:url" {
      addresses.append(content)
    }
  }

  mutating func link(relation: String, address: String) {
    guard relation.lowercased() == "canonical", address.contains("://") else { return }
    canonical = canonical ?? address
  }

  mutating func time(_ value: String) { add("time", trimmed(value)) }

  mutating func titleElement(_ text: String) {
    let text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if !text.isEmpty { titles[.element] = titles[.element] ?? text }
  }

  /// Reads a JSON-LD script; one that is no JSON says nothing.
  mutating func structured(_ script: [UInt8]) {
    guard let value = try? JSONReader.read(script[...]) else { return }
    let objects = Self.objects(in: value)
    let article = objects.first { Self.isArticle($0) && $0["datePublished"] != nil }
    guard let source = article ?? objects.first(where: { $0["datePublished"] != nil }) else {
      return
    }
    for key in ["datePublished", "dateModified", "dateCreated"] {
      if let date = source[key]?.text { add("json-ld \(key)", trimmed(date)) }
    }
    if let headline = source["headline"]?.text, !headline.isEmpty {
      titles[.structured] = titles[.structured] ?? headline
    }
  }

  /// The objects of a JSON value, outer before inner.
  private static func objects(in value: JSONValue) -> [JSONValue] {
    var found: [JSONValue] = []
    var waiting = [value]
    while let next = waiting.popLast() {
      switch next {
      case .object(let members):
        found.append(next)
        waiting += members.reversed().map(\.value)
      case .array(let values): waiting += values.reversed()
      default: break
      }
    }
    return found
  }

  /// schema.org's kinds of article end alike: NewsArticle, ReportageNewsArticle, BlogPosting.
  private static func isArticle(_ object: JSONValue) -> Bool {
    var kinds: [String] = []
    if case .array(let values) = object["@type"] { kinds = values.compactMap(\.text) }
    if let kind = object["@type"]?.text { kinds = [kind] }
    return kinds.contains { $0.hasSuffix("Article") || $0.hasSuffix("Posting") }
  }

  private mutating func add(_ source: String, _ value: String) {
    guard !value.isEmpty, value.utf8.count <= 64, dates.count < 64 else { return }
    let date = MetadataDate(source: source, value: value)
    if !dates.contains(date) { dates.append(date) }
  }

  private func trimmed(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    guard let last = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...last])
  }
}
