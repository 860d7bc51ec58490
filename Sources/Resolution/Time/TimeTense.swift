/// When a clause places what it tells, as far as its verb shows.
package enum TimeTense: String, Sendable, Hashable, CaseIterable {
  case past, present, future, unknown
}
