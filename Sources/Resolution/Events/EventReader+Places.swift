import Language
import Rules
import Text

extension EventReader {
  /// Events that a later one may take its place and date from.
  static var reach: Int { 8 }

  /// Of several places the first, or a smaller one inside it.
  func smallest(
    _ places: [EventMention.Filler], _ entities: EntityTable
  ) -> EventMention.Filler? {
    guard let first = places.first, schema.countries.contains(entities[first.entity].kind) else {
      return places.first
    }
    let country = entities[first.entity].country
    return places.first {
      !schema.countries.contains(entities[$0.entity].kind)
        && entities[$0.entity].country == country
    } ?? first
  }

  /// The event with the place that the words "here" and "there" give it; nil where it still lacks one that it needs.
  func located(
    _ event: EventMention, _ occurrence: EventFinder.Occurrence, _ structure: ClauseStructure,
    _ entities: EntityTable
  ) -> EventMention? {
    var event = event
    takeSpokenPlace(&event, occurrence, structure, entities)
    let frame = frame(of: occurrence)
    if frame.takesPreviousPlace { takePreviousPlace(&event, entities) }
    return event.place == nil && frame.needsPlace ? nil : event
  }

  /// Gives an event the place of the last one that one of its participants took part in abroad.
  private func takePreviousPlace(_ event: inout EventMention, _ entities: EntityTable) {
    guard event.place == nil else { return }
    let homes = Set(event.participants.map { entities[$0.entity].country })
    let source = recent.last { earlier in
      guard let place = earlier.place, !homes.contains(entities[place.entity].country) else {
        return false
      }
      return event.trigger.start - earlier.tokens.end <= Self.placeReach
        && earlier.participants.contains { one in
          event.participants.contains { $0.entity == one.entity }
        }
    }
    guard let source else { return }
    event.place = source.place
    event.placeSource = "inherited"
  }

  /// "There" and "the capital" are the place spoken of last, "here" that of the dateline.
  private func takeSpokenPlace(
    _ event: inout EventMention, _ occurrence: EventFinder.Occurrence,
    _ structure: ClauseStructure, _ entities: EntityTable
  ) {
    let isPlaceless = schema.placeless.contains(event.kind)
    if isPlaceless { event.place = nil }
    guard event.place == nil, !isPlaceless,
      let clause = occurrence.clause.map({ structure[$0] })
    else { return }
    if let marker = clause.marker, words.has(marker, .there),
      let reference = lastPlace(before: clause.tokens.start, entities)
    {
      event.place = .init(entity: reference.entity, tokens: reference.tokens)
      event.placeSource = "sentence"
    }
    if event.place == nil, let noun = placeNoun(of: occurrence, clause, structure),
      let reference = lastPlace(before: noun.start, entities)
    {
      event.place = .init(entity: reference.entity, tokens: reference.tokens)
      event.placeSource = "sentence"
    }
    for adjunct in structure.adjuncts(of: clause) where event.place == nil && adjunct.count == 1 {
      let roles = roles(of: adjunct.start)
      if roles.contains(.there), let reference = lastPlace(before: adjunct.start, entities) {
        event.place = .init(entity: reference.entity, tokens: reference.tokens)
        event.placeSource = "sentence"
      } else if roles.contains(.here), let reference = datelinePlace(entities) {
        event.place = .init(entity: reference.entity, tokens: reference.tokens)
        event.placeSource = "dateline"
      }
    }
  }

  /// "The capital", "that country" where the frame looks for a place.
  private func placeNoun(
    of occurrence: EventFinder.Occurrence, _ clause: Clause, _ structure: ClauseStructure
  ) -> TokenRange? {
    let sources = frame(of: occurrence).placeSources
    func noun(in phrase: PhraseID) -> TokenRange? {
      structure.heads(of: phrase).first { head in
        words.has(head.lemma, .placeNoun) && roles(of: head.tokens.start).contains(.definite)
      }?.tokens
    }
    if sources.contains(.object) {
      for phrase in structure.objects(of: clause) {
        if let noun = noun(in: phrase) { return noun }
      }
    }
    for oblique in structure.obliques(of: clause)
    where sources.contains(.preposition([oblique.preposition])) {
      if let noun = noun(in: oblique.phrase) { return noun }
    }
    return nil
  }

  /// Tokens before a word in which the place that it stands for is looked for.
  private static var placeReach: Int { 120 }

  private func lastPlace(
    before token: Int, _ entities: EntityTable
  ) -> EntityTable.Reference? {
    let reach = TokenRange(max(0, token - Self.placeReach), token)
    let places = entities.references(inside: reach).filter { reference in
      let entity = entities[reference.entity]
      guard entity.country != nil else { return false }
      return schema.locations.contains(entity.kind)
        || schema.countries.contains(entity.kind) && isSpokenOfAsPlace(reference.tokens)
    }
    // A capital may stand for its state too: where it is a place it is itself.
    return places.last { reference in
      reference.tokens.end == places.last?.tokens.end
        && !schema.countries.contains(entities[reference.entity].kind)
    } ?? places.last
  }

  /// Whether a preposition of place stands before a state's name: "in Kenya", "to the Philippines".
  private func isSpokenOfAsPlace(_ tokens: TokenRange) -> Bool {
    tokens.start > 0 && roles(of: tokens.start - 1).contains(.placePreposition)
  }

  func datelinePlace(_ entities: EntityTable) -> EntityTable.Reference? {
    guard let dateline else { return nil }
    let tokens = document.text.tokens
    let first = tokens.partitioningIndex { $0.range.start >= dateline.start }
    let last = tokens.partitioningIndex { $0.range.start >= dateline.end }
    guard first < last else { return nil }
    let places = entities.references(inside: TokenRange(first, last))
    return places.first { schema.locations.contains(entities[$0.entity].kind) }
      ?? places.first { !schema.people.contains(entities[$0.entity].kind) }
  }

  /// An event takes the date that it lacks from the last event of one of its participants in the same sentence or the one
  /// before, else from what the sentence before tells.
  func inheritDate(
    _ event: inout EventMention, _ occurrence: EventFinder.Occurrence,
    _ structure: ClauseStructure, _ sentence: TokenRange, _ entities: EntityTable
  ) {
    // "A few days ago they met": a time that has no value dates it all the same.
    guard event.time == nil, !event.isSeparate, !schema.journeys.contains(event.kind) else {
      return
    }
    let near = earlier(than: event).first {
      $0.date != nil && sentence.start - $0.tokens.end <= Self.dateReach
    }
    if let near {
      event.date = near.date
      event.time = near.time
      event.isDateInherited = true
    } else if event.status == schema.firstStatus,
      let told = toldDate(for: occurrence, structure, sentence),
      !recent.contains(where: { $0.time == told.time && isOfOthers($0, than: event, entities) })
    {
      event.date = told.date
      event.time = told.time
      event.isDateInherited = true
    }
  }

  /// An event takes the place that it lacks from the last event of one of its participants where the dates allow it, else
  /// from the dateline.
  func inheritPlace(_ event: inout EventMention, _ entities: EntityTable) {
    let isJourney = schema.journeys.contains(event.kind)
    guard !event.isSeparate, !schema.placeless.contains(event.kind) else { return }
    if let place = event.place {
      narrow(place, of: &event, entities)
      return
    }
    guard !isJourney else { return }
    let source = earlier(than: event).first { candidate in
      guard candidate.place != nil, let date = candidate.date?.interval else {
        return candidate.place != nil
      }
      return event.date.map { $0.interval.overlaps(date) } ?? true
    }
    if let source {
      event.place = source.place
      event.placeSource = "inherited"
    } else {
      takeDateline(&event, entities)
    }
  }

  /// Whether nobody takes part in both of two events, and no state is party to both.
  private func isOfOthers(
    _ a: EventMention, than b: EventMention, _ entities: EntityTable
  ) -> Bool {
    let parties = Set(a.participants.map(\.entity))
    let states = Set(a.participants.compactMap { entities[$0.entity].country })
    return !b.participants.contains { party in
      parties.contains(party.entity) || entities[party.entity].country.map(states.contains) ?? false
    }
  }

  /// The events before one of the same status that share a participant with it, the last first; a meeting is none of the
  /// call that was told before.
  private func earlier(than event: EventMention) -> [EventMention] {
    let parties = Set(event.participants.map(\.entity))
    let isPlaceless = schema.placeless.contains(event.kind)
    return recent.reversed().filter { earlier in
      earlier.status == event.status && schema.placeless.contains(earlier.kind) == isPlaceless
        && earlier.participants.contains { parties.contains($0.entity) }
    }
  }

  /// "HAVANA — He flew to Cuba on Wednesday": a fresh event in the country that the story was filed from took place there.
  private func narrow(
    _ place: EventMention.Filler, of event: inout EventMention, _ entities: EntityTable
  ) {
    guard schema.countries.contains(entities[place.entity].kind), isFresh(event),
      let reference = datelinePlace(entities),
      schema.locations.contains(entities[reference.entity].kind),
      entities[reference.entity].country == entities[place.entity].country
    else { return }
    event.place = .init(entity: reference.entity, tokens: reference.tokens)
    event.placeSource = "dateline"
  }

  /// Days back from the document's date in which an event may have taken place where the story was filed.
  private static var filingDays: Int { 3 }

  /// A story about a fresh event is filed from where it took place, if that is the state of one of its parties.
  private func takeDateline(_ event: inout EventMention, _ entities: EntityTable) {
    guard isFresh(event), let reference = datelinePlace(entities),
      let country = entities[reference.entity].country,
      event.participants.contains(where: { entities[$0.entity].country == country })
    else { return }
    event.place = .init(entity: reference.entity, tokens: reference.tokens)
    event.placeSource = "dateline"
  }

  /// Whether an event has happened in the days before the document was written.
  private func isFresh(_ event: EventMention) -> Bool {
    guard event.status == schema.firstStatus, let now = times.documentDate,
      let date = event.date?.interval
    else { return false }
    return date.first <= now.last && date.last >= now.first.adding(days: -Self.filingDays)
  }

  /// Tokens between two events of which the second may take the date of the first.
  private static var dateReach: Int { 45 }
}
