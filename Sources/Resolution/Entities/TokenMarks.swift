/// What the mentions of a document take of its tokens.
struct TokenMarks: OptionSet {
  let rawValue: UInt8

  /// The token is part of a person's name.
  static let named = Self(rawValue: 1)
  /// The token is part of a mention of somebody who is named.
  static let titled = Self(rawValue: 2)
  /// The token is part of some mention.
  static let covered = Self(rawValue: 4)
}
