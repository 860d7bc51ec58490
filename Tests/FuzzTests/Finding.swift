/// What a target found wrong with an input, beside crashes and hangs.
struct Finding: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// Throws where something does not hold of an input.
func require(_ holds: Bool, _ otherwise: @autoclosure () -> String) throws(Finding) {
  if !holds { throw Finding(otherwise()) }
}
