import Text

/// Collects relations with what shows them.
struct RelationBook {
  /// What makes two findings one relation.
  struct Key: Hashable {
    var kind: String
    var subject: String
    var object: String?
    /// Folded.
    var office: String?
    var country: String?
  }

  private struct Finding {
    var office: String?
    var document: Int
    var quote: Extraction.Quote?
  }

  private var keys: [Key] = []
  private var findings: [Key: [Finding]] = [:]

  /// Notes that a document shows a relation.
  mutating func note(_ key: Key, office: String?, document: Int, quote: Extraction.Quote?) {
    if findings[key] == nil { keys.append(key) }
    findings[key, default: []].append(Finding(office: office, document: document, quote: quote))
  }

  /// The relations, in the order in which they were first noted.
  func relations(in corpus: Corpus) -> [GraphRelation] {
    keys.map { relation($0, findings[$0] ?? [], in: corpus) }
  }

  private func relation(
    _ key: Key, _ findings: [Finding], in corpus: Corpus
  ) -> GraphRelation {
    let parts = [key.kind, key.subject, key.object ?? "", key.office ?? "", key.country ?? ""]
    return GraphRelation(
      id: StableID.make(prefix: "r", parts: parts.map { Array($0.utf8) }), kind: key.kind,
      subject: key.subject, object: key.object,
      office: EntityGroup.favourite(
        findings.compactMap { finding in finding.office.map { ($0, finding.document) } }),
      country: key.country, observed: corpus.observed(in: findings.map(\.document)),
      evidence: evidence(findings, in: corpus))
  }

  /// The first stretch of each story.
  private func evidence(_ findings: [Finding], in corpus: Corpus) -> [GraphEvidence] {
    var stories: Set<Int> = []
    var result: [GraphEvidence] = []
    for finding in findings.sorted(by: { $0.document < $1.document }) {
      guard let quote = finding.quote, stories.insert(corpus.stories[finding.document]).inserted
      else { continue }
      result.append(
        GraphEvidence(document: corpus.documents[finding.document].id, quote: quote))
    }
    return result
  }
}
