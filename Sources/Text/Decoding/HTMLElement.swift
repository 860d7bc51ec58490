/// What HTML (the WHATWG standard's rendering section) says of elements that matter for their text.
enum HTMLElement {
  /// Elements whose content is not text of the page.
  static let withoutText: Set<String> = [
    "script", "style", "noscript", "svg", "template", "iframe", "object", "embed", "canvas", "math",
    "textarea", "select", "datalist", "audio", "video", "head",
  ]

  /// Elements that begin and end a line.
  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd",
    "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
    "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li",
    "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
  ]

  static func kind(of name: String) -> LayoutBlock.Kind? {
    switch name {
    case "p": .paragraph
    case "h1", "h2", "h3", "h4", "h5", "h6": .heading
    case "li", "dt", "dd": .listItem
    case "figcaption", "caption": .caption
    case "div", "td", "section", "article", "blockquote": .other
    default: nil
    }
  }
}
