/// Which members of a JSON Lines document say what.
package struct FieldMapping: Sendable, Hashable {
  package var id = "id"
  package var text = "text"
  /// A page's markup; wins over `text`.
  package var html = "html"
  package var title = "title"
  package var url = "url"
  package var date = "date"
  package var crawlDate = "crawl_date"

  package init() {}
}
