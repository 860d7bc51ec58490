import Diagnostics
import Text

extension Compiler {
  mutating func compile(_ events: EventsDeclaration, in path: String) -> CompiledEvents {
    let skipping = events.skipping.compactMap { type($0) }
    for name in events.types { _ = type(name) }
    let frames = events.frames.compactMap { compile($0, in: path) }
    return CompiledEvents(skipping: skipping, frames: frames)
  }

  private mutating func type(_ name: Name) -> TypeID? {
    if let type = program.type(name.text) { return type }
    unknown("type", name, among: program.types.map(\.name))
    return nil
  }

  private mutating func compile(_ frame: FrameDeclaration, in path: String) -> CompiledFrame? {
    guard let type = type(frame.type) else { return nil }
    for setting in frame.settings {
      guard let field = field(setting.field, of: type) else { continue }
      checkValue(setting.value, field: field, of: type)
    }
    return CompiledFrame(
      path: rulePath(frame.name, in: path), type: type,
      triggers: frame.triggers.map { compile($0) }, slots: frame.slots.map { compile($0) },
      minimum: frame.minimum, needsPlace: frame.needsPlace,
      refusesInfinitive: frame.refusesInfinitive, refusesPlace: frame.refusesPlace,
      settings: frame.settings.map { ($0.field.text, $0.value.text) })
  }

  private mutating func compile(_ trigger: FrameDeclaration.Trigger) -> CompiledTrigger {
    switch trigger {
    case .noun(let pattern): return .noun(compile(pattern))
    case .verb(let lemmas, let needs, let pattern):
      let ids = lemmas.map { vocabulary.intern($0.text) }
      var preposition: TokenID?
      if case .preposition(let word) = needs { preposition = vocabulary.intern(word) }
      return .verb(
        lemmas: Set(ids), preposition: preposition, pattern.map { compile($0) })
    }
  }

  mutating func compile(_ claims: ClaimsDeclaration, in path: String) -> [CompiledClaim] {
    checkValues(of: claims)
    return claims.claims.map { claim in
      CompiledClaim(
        path: rulePath(claim.name, in: path), field: claims.field.text,
        conditions: claim.conditions.compactMap { condition($0) }, value: claim.value.text)
    }
  }

  /// Refuses a field that no type has, and values that its enumerations do not have.
  private mutating func checkValues(of claims: ClaimsDeclaration) {
    let kinds = program.types.flatMap { zip($0.fields, $0.kinds) }
      .filter { $0.0 == claims.field.text }.map(\.1)
    guard !kinds.isEmpty else {
      return unknown("field", claims.field, among: Array(Set(program.types.flatMap(\.fields))))
    }
    let values = Set(kinds.flatMap { enums[$0] ?? [] })
    for claim in claims.claims where !values.isEmpty && !values.contains(claim.value.text) {
      unknown("value", claim.value, among: Array(values))
    }
  }

  private mutating func condition(_ predicate: Predicate) -> ClaimCondition? {
    guard let property = ClaimCondition.Property(rawValue: predicate.property) else {
      unknown(
        "property", Name(text: predicate.property, location: predicate.location),
        among: ClaimCondition.Property.allCases.map(\.rawValue))
      return nil
    }
    return values(of: predicate).map { values, isNegated in
      // A lemma is looked up by its spelling: one that no text has shown yet must be known too.
      for value in values.sorted() { _ = vocabulary.intern(value) }
      return ClaimCondition(property: property, values: values, isNegated: isNegated)
    }
  }

  /// Roles that the records have in every domain; a slot of any other fills the participants.
  private static let commonRoles = ["host", "hosts", "participants", "place"]

  private mutating func checkRole(of slot: FrameDeclaration.Slot) {
    guard let declared = program.schema["roles"] else { return }
    let known = Self.commonRoles + declared
    if !known.contains(slot.role.text) { unknown("role", slot.role, among: known) }
  }

  private mutating func compile(_ slot: FrameDeclaration.Slot) -> CompiledSlot {
    checkRole(of: slot)
    let sources = slot.sources.map { source -> CompiledSlot.Source in
      switch source {
      case .subject: return .subject
      case .object: return .object
      case .possessor: return .possessor
      case .bare: return .bare
      case .preposition(let words):
        return .preposition(tokenizer.tokens(of: words, into: &vocabulary))
      }
    }
    return CompiledSlot(
      role: slot.role.text, sources: sources, fillers: fillers(slot.filler, slot.role),
      isPerHead: slot.isPerHead, isRequired: slot.isRequired,
      takesPrevious: slot.takesPrevious)
  }

  /// The types of a filler, which is a choice of types or a name for one.
  private mutating func fillers(_ pattern: Pattern, _ role: Name) -> Set<TypeID> {
    var seen: Set<String> = []
    return fillers(pattern, role, &seen)
  }

  /// The same without what the patterns in `seen` have given.
  private mutating func fillers(
    _ pattern: Pattern, _ role: Name, _ seen: inout Set<String>
  ) -> Set<TypeID> {
    switch pattern {
    case .choice(let parts):
      return parts.reduce(into: []) { $0.formUnion(fillers($1, role, &seen)) }
    case .named(let name, [], let at):
      if let inner = lets[name] {
        return seen.insert(name).inserted ? fillers(inner, role, &seen) : []
      }
      return type(Name(text: name, location: at)).map { [$0] } ?? []
    default:
      report(
        "filler-no-type", "the slot `\(role.text)` is filled by something that is no type",
        at: role.location, help: "name a type, or a choice of types such as `Person | State`")
      return []
    }
  }
}
