import Rules
import Text

/// Reads what the annotation of a verb group says.
struct VerbGroupReader {
  let fields: ClauseSchema.VerbFields

  /// The lemma of the verb; nil where the annotation names none or no text has shown it.
  func lemma(_ values: [String?], _ vocabulary: Vocabulary) -> TokenID? {
    fields.lemma.flatMap { values[$0] }.flatMap { vocabulary.find($0) }
  }

  /// Everything but the lemma; what is not said is finite, active and simple.
  func group(_ values: [String?], _ vocabulary: Vocabulary) -> VerbGroup {
    func value(_ field: Int?) -> String { field.flatMap { values[$0] } ?? "" }
    return VerbGroup(
      form: VerbGroup.Form(rawValue: value(fields.form)) ?? .finite,
      tense: VerbGroup.Tense(rawValue: value(fields.tense)) ?? .none,
      voice: VerbGroup.Voice(rawValue: value(fields.voice)) ?? .active,
      aspect: VerbGroup.Aspect(rawValue: value(fields.aspect)) ?? .simple,
      modal: fields.modal.flatMap { values[$0] }.flatMap { vocabulary.find($0) },
      isNegated: !value(fields.negated).isEmpty)
  }
}
