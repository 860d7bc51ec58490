package import Language
package import Pipeline
import Resolution
import Rules
import Text

/// Shows what the stages make of a text: annotations, clauses and events, a line each.
package enum Inspection {
  package static func lines(
    of analysis: Analysis, _ structures: [ClauseStructure]
  ) -> [String] {
    let document = analysis.document
    var lines = analysis.store.annotations.sorted { $0.tokens < $1.tokens }.map { annotation in
      let type = analysis.program.types[annotation.type.rawValue]
      let fields = zip(type.fields, annotation.fields)
        .compactMap { name, value in value.map { "\(name): \($0)" } }
      return "\(type.name) \"\(document.string(annotation.tokens))\" "
        + "{ \(fields.joined(separator: ", ")) } by \(annotation.rule)"
    }
    for structure in structures {
      lines += structure.clauses.map { clause($0, structure, document) }
    }
    lines += analysis.events.map { event($0, analysis) }
    return lines
  }

  private static func clause(
    _ clause: Clause, _ structure: ClauseStructure, _ document: MatchDocument
  ) -> String {
    func text(_ id: PhraseID) -> String {
      structure.heads(of: id).map { head in
        let owner = head.possessor.map { text($0) + " > " } ?? ""
        let complements = structure.complements(of: head).map {
          " (\(document.vocabulary.spelling($0.preposition)) \(text($0.phrase)))"
        }
        return owner + document.string(head.tokens) + complements.joined()
      }.joined(separator: " & ")
    }
    let obliques = structure.obliques(of: clause).map {
      "\(document.vocabulary.spelling($0.preposition)) \(text($0.phrase))"
    }
    return "clause \(clause.relation.rawValue) \"\(document.string(clause.verb))\""
      + " \(clause.group.form.rawValue) \(clause.group.tense.rawValue)"
      + " subject: \(clause.subject.map(text) ?? "-")"
      + " objects: \(structure.objects(of: clause).map(text)) obliques: \(obliques)"
  }

  private static func event(_ event: EventMention, _ analysis: Analysis) -> String {
    func name(_ filler: EventMention.Filler) -> String {
      let entity = analysis.entities[filler.entity]
      return entity.name ?? "\(entity.country ?? "?") \(entity.office ?? "")"
    }
    return "event \(event.kind) \(event.status) \(event.participants.map(name))"
      + " at \(event.place.map(name) ?? "-") on \(event.date?.edtf ?? "-")"
      + " by \(event.rule): \"\(analysis.document.string(event.tokens))\""
  }
}
