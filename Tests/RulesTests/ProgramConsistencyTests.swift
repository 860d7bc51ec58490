import Diagnostics
import Gazetteer
import Testing
import Text

@testable import Rules

/// A compiled program that was altered is seen to be none: no way through its code leads in a circle or out of it.
@Suite struct ProgramConsistencyTests {
  private static let rules = """
    type T { } type U { }
    list l = a | "a b"
    phase one { rule u: "a" => U { } }
    phase two select all {
      rule first: x: ("a" | @l | U) ahead("b") ("c"+ except "c c") ...{0,2} "d" => T { }
      rule second: "e"? "f" => T { }
    }
    """

  private let program: Program
  private let tokens: Int

  init() throws {
    let tables = TokenizerTables(clitics: [], titles: [], abbreviations: [], openers: [])
    let tokenizer = try Tokenizer(tables: tables, locale: "en")
    let (file, _) = Parser.parse(path: "t.rules", bytes: Array(Self.rules.utf8))
    var vocabulary = Vocabulary()
    program = try Compiler.compile(
      [file], tables: { (_: String) throws(DiagnosticList) in throw DiagnosticList([]) },
      tokenizer: tokenizer, vocabulary: &vocabulary)
    tokens = vocabulary.count
  }

  private func isConsistent(_ alter: (inout CompiledPhase) -> Void) -> Bool {
    var altered = program
    alter(&altered.phases[1])
    return altered.isConsistent(tokens: tokens)
  }

  @Test func whatWasCompiledIsConsistent() {
    #expect(isConsistent { _ in })
  }

  @Test func tokensThatTheVocabularyLacksAreRefused() {
    let named = program.tests.tests.compactMap { test -> Int? in
      if case .folded(let id) = test { Int(id.rawValue) } else { nil }
    }
    for count in 0...(named.max() ?? 0) { #expect(!program.isConsistent(tokens: count)) }
  }

  @Test func codeThatLeadsBackIsRefused() {
    for state in program.phases[1].code.indices {
      for target in [state, program.phases[1].code.count - 1, program.phases[1].code.count, -1] {
        #expect(!isConsistent { $0.code[state] = .fork(target, target) }, "\(state) to \(target)")
      }
    }
  }

  /// A part that holds the look that asks for it would be asked for ever.
  @Test func partsThatHoldThemselvesAreRefused() {
    for part in program.phases[1].parts.indices {
      #expect(!isConsistent { $0.parts[part] = $0.code.count - 1 })
    }
  }

  /// What a part matches is no match of a rule.
  @Test func partsAreNoRules() {
    for part in program.phases[1].parts {
      #expect(!isConsistent { $0.rules[0].start = part })
      #expect(!isConsistent { $0.startsByBit[0].append(part) })
    }
    #expect(!isConsistent { $0.code[0] = .accept(rule: -1) })
  }

  @Test func statesOfOtherRulesAreRefused() {
    let owners = program.phases[1].owners
    let state = owners.firstIndex(of: 1) ?? 0
    #expect(!isConsistent { $0.code[state + 1] = .fork(0, 0) })
    #expect(!isConsistent { $0.owners[0] = 1 })
    #expect(!isConsistent { $0.code[0] = .accept(rule: 1) })
  }
}
