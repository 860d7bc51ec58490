package import Diagnostics
package import Gazetteer
package import Text

/// What a language pack says of verbs: which take a clause without a connective, and whose infinitive is the object's.
package struct VerbTable: Sendable {
  private var reporting: [String] = []
  private var objectControl: [String] = []
  private var phrasal: [String] = []

  /// Reads `verbs.tsv`: columns `lemma` and `kind`.
  package init(_ table: TableFile) throws(DiagnosticList) {
    for row in try table.cells(of: ["lemma", "kind"]) {
      switch row[1] {
      case "reporting": reporting.append(row[0])
      case "object_control": objectControl.append(row[0])
      case "phrasal": phrasal.append(row[0])
      default: break
      }
    }
  }

  /// The verbs of two words, over the ids of a vocabulary; words that it does not have are new in it.
  package func phrasalVerbs(_ vocabulary: inout Vocabulary) -> PhrasalVerbs {
    var result = PhrasalVerbs()
    for verb in phrasal {
      let words = verb.split(separator: " ").map { vocabulary.intern(String($0)) }
      guard words.count == 2 else { continue }
      result.add(vocabulary.intern(verb), words[0], words[1])
    }
    return result
  }

  /// The tables for the clause builder, over the ids of a vocabulary; lemmas that it does not have are new in it.
  package func clauseTables(
    _ vocabulary: inout Vocabulary, tightPrepositions: [String], personalRelatives: [String],
    complementizers: [String]
  ) -> ClauseTables {
    ClauseTables(
      objectControl: Set(objectControl.map { vocabulary.intern($0) }),
      clauseTaking: Set(reporting.map { vocabulary.intern($0) }),
      tightPrepositions: Set(tightPrepositions.map { vocabulary.intern($0) }),
      personalRelatives: Set(personalRelatives.map { vocabulary.intern($0) }),
      complementizers: Set(complementizers.map { vocabulary.intern($0) }))
  }
}
