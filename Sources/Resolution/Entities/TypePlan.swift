import Rules

/// How the resolver reads the annotations of one type: what they stand for, and where the type has which field.
struct TypePlan: Sendable {
  /// The kind of entity that they stand for, if any.
  var kind: KindID?
  /// They tell more of somebody who is named.
  var isAttribute = false
  /// They do so only of who is named by one name.
  var isForSingleNames = false

  let name: FieldPlace
  let office: FieldPlace
  let rank: FieldPlace
  let scope: FieldPlace
  let country: FieldPlace
  let gender: FieldPlace
  /// An office that a table knows, and from when to when.
  let held: FieldPlace
  let from: FieldPlace
  let to: FieldPlace
  /// How many a word stands for, and whether it is a possessive.
  let number: FieldPlace
  let possessive: FieldPlace

  init(_ type: Program.TypeInfo) {
    func place(_ field: String) -> FieldPlace { FieldPlace(field, in: type) }
    name = place("name")
    office = place("office")
    rank = place("rank")
    scope = place("scope")
    country = place("country")
    gender = place("gender")
    held = place("held")
    from = place("from")
    to = place("to")
    number = place("number")
    possessive = place("possessive")
  }
}

/// The place of a field among those of its type.
struct FieldPlace: Sendable {
  /// −1 where the type has no such field.
  private let index: Int

  init(_ field: String, in type: Program.TypeInfo) {
    index = type.fields.firstIndex(of: field) ?? -1
  }

  /// The value that a rule gave, nil where it gave none or the type has no such field. O(1).
  func value(of annotation: Annotation) -> String? {
    index < 0 ? nil : annotation.fields[index]
  }
}
