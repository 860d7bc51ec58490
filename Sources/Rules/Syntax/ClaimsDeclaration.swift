/// `claims status { name: [condition, …] => value … }`: what the grammar of an event's clause says of a field; the
/// first that holds wins.
package struct ClaimsDeclaration: Sendable {
  package struct Claim: Sendable {
    package var name: Name
    package var conditions: [Predicate]
    package var value: Name
  }

  package var field: Name
  package var claims: [Claim]
}
