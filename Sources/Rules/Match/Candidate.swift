/// A match of a rule, by token positions.
struct Candidate {
  var rule: Int
  var start: Int
  var end: Int
}
