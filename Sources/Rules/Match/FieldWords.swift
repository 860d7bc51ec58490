/// Tests and lists of a program by their numbers in the classes of tokens, see `TestTable`.
package struct ClassBits: Sendable {
  var numbers: [Int]
}

/// Which words the rules of a type may write into one of its fields, as far as single tokens of a match tell.
package struct FieldWords: Sendable {
  /// A value that rules give as it stands; their matches begin with a token that passes one of `beginnings`.
  package struct Constant: Sendable {
    package var value: String
    package var beginnings: ClassBits
  }

  package private(set) var constants: [Constant] = []
  /// Every other value is the lemma of a reading of some token of the match.
  package private(set) var areLemmas = true

  /// Surveys the rules of a type.
  package init(of field: String, in type: TypeID, _ program: Program) {
    guard let place = program.types[type.rawValue].fields.firstIndex(of: field) else { return }
    for phase in program.phases {
      for rule in phase.rules where rule.type == type {
        for (_, value) in rule.fields.filter({ $0.field == place }) {
          survey(value, rule, phase)
        }
      }
    }
  }

  private mutating func survey(
    _ value: Expression, _ rule: CompiledRule, _ phase: CompiledPhase
  ) {
    switch value {
    case .string(let text): addConstant(text, rule, phase)
    case .number(let number): addConstant(String(number), rule, phase)
    case .name(let name) where !rule.captures.contains(name.text):
      addConstant(name.text, rule, phase)
    case .property(let name, let property)
    where rule.captures.contains(name.text) && property.text == "lemma"
      && Self.takesTokensOnly(rule, phase):
      break
    case .name, .property, .call: areLemmas = false
    }
  }

  private mutating func addConstant(_ value: String, _ rule: CompiledRule, _ phase: CompiledPhase) {
    if phase.startsByType.contains(where: { $0.contains(rule.start) }) { areLemmas = false }
    let numbers = phase.startsByBit.indices.filter { phase.startsByBit[$0].contains(rule.start) }
    if let known = constants.firstIndex(where: { $0.value == value }) {
      let others = constants[known].beginnings.numbers
      constants[known].beginnings.numbers += numbers.filter { !others.contains($0) }
    } else {
      constants.append(Constant(value: value, beginnings: ClassBits(numbers: numbers)))
    }
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
