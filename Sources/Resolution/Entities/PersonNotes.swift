/// What the resolver knows of a person beside the entity itself.
struct PersonNotes {
  /// The name of the entity, nil for somebody known by office alone.
  var name: NameID?
  var office: OfficeID?
  /// A title that gives way to an office, and the scope of the office.
  var rank: String?
  var scope: String?
  /// Offices that a table knows the person to have held.
  var held: [TableOffice] = []
}
