/// What a language pack says about tokens and sentence ends; apostrophes as `'`.
///
/// An abbreviation in lower case stands for any case; one with a capital only for text that has a capital first,
/// so that `Me` (Maine) is none in "they told me.".
package struct TokenizerTables: Sendable {
  /// Word endings that are tokens of their own, in lower case: `'s`, `n't`.
  package var clitics: Set<String>
  /// Abbreviations without their final stop that a name follows: `Mr`, `Gen`.
  package var titles: Set<String>
  /// Abbreviations without their final stop that may end a sentence: `Inc`, `u.s`.
  package var abbreviations: Set<String>
  /// Words, in lower case, that, capitalised after an abbreviation's stop, begin a sentence: `the`, `he`.
  package var openers: Set<String>

  /// Names that stay tokens of their own before a hyphen and another name (`Israeli` in `Israeli-Syrian`), and the
  /// hyphenated names that are one (`Guinea-Bissau`).
  package var compoundNames: Set<String> = []

  package init(
    clitics: Set<String>, titles: Set<String>, abbreviations: Set<String>, openers: Set<String>
  ) {
    self.clitics = clitics
    self.titles = titles
    self.abbreviations = abbreviations
    self.openers = openers
  }
}
