import Gazetteer
import Text

/// A compiled pack: its types, lists and phases. Immutable and shared between workers.
package struct Program: Sendable {
  /// A declared type with its fields in order.
  package struct TypeInfo: Sendable {
    package var name: String
    package var fields: [String]
    /// The declared kind of each field: `text`, `number`, an enumeration, a type or a list.
    package var kinds: [String]
  }

  package internal(set) var types: [TypeInfo] = []
  package internal(set) var phases: [CompiledPhase] = []
  /// What the records of the domain may say, by key.
  package internal(set) var schema: [String: [String]] = [:]
  /// The event frames in the order of the files.
  package internal(set) var events: [CompiledEvents] = []
  /// Claims in the order in which they are tried.
  package internal(set) var claims: [CompiledClaim] = []
  /// The patterns of `let` and triggers, each as a rule of a phase that never runs by itself.
  var patterns = CompiledPhase(name: "", selection: .all)
  var lists: [Gazetteer] = []
  var tests = TestTable()
  var listEdges: [ListEdge] = []
  var annotationEdges: [AnnotationEdge] = []

  /// The triggers of all frames in their order, which numbers them, see `TriggerSet`.
  package var triggers: [CompiledTrigger] {
    events.flatMap(\.frames).flatMap(\.triggers)
  }

  package func type(_ name: String) -> TypeID? {
    types.firstIndex { $0.name == name }.map { TypeID(rawValue: $0) }
  }

  /// The value of a field of an annotation, nil where the type has no such field or the rule gave none.
  package func value(_ field: String, of annotation: Annotation) -> String? {
    types[annotation.type.rawValue].fields.firstIndex(of: field)
      .flatMap { annotation.fields[$0] }
  }

  /// The pattern that `let` declares by this name, for `Matcher.longestMatch` and `Matcher.matches`.
  package func pattern(_ name: String) -> CompiledPattern? {
    patterns.rules.firstIndex { $0.path == name }.map { CompiledPattern(rawValue: $0) }
  }
}

/// A phase of pattern rules, ready to run: all its rules are one automaton.
package struct CompiledPhase: Sendable {
  package var name: String
  /// Its place among the phases of the program; the patterns stand behind them all.
  var index = 0
  var selection: PhaseDeclaration.Selection
  var skipping: [TypeID] = []
  var rules: [CompiledRule] = []
  var code: [Instruction] = []
  /// The rule that each state belongs to.
  var owners: [Int] = []
  /// First states of what looks, vetoes and `except` try on their own.
  var parts: [Int] = []
  /// First states of the rules that can begin with a token of this class bit, see `TestTable`.
  var startsByBit: [[Int]] = []
  /// First states of the rules that can begin with an annotation of this type.
  var startsByType: [[Int]] = []
}

/// One rule: where it starts and what it makes.
struct CompiledRule: Sendable {
  var path: String
  var priority: Int
  var start: Int
  /// Names of its captures; `Instruction.capture` says them by index.
  var captures: [String]
  /// Nil for a `block`.
  var type: TypeID?
  /// Expressions by the field's index.
  var fields: [(field: Int, value: Expression)] = []
}
