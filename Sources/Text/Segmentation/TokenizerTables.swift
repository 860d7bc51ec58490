/// What a language pack says about tokens and sentence ends; all spellings in lower case, apostrophes as `'`.
package struct TokenizerTables: Sendable {
  /// Word endings that are tokens of their own: `'s`, `n't`.
  package var clitics: Set<String>
  /// Abbreviations without their final stop that a name or number follows: `mr`, `gen`, `no`.
  package var titles: Set<String>
  /// Abbreviations without their final stop that may end a sentence: `inc`, `u.s`.
  package var abbreviations: Set<String>
  /// Words that, capitalised after an abbreviation's stop, begin a sentence: `the`, `he`.
  package var openers: Set<String>

  package init(
    clitics: Set<String>, titles: Set<String>, abbreviations: Set<String>, openers: Set<String>
  ) {
    self.clitics = clitics
    self.titles = titles
    self.abbreviations = abbreviations
    self.openers = openers
  }
}
