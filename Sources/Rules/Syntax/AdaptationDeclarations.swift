/// What adds to a declaration of another place: `extend list …` or `extend let …`.
package enum ExtendDeclaration: Sendable {
  /// More entries, written as those of a list are.
  case list(ListDeclaration)
  /// One more pattern that the name stands for.
  case alias(LetDeclaration)
}

/// What takes something out that is declared at another place.
package enum DisableDeclaration: Sendable {
  /// `disable rule pack/file.name, …`: rules, blocks, frames and claims, by their paths as they are written.
  case rules([Name])
  /// `disable entry city = Reading | …`: entries of a list.
  case entries(list: Name, [Name])
  /// `disable example "…" | …`: examples, by their texts.
  case examples([Name])
}
