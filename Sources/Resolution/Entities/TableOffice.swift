/// An office that a table knows somebody to have held, with its dates as the table gives them.
struct TableOffice: Hashable {
  var office: String
  /// The number of the office among those of the worker.
  var number: OfficeID
  /// Year, month or day; empty where the table does not say.
  var from: String
  var to: String

  /// Whether the holder was in office on a day, given as EDTF, as far as the table tells; false where it gives no
  /// beginning.
  func covers(_ day: String) -> Bool {
    guard !from.isEmpty, day.prefix(from.count) >= from else { return false }
    return to.isEmpty || day.prefix(to.count) <= to
  }
}
