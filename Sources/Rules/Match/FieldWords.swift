/// Tests and lists of a program by their numbers in the classes of tokens, see `TestTable`.
package struct ClassBits: Sendable {
  var numbers: [Int]
}

/// Which words the rules of a type may write into one of its fields, as far as single tokens of a match tell.
package struct FieldWords: Sendable {
  /// A value that rules give as it stands; each of their matches has a token that passes one of `signs`.
  package struct Constant: Sendable {
    package var value: String
    package var signs: ClassBits
  }

  package private(set) var constants: [Constant] = []
  /// Every other value is the lemma of a reading of some token of the match, or the text of one or more.
  package private(set) var areOfTokens = true

  /// Surveys the rules of a type.
  package init(of field: String, in type: TypeID, _ program: Program) {
    guard let place = program.types[type.rawValue].fields.firstIndex(of: field) else { return }
    for phase in program.phases {
      for rule in phase.rules where rule.type == type {
        for (_, value) in rule.fields.filter({ $0.field == place }) {
          survey(value, rule, phase, program)
        }
      }
    }
  }

  private mutating func survey(
    _ value: Expression, _ rule: CompiledRule, _ phase: CompiledPhase, _ program: Program
  ) {
    switch value {
    case .string(let text): addConstant(text, rule, phase, program)
    case .number(let number): addConstant(String(number), rule, phase, program)
    case .name(let name) where !rule.captures.contains(name.text):
      addConstant(name.text, rule, phase, program)
    case .property(let name, let property)
    where rule.captures.contains(name.text) && property.text == "text":
      break
    case .property(let name, let property)
    where rule.captures.contains(name.text) && property.text == "lemma"
      && Self.takesTokensOnly(rule, phase):
      break
    case .name, .property, .call: areOfTokens = false
    }
  }

  private mutating func addConstant(
    _ value: String, _ rule: CompiledRule, _ phase: CompiledPhase, _ program: Program
  ) {
    guard let signs = Self.signs(of: rule, phase, program) else {
      areOfTokens = false
      return
    }
    if let known = constants.firstIndex(where: { $0.value == value }) {
      let others = constants[known].signs.numbers
      constants[known].signs.numbers += signs.filter { !others.contains($0) }
    } else {
      constants.append(Constant(value: value, signs: ClassBits(numbers: signs)))
    }
  }

  /// Bits one of which some token of each match has: the first or the last, whichever are fewer; nil where both may be
  /// something else.
  private static func signs(
    of rule: CompiledRule, _ phase: CompiledPhase, _ program: Program
  ) -> [Int]? {
    var ends = LastTests(phase)
    let lasts = ends.tests(from: rule.start, of: program)
    guard !phase.startsByType.contains(where: { $0.contains(rule.start) }) else { return lasts }
    let firsts = phase.startsByBit.indices.filter { phase.startsByBit[$0].contains(rule.start) }
    guard let lasts, lasts.count <= firsts.count else { return firsts }
    return lasts
  }

  /// Whether what a rule passes over, and so captures, are tokens by tests alone.
  private static func takesTokensOnly(_ rule: CompiledRule, _ phase: CompiledPhase) -> Bool {
    var seen = Set<Int>()
    var stack = [rule.start]
    while let state = stack.popLast() {
      guard seen.insert(state).inserted else { continue }
      switch phase.code[state] {
      case .token(_, _, let next), .gap(_, let next), .capture(_, _, let next),
        .look(_, _, _, let next):
        stack.append(next)
      case .fork(let first, let second): stack += [first, second]
      case .list, .annotation, .except: return false
      case .accept: break
      }
    }
    return true
  }
}
