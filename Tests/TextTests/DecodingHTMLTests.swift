import Testing

@testable import Text

@Suite(.enabled(if: (try? HTMLPage(Array("<p>a".utf8))) != nil))
struct DecodingHTMLTests {
  private func page(_ html: String) throws -> InputDocument {
    try DocumentDecoder().html(Array(html.utf8)[...], path: "page.html")
  }

  private func text(_ html: String) throws -> String {
    String(decoding: try page(html).text, as: UTF8.self)
  }

  @Test func makesALineOfEachBlock() throws {
    let html = """
      <html><body><h1>Envoys  meet</h1><div><p>They <b>met</b>
      in&nbsp;Bern.<br>Then they left.</p><ul><li>One<li>Two</ul></div></body></html>
      """
    #expect(try text(html) == "Envoys meet\nThey met in Bern.\nThen they left.\nOne\nTwo")
  }

  @Test func leavesOutWhatIsNoText() throws {
    let html = """
      <title>T</title><style>p{}</style><script>if (a < b) "</p>"</script><noscript>n</noscript>\
      <template>t</template><svg><title>s</title></svg><p hidden>h</p>\
      <div style="DISPLAY: none">d</div><p>Text</p>
      """
    #expect(try text(html) == "Text")
    #expect(try page(html).title == "T")
  }

  @Test func keepsTheLayout() throws {
    let blocks = try page(
      """
      <article class="Story Main" id=a1><p>See <a href=x>this link</a> now.</p>\
      <figure><figcaption>A caption</figcaption></figure></article>
      """
    ).blocks
    #expect(blocks.map(\.kind) == [.paragraph, .caption])
    #expect(blocks.map(\.linkedBytes) == [9, 0])
    #expect(blocks[0].context == ["p", "article", "#a1", ".story", ".main", "body", "html"])
    #expect(blocks.map(\.range) == [TextRange(0, 18), TextRange(19, 28)])
  }

  @Test func readsMetadata() throws {
    let document = try page(
      """
      <html><head><title>Page | Site</title><meta property="og:title" content="Envoys meet">
      <link rel=canonical href="https://example.org/a"><meta name=pubdate content=2024-01-27>
      <meta property="article:published_time" content="2024-01-26T10:00:00Z">
      <script type="application/ld+json">{"@graph":[{"@type":"Person","name":"x"},
      {"@type":["NewsArticle"],"headline":"H","datePublished":"2024-01-26"}]}</script>
      <script type="application/ld+json">no json</script></head>
      <body><time datetime="2024-01-25">yesterday</time></body></html>
      """)
    #expect(document.title == "Envoys meet")
    #expect(document.url == "https://example.org/a")
    #expect(
      document.metadataDates == [
        MetadataDate(source: "meta pubdate", value: "2024-01-27"),
        MetadataDate(source: "meta article:published_time", value: "2024-01-26T10:00:00Z"),
        MetadataDate(source: "json-ld datePublished", value: "2024-01-26"),
        MetadataDate(source: "time", value: "2024-01-25"),
      ])
  }

  @Test func followsTheDeclaredEncoding() throws {
    let cyrillic = Array("<meta charset=\"windows-1251\"><p>".utf8) + [0xCC, 0xE8, 0xF0]
    let document = try DocumentDecoder().html(cyrillic[...], path: "a.html")
    #expect(String(decoding: document.text, as: UTF8.self) == "Мир")
    // Saved anew as UTF-8, with the old declaration.
    #expect(try text("<meta charset=iso-8859-1><p>Séoul") == "Séoul")
    #expect(try text("<?xml version=\"1.0\" encoding=\"utf-8\"?><p>Séoul") == "Séoul")
  }

  @Test func repairsBrokenMarkup() throws {
    #expect(try text("<p>a</div></p></b><p>b<table><tr><td>c</p>d") == "a\nb\ncd")
    #expect(try text("a\u{0}b<p") == "a\u{FFFD}b")
  }

  @Test(arguments: [
    String(repeating: "<div>", count: 100_000),
    "<p>x" + String(repeating: "<b></i>", count: 100_000),
    "<p" + (0..<200_000).map { " a\($0)" }.joined(),
    String(repeating: "<p>a", count: 100_000),
  ])
  func rejectsAPageBuiltToBeExpensive(_ html: String) throws {
    let error = #expect(throws: Reject.self) { try page(html) }
    #expect(error?.code == .html)
  }

  @Test func anEmptyPageIsRejected() throws {
    let error = #expect(throws: Reject.self) { try page("<html><script>x</script></html>") }
    #expect(error?.code == .empty)
  }

  @Test func markupWinsOverText() throws {
    let line = #"{"html": "<title>T</title><p>Page", "text": "Text", "title": "Given"}"#
    let document = try DocumentDecoder().jsonLine(Array(line.utf8)[...], path: "a", line: 1)
    #expect(String(decoding: document.text, as: UTF8.self) == "Page")
    #expect(document.title == "Given")
  }
}
