package import Diagnostics

/// A pattern as it is written: what `rule`, `let`, slots and triggers match.
package indirect enum Pattern: Sendable, Hashable {
  /// Literal text, cut into tokens when it is compiled.
  case literal(String, at: SourceLocation)
  /// `<meet>`: any form of the lemma.
  case lemma(String, at: SourceLocation)
  /// `[class = verb, form = past]`: one token.
  case token([Predicate], at: SourceLocation)
  /// `@city{country = CN}`: a list entry.
  case list(String, [Predicate], at: SourceLocation)
  /// A type or a `let` by its name, a type with conditions on its fields.
  case named(String, [Predicate], at: SourceLocation)
  case capture(String, Pattern, at: SourceLocation)
  case sequence([Pattern])
  case choice([Pattern])
  case repetition(Pattern, ClosedRange<Int>, at: SourceLocation)
  /// `...{0,12 not Person}`: as few tokens as will do.
  case gap(ClosedRange<Int>, excluding: Pattern?, at: SourceLocation)
  case look(isAhead: Bool, isNegated: Bool, Pattern, at: SourceLocation)
  case except(Pattern, Pattern, at: SourceLocation)
}

/// A condition on a token's property, a list's column or an annotation's field.
package struct Predicate: Sendable, Hashable {
  package enum Test: Sendable, Hashable {
    case equals(String)
    case differs(String)
    case isOneOf([String])
    case isInList(String)
    case matches(String)
  }

  package var property: String
  package var test: Test
  package var location: SourceLocation
}
