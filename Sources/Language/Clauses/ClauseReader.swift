package import Rules
package import Text

/// Reads the clauses of sentences, each when it is asked for; one per worker.
///
/// Most sentences of a text say nothing that anybody asks for: their groups and clauses are never looked for.
package struct ClauseReader {
  /// The phases whose annotations nobody but this reader sees: they are run over a sentence when it is read.
  private let phases: [CompiledPhase]
  /// All other phases, which are run before any sentence is read.
  package let earlierPhases: [CompiledPhase]
  /// What lemmas the groups of verbs may have.
  package let verbLemmas: FieldWords
  private var elements: ElementBuilder
  private var clauses: ClauseBuilder

  /// Nil where a pack has no clauses; `entityTypes` are read by others before any clause is.
  package init?(
    _ program: Program, verbs: VerbTable, entityTypes: Set<TypeID>, _ matcher: Matcher,
    _ vocabulary: inout Vocabulary
  ) {
    guard let schema = ClauseSchema(program) else { return nil }
    func words(_ key: String) -> [String] { program.schema[key] ?? [] }
    let own = matcher.separablePhases(
      making: schema.types.subtracting(entityTypes), besides: entityTypes)
    phases = own.map { program.phases[$0] }
    earlierPhases = program.phases.indices.filter { !own.contains($0) }
      .map { program.phases[$0] }
    verbLemmas = FieldWords(of: ClauseSchema.lemmaField, in: schema.verbGroup, program)
    let phrasal = verbs.phrasalVerbs(&vocabulary)
    elements = ElementBuilder(schema, phrasal: phrasal, matcher.readings, &vocabulary)
    clauses = ClauseBuilder(
      tables: verbs.clauseTables(
        &vocabulary, tightPrepositions: words("tight_prepositions"),
        personalRelatives: words("personal_relatives"), complementizers: words("complementizers")))
  }

  /// Puts the clauses of a sentence in place of what `structure` held. Linear in the number of its tokens.
  package mutating func read(
    _ sentence: Int, of source: inout ClauseSource, _ matcher: inout Matcher,
    into structure: inout ClauseStructure
  ) {
    annotate([sentence], of: &source, &matcher)
    let found = elements.elements(of: source.sentences[sentence], in: source)
    clauses.build(found, into: &structure)
  }

  /// Whether some word of a sentence may coordinate: no phrase of others has several heads.
  package mutating func hasCoordinator(_ sentence: Int, of source: ClauseSource) -> Bool {
    elements.hasCoordinator(in: source.sentences[sentence], of: source.document)
  }

  /// Runs the phases over sentences by their numbers, in ascending order, that were not read: together they cost less
  /// than one by one.
  package func annotate(
    _ sentences: [Int], of source: inout ClauseSource, _ matcher: inout Matcher
  ) {
    source.annotate(sentences, by: phases, &matcher)
  }
}
