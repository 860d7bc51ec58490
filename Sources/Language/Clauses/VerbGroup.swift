package import Text

/// What a verb group says about its clause, apart from the verb itself.
package struct VerbGroup: Sendable, Hashable {
  package enum Form: String, Sendable, Hashable, CaseIterable {
    case finite, infinitive, gerund, participle
  }
  package enum Tense: String, Sendable, Hashable, CaseIterable {
    case past, present, future, none
  }
  package enum Voice: String, Sendable, Hashable, CaseIterable {
    case active, passive
  }
  package enum Aspect: String, Sendable, Hashable, CaseIterable {
    case simple, perfect, progressive
  }

  package var form: Form
  package var tense: Tense
  package var voice: Voice
  package var aspect: Aspect
  /// The lemma of the modal verb, if there is one.
  package var modal: TokenID?
  package var isNegated: Bool

  package init(
    form: Form, tense: Tense, voice: Voice = .active, aspect: Aspect = .simple,
    modal: TokenID? = nil, isNegated: Bool = false
  ) {
    self.form = form
    self.tense = tense
    self.voice = voice
    self.aspect = aspect
    self.modal = modal
    self.isNegated = isNegated
  }
}
