import Rules
import Text

/// Reads what the annotation of a verb group says; one per worker.
struct VerbGroupReader {
  private let fields: ClauseSchema.VerbFields
  /// Words that fields have named, which a vocabulary never forgets.
  private var words: [String: TokenID] = [:]

  init(_ fields: ClauseSchema.VerbFields) { self.fields = fields }

  /// The lemma of the verb; nil where the annotation names none or no text has shown it.
  mutating func lemma(_ values: [String?], _ vocabulary: Vocabulary) -> TokenID? {
    word(fields.lemma.flatMap { values[$0] }, vocabulary)
  }

  /// Everything but the lemma; what is not said is finite, active and simple.
  mutating func group(_ values: [String?], _ vocabulary: Vocabulary) -> VerbGroup {
    func value(_ field: Int?) -> String { field.flatMap { values[$0] } ?? "" }
    return VerbGroup(
      form: VerbGroup.Form(rawValue: value(fields.form)) ?? .finite,
      tense: VerbGroup.Tense(rawValue: value(fields.tense)) ?? .none,
      voice: VerbGroup.Voice(rawValue: value(fields.voice)) ?? .active,
      aspect: VerbGroup.Aspect(rawValue: value(fields.aspect)) ?? .simple,
      modal: word(fields.modal.flatMap { values[$0] }, vocabulary),
      isNegated: !value(fields.negated).isEmpty)
  }

  private mutating func word(_ text: String?, _ vocabulary: Vocabulary) -> TokenID? {
    guard let text else { return nil }
    if let known = words[text] { return known }
    let found = vocabulary.find(text)
    words[text] = found
    return found
  }
}
