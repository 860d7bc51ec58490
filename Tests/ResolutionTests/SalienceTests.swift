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

  /// A text of which the sentences tell their notes when somebody reads them.
  private struct Text {
    var notes: [SentenceNotes]
    /// People whom sentences mention beside their subjects.
    var others: [[Reference]]

    init(_ count: Int, _ random: inout some RandomNumberGenerator) {
      notes = SalienceTests.notes(count, &random)
      others = (0..<count).map { sentence in
        Int.random(in: 0..<3, using: &random) > 0
          ? [] : [reference(Int.random(in: 0..<7, using: &random), at: sentence * 10 + 8)]
      }
    }

    func read(_ sentence: Int, _: SentenceNotes.Aspect) -> SentenceNotes? { notes[sentence] }

    func people(_ sentence: Int) -> [Reference] {
      notes[sentence].subjects + notes[sentence].groups.flatMap { $0 } + others[sentence]
    }

    func outlook(_ sentence: Int) -> SentenceNotes.Outlook {
      var outlook = SentenceNotes.Outlook()
      outlook.people = people(sentence).count
      outlook.named = outlook.people
      return outlook
    }
  }

  /// Whether somebody is of a gender: those of even numbers are, and those of odd ones of the other.
  private static func isEven(_ person: Reference) -> Bool { person.entity.rawValue % 2 == 0 }

  @Test(arguments: 0..<60)
  func answersAsIfAllHadBeenRead(seed: Int) {
    var random = SplitMix(state: UInt64(seed))
    var text = Text(60, &random)
    var salience = Salience(sentenceCount: text.notes.count)
    var model = Model()
    for sentence in text.notes.indices {
      switch Int.random(in: 0..<6, using: &random) {
      case 0:
        salience.begin(sentence, text.outlook)
        ask(&salience, text, model, &random)
        salience.notes = text.notes[sentence]
        salience.finish()
      case 1, 2:
        salience.begin(sentence, text.outlook)
        lead(sentence, &salience, &text, &random)
      default: break
      }
      model.add(text.notes[sentence])
    }
  }

  private func ask(
    _ salience: inout Salience, _ text: Text, _ model: Model,
    _ random: inout some RandomNumberGenerator
  ) {
    let excluded = EntityID(Int.random(in: 0..<7, using: &random))
    func fits(_ person: Reference) -> Bool { Self.isEven(person) && person.entity != excluded }
    let subject = salience.lastSubject(
      gender: "m", orMentioned: nil, among: text.people, text.read, where: fits)
    #expect(subject?.reference.entity == model.subjects.last(where: fits)?.entity)
    let size = Int.random(in: 2...4, using: &random)
    #expect(
      salience.lastGroup(of: size, text.read)
        == model.groups.last { $0.count == size })
    let people = model.groups.last?.filter(Self.isEven)
    #expect(
      salience.lastPeople(text.read, where: Self.isEven)
        == people.flatMap { $0.count > 1 ? $0 : nil })
    let two = salience.lastTwo(among: text.people, text.read).map { [$0.0, $0.1] }
    #expect(two == (model.subjects.count < 2 ? nil : model.subjects.suffix(2).map(\.entity)))
  }

  /// Makes a sentence speak of nobody but whoever was the last subject of a gender, as its subject or not, and leaves it
  /// unread.
  private func lead(
    _ sentence: Int, _ salience: inout Salience, _ text: inout Text,
    _ random: inout some RandomNumberGenerator
  ) {
    text.notes[sentence] = SentenceNotes()
    text.others[sentence] = []
    guard
      let found = salience.lastSubject(
        gender: "m", orMentioned: nil, among: text.people, text.read, where: Self.isEven)
    else { return }
    if Bool.random(using: &random) {
      text.notes[sentence].subjects = [found.reference]
    } else {
      text.others[sentence] = [found.reference]
    }
    salience.finish(ledBy: found, gender: "m")
  }

  private static func ofTwo(_ sentence: Int) -> SentenceNotes.Outlook {
    var outlook = SentenceNotes.Outlook()
    outlook.people = 2
    return outlook
  }

  @Test func readsNoFurtherThanTheAnswer() {
    var salience = Salience(sentenceCount: 100)
    var read: [Int] = []
    salience.begin(99, Self.ofTwo)
    let found = salience.lastSubject(
      gender: nil, orMentioned: nil,
      among: { [Self.reference(1, at: $0 * 10), Self.reference(2, at: $0 * 10 + 1)] },
      { sentence, _ in
        read.append(sentence)
        var notes = SentenceNotes()
        if sentence == 97 { notes.subjects = [Self.reference(1, at: 970)] }
        return notes
      }, where: { _ in true })
    #expect(found?.reference.entity == EntityID(1))
    #expect(read == [98, 97])
  }

  @Test func readsNothingWhereOneAloneCanBeMeant() {
    var salience = Salience(sentenceCount: 3)
    salience.begin(0, Self.ofTwo)
    salience.notes.subjects = [Self.reference(1, at: 0)]
    salience.finish()
    salience.begin(2, Self.ofTwo)
    let found = salience.lastSubject(
      gender: nil, orMentioned: nil, among: { [Self.reference(1, at: $0 * 10)] },
      { _, _ in
        Issue.record("a sentence was read")
        return nil
      }, where: { _ in true })
    #expect(found?.reference.entity == EntityID(1))
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
