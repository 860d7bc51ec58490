import Text

/// An office that a table knows somebody to have held, with its dates as the table gives them.
struct TableOffice: Hashable {
  var office: String
  /// Year, month or day; empty where the table does not say.
  var from: String
  var to: String

  /// Whether the holder was in office on a day, as far as the table tells; false where it gives no beginning.
  func covers(_ day: CalendarDay) -> Bool {
    let text = EDTF.text(DateInterval(day))
    guard !from.isEmpty, text.prefix(from.count) >= from else { return false }
    return to.isEmpty || text.prefix(to.count) <= to
  }
}
