import Gazetteer
import Text

/// A compiled pack: its types, lists and phases. Immutable and shared between workers.
package struct Program: Sendable {
  /// A declared type with its fields in order.
  package struct TypeInfo: Sendable {
    package var name: String
    package var fields: [String]
  }

  package internal(set) var types: [TypeInfo] = []
  package internal(set) var phases: [CompiledPhase] = []
  package internal(set) var events: [CompiledEvents] = []
  /// Claims in the order in which they are tried.
  package internal(set) var claims: [CompiledClaim] = []
  /// What the records of the domain may say, by key.
  package internal(set) var schema: [String: [String]] = [:]
  var lists: [Gazetteer] = []
  var tests: [TokenTest] = []

  package func type(_ name: String) -> TypeID? {
    types.firstIndex { $0.name == name }.map { TypeID(rawValue: $0) }
  }

  /// The value of a field of an annotation, nil where the type has no such field or the rule gave none.
  package func value(_ field: String, of annotation: Annotation) -> String? {
    types[annotation.type.rawValue].fields.firstIndex(of: field)
      .flatMap { annotation.fields[$0] }
  }
}

/// A phase of pattern rules, ready to run.
package struct CompiledPhase: Sendable {
  package var name: String
  var selection: PhaseDeclaration.Selection
  var skipping: [TypeID]
  var rules: [CompiledRule]
}

/// One rule: its states and what it makes.
struct CompiledRule: Sendable {
  var path: String
  var priority: Int
  var code: [Instruction]
  var start: Int
  /// Names of its captures; `Instruction.capture` says them by index.
  var captures: [String]
  /// Nil for a `block`.
  var type: TypeID?
  /// Expressions by the field's index.
  var fields: [(field: Int, value: Expression)]
}
