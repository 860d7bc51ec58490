import Testing
import Text

@testable import Resolution
@testable import Rules

/// Where entities are mentioned, asked in the ways of the resolver and of those who read its table.
@Suite struct MentionTests {
  private static let type = TypeID(rawValue: 0)

  /// A table of people of these countries, each mentioned at these tokens.
  private func table(_ people: [(country: String?, starts: [Int])]) -> EntityTable {
    var table = EntityTable(tokenCount: 100)
    for person in people {
      let id = table.add(Entity(kind: "", isPerson: true, country: person.country, mentions: []))
      for start in person.starts { mention(id, TokenRange(start, start + 1), &table) }
    }
    return table
  }

  private func mention(_ id: EntityID, _ tokens: TokenRange, _ table: inout EntityTable) {
    table.mention(id, tokens, .name, rule: "", type: Self.type)
  }

  /// Passes over a text, one with a few starts that come late.
  @Test func findsTheLastStart() {
    let passes = [[3, 9, 8, 40, 39, 38, 70], [1, 5, 41, 90], [0, 2, 99], [50]]
    var starts = MentionStarts()
    var all: [Int] = []
    for start in passes.joined() {
      starts.add(start)
      all.append(start)
      for token in 0...100 {
        #expect(starts.last(before: token) == all.filter { $0 < token }.max() ?? -1)
      }
    }
    starts.removeAll()
    #expect(starts.last(before: 100) == -1 && starts.count == 0)
  }

  @Test func walksBackToWhoWasMentioned() {
    var timeline = MentionTimeline(of: table([(nil, [5, 20]), (nil, [5, 10])]).entities)
    #expect(timeline.last(before: 5) { _ in true } == nil)
    #expect(timeline.last(before: 6) { _ in true } == EntityID(0))
    #expect(timeline.last(before: 50) { $0 != EntityID(0) } == EntityID(1))
    timeline.add(EntityID(1), at: 30)
    #expect(timeline.last(before: 50) { _ in true } == EntityID(1))
    #expect(timeline.last(before: 30) { _ in true } == EntityID(0))
  }

  @Test func knowsTheLastCompatriot() {
    let table = table([("GB", [5, 30]), ("GB", [5, 20]), ("FR", [8]), (nil, [40])])
    var cursor = CompatriotCursor(table)
    #expect(cursor.last(of: "GB", before: 5) == nil)
    #expect(cursor.last(of: "GB", before: 6) == EntityID(0))
    #expect(cursor.last(of: "GB", before: 25) == EntityID(1))
    cursor.add(EntityID(2), at: 25, table)
    cursor.add(EntityID(1), at: 35, table)
    #expect(cursor.last(of: "FR", before: 31) == EntityID(2))
    #expect(cursor.last(of: "GB", before: 35) == EntityID(0))
    #expect(cursor.last(of: "GB", before: 36) == EntityID(1))
  }

  @Test func looksUpReferencesByTokens() {
    var table = table([(nil, [1]), (nil, [3])])
    mention(EntityID(0), TokenRange(2, 4), &table)
    mention(EntityID(1), TokenRange(0, 4), &table)
    let whole = TokenRange(0, 4)
    #expect(table.references(endOf: whole).map(\.tokens.count) == [4, 2, 1])
    #expect(table.references(endOf: TokenRange(1, 4)).map(\.tokens.count) == [2, 1])
    #expect(table.longest(endOf: TokenRange(1, 4)) { $0 == Self.type }?.entity == EntityID(0))
    #expect(table.references(inside: whole).map(\.tokens.start) == [1, 3, 2, 0])
    #expect(table.last(inside: whole) { $0.entity == EntityID(0) }?.tokens == TokenRange(2, 4))
    var inside: [EntityTable.Reference] = []
    table.forEachReference(inside: whole) { inside.append($0) }
    #expect(inside == Array(table.references(inside: whole)))
    #expect(Array(table.references(inside: TokenRange(4, 4))).isEmpty)
  }

  /// The same stretch is one mention; its name may be told by several.
  @Test func recordsEachMentionOnce() {
    var table = table([(nil, [3])])
    mention(EntityID(0), TokenRange(3, 4), &table)
    let isNew = table.mention(
      EntityID(0), TokenRange(2, 4), .name, rule: "", type: Self.type, shown: TokenRange(3, 4))
    #expect(!isNew)
    #expect(table[EntityID(0)].mentions.map(\.tokens) == [TokenRange(3, 4)])
    #expect(table.references(endOf: TokenRange(2, 4)).count == 2)
  }
}
