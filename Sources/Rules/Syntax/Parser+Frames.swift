import Diagnostics

extension Parser {
  /// `events Meeting, Visit in clause [, skipping T] { frame … }`
  mutating func events() throws(Failure) -> EventsDeclaration {
    var events = EventsDeclaration(types: try names())
    while !isMark("{") {
      _ = take(",")
      let option = current
      if takeWord("in") {
        try unit("clause", after: option)
      } else if takeWord("skipping") {
        events.skipping = try names()
      } else {
        throw unknown(.phaseOption, option, among: ["in", "skipping"])
      }
    }
    try expect("{")
    skipDocumentation()
    while !take("}") {
      events.frames.append(try frame())
      skipDocumentation()
    }
    return events
  }

  /// `claims status { name: [ … ] => value … }`
  mutating func claims() throws(Failure) -> ClaimsDeclaration {
    var result = ClaimsDeclaration(field: try name("a field"), claims: [])
    try expect("{")
    skipDocumentation()
    while !take("}") {
      let title = try name("a name for the claim")
      try expect(":")
      try expect("[")
      let conditions = try predicates(until: "]")
      try expect("=>")
      let value = try name("a value")
      result.claims.append(.init(name: title, conditions: conditions, value: value))
      skipDocumentation()
    }
    return result
  }

  private mutating func frame() throws(Failure) -> FrameDeclaration {
    let lines = documentation
    documentation = []
    let opening = current
    guard takeWord("frame") else {
      throw fail(.expectedFrame(found: described(opening)), opening)
    }
    let title = try name("a name for the frame")
    try expect(":")
    var frame = FrameDeclaration(name: title, type: try name("the type of event"))
    frame.documentation = lines.joined(separator: "\n")
    while try clause(of: &frame) {}
    frame.examples = try examples(ofFrame: true)
    return frame
  }

  /// One `trigger`, `slot` or `set` of a frame; false where none follows.
  private mutating func clause(of frame: inout FrameDeclaration) throws(Failure) -> Bool {
    if takeWord("trigger") {
      repeat { frame.triggers.append(try trigger()) } while take("|")
    } else if takeWord("slot") {
      frame.slots.append(try slot())
    } else if takeWord("need") {
      try need(&frame)
    } else if takeWord("set") {
      let field = try name("a field")
      try expect("=")
      frame.settings.append(.init(field: field, value: try name("a value")))
    } else {
      return false
    }
    return true
  }

  /// `need 2 participants`, `need place`, `need no infinitive`, `need no place`
  private mutating func need(_ frame: inout FrameDeclaration) throws(Failure) {
    if takeWord("place") {
      frame.needsPlace = true
      return
    }
    if takeWord("no") {
      let word = current
      if takeWord("place") {
        frame.refusesPlace = true
      } else if takeWord("infinitive") {
        frame.refusesInfinitive = true
      } else {
        throw unknown(.need, word, among: ["infinitive", "place"])
      }
      return
    }
    frame.minimum = try number()
    let role = current
    guard takeWord("participants") else {
      throw fail(.expectedParticipants(found: described(role)), role)
    }
  }

  private mutating func trigger() throws(Failure) -> FrameDeclaration.Trigger {
    let opening = current
    if takeWord("noun") { return .noun(try sequence()) }
    guard takeWord("verb") else {
      throw unknown(.trigger, opening, among: ["noun", "verb"])
    }
    let lemmas: [Name]
    if take("<") {
      lemmas = [try name("a lemma")]
      try expect(">")
    } else {
      try expect("[")
      var several = [try entry()]
      while take(",") { several.append(try entry()) }
      try expect("]")
      lemmas = several
    }
    if takeWord("object") { return .verb(lemmas: lemmas, needs: .object, try sequence()) }
    if current.kind == .string {
      let preposition = try text("a preposition").text
      return .verb(lemmas: lemmas, needs: .preposition(preposition), try sequence())
    }
    return .verb(lemmas: lemmas, needs: .subject, nil)
  }

  private mutating func slot() throws(Failure) -> FrameDeclaration.Slot {
    let role = try name("a role")
    try expect("<-")
    var sources = [try slotSource()]
    while take(",") { sources.append(try slotSource()) }
    try expect(":")
    var slot = FrameDeclaration.Slot(role: role, sources: sources, filler: try pattern())
    if takeWord("per") {
      let word = current
      guard takeWord("head") else { throw unknown(.distribution, word, among: ["head"]) }
      slot.isPerHead = true
    }
    slot.isRequired = takeWord("required")
    if takeWord("else") {
      let word = current
      guard takeWord("previous") else { throw unknown(.fallback, word, among: ["previous"]) }
      slot.takesPrevious = true
    }
    return slot
  }

  private mutating func slotSource() throws(Failure) -> FrameDeclaration.Source {
    if current.kind == .string { return .preposition(try text("a preposition").text) }
    let lexeme = current
    switch try name("a source").text {
    case "subject": return .subject
    case "object": return .object
    case "possessor": return .possessor
    case "bare": return .bare
    default:
      throw unknown(.source, lexeme, among: ["bare", "object", "possessor", "subject"])
    }
  }
}
