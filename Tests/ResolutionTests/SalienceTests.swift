import Testing
import Text

@testable import Resolution
@testable import Rules

/// Who was spoken of last is the same whether sentences are read as they pass or when somebody asks.
@Suite struct SalienceTests {
  typealias Reference = EntityTable.Reference

  /// All sentences read in order: the plain way to the same answers.
  private struct Model {
    var subjects: [Reference] = []
    var groups: [[Reference]] = []

    mutating func add(_ notes: SentenceNotes) {
      for subject in notes.subjects {
        subjects.removeAll { $0.entity == subject.entity }
        subjects.append(subject)
      }
      groups += notes.groups
      subjects = subjects.suffix(4)
      groups = groups.suffix(4)
    }
  }

  private static func reference(_ entity: Int, at token: Int) -> Reference {
    Reference(
      entity: EntityID(entity), type: TypeID(rawValue: 0), tokens: TokenRange(token, token + 1))
  }

  /// Notes of sentences of which about half say nothing.
  private static func notes(_ count: Int, _ random: inout some RandomNumberGenerator)
    -> [SentenceNotes]
  {
    (0..<count).map { sentence in
      var notes = SentenceNotes()
      for place in 0..<Int.random(in: 0...2, using: &random) {
        let entity = Int.random(in: 0..<7, using: &random)
        notes.subjects.append(reference(entity, at: sentence * 10 + place))
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        let size = Int.random(in: 2...4, using: &random)
        notes.groups.append((0..<size).map { reference($0, at: sentence * 10 + 5 + $0) })
      }
      return notes
    }
  }

  @Test(arguments: 0..<40)
  func answersAsIfAllHadBeenRead(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    let all = Self.notes(60, &random)
    var salience = Salience(sentenceCount: all.count)
    var model = Model()
    func read(_ sentence: Int, _: SentenceNotes.Aspect) -> SentenceNotes? { all[sentence] }
    for (sentence, notes) in all.enumerated() {
      if Int.random(in: 0..<6, using: &random) == 0 {
        salience.begin(sentence)
        let wanted = EntityID(Int.random(in: 0..<7, using: &random))
        let size = Int.random(in: 2...4, using: &random)
        #expect(
          salience.lastSubject(read) { $0.entity >= wanted }
            == model.subjects.last { $0.entity >= wanted })
        #expect(
          salience.lastGroup(isNearest: false, read) { $0.count == size }
            == model.groups.last { $0.count == size })
        #expect(
          salience.lastGroup(isNearest: true, read) { $0.count == size }
            == model.groups.suffix(1).last { $0.count == size })
        let two = salience.lastTwo(read).map { [$0.0, $0.1] }
        #expect(
          two == (model.subjects.count < 2 ? nil : model.subjects.suffix(2).map(\.entity)))
        salience.notes = notes
        salience.finish()
      }
      model.add(notes)
    }
  }

  @Test func readsNoFurtherThanTheAnswer() {
    var salience = Salience(sentenceCount: 100)
    var read: [Int] = []
    salience.begin(99)
    let found = salience.lastSubject(
      { sentence, _ in
        read.append(sentence)
        var notes = SentenceNotes()
        if sentence == 97 { notes.subjects = [Self.reference(1, at: 970)] }
        return notes
      }, where: { _ in true })
    #expect(found?.entity == EntityID(1))
    #expect(read == [98, 97])
  }
}

/// A generator that gives the same numbers in each run. Source: SplitMix64, Steele et al. 2014.
private struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
