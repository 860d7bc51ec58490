/// Looks and `except`s that the letters beside a position leave open, asked together.
struct OpenQuestions {
  /// What is asked in a situation over a letter, where something has been answered already.
  struct Question {
    var situation: Int32
    var column: Int32
    /// A stretch of `states`.
    var asked: Range<Int>
    /// A stretch of `answers`.
    var answered: Range<Int>
  }

  struct Answer {
    var state: Int32
    var isFree: Bool
  }

  /// Questions that are asked together.
  static let maximumTogether = 30

  private var questions: [Question] = []
  private(set) var states: [Int32] = []
  private(set) var answers: [Answer] = []
  /// By question and outcome: where the step stands in `steps`.
  private var index = NumberTable()
  private var steps: [StepTable.Step] = []

  subscript(number: Int32) -> Question { questions[Int(number)] }

  /// What the questions take in memory, counted in numbers.
  var size: Int { questions.count + states.count + answers.count + steps.count }

  /// A new question, as a step.
  mutating func ask(
    _ open: [Int32], in situation: Int32, over column: Int32, knowing answered: Range<Int>
  ) -> StepTable.Step {
    let first = states.count
    states += open.prefix(Self.maximumTogether)
    questions.append(
      Question(
        situation: situation, column: column, asked: first..<states.count, answered: answered))
    return StepTable.Step(
      next: StepTable.Step.question, accepted: Int32(truncatingIfNeeded: questions.count - 1))
  }

  /// The step for an outcome: one bit for each state that was asked, set where the way on is free at once.
  func step(of number: Int32, _ outcome: UInt32) -> StepTable.Step {
    let place = index.value(UInt64(number) << 32 | UInt64(outcome))
    return place < 0 ? .absent : steps[Int(place)]
  }

  mutating func keep(_ step: StepTable.Step, of number: Int32, _ outcome: UInt32) {
    index.set(UInt64(number) << 32 | UInt64(outcome), Int32(truncatingIfNeeded: steps.count))
    steps.append(step)
  }

  /// All that is known when an outcome is.
  mutating func answers(of number: Int32, _ outcome: UInt32) -> Range<Int> {
    let question = questions[Int(number)]
    let first = answers.count
    answers += answers[question.answered]
    for (bit, place) in question.asked.enumerated() {
      answers.append(Answer(state: states[place], isFree: outcome >> UInt32(bit) & 1 != 0))
    }
    return first..<answers.count
  }
}
