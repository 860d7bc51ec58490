/// The states of a large set in the order in which a letter is asked: most of them pass over a token or an edge that
/// most letters do not have, so a step need not look at each.
struct StepPlan {
  /// States that ask or end something.
  var others: [Int32] = []
  /// By ascending bit, see `PlaceAlphabet.bit`: where the states of the test lead.
  var tests: [(bit: Int32, next: Int32)] = []
  /// By ascending number, see `PlaceAlphabet.Edge`: where the states of the edge lead.
  var edges: [(number: Int32, next: Int32)] = []

  /// What it takes in memory, counted in numbers.
  var size: Int { others.count + (tests.count + edges.count) * 2 }
}

/// The plans of the sets from which many steps have been made.
struct StepPlans {
  /// Sets of fewer states, and sets that were asked for less often, need no plan.
  private static let leastStates = 24
  private static let leastUses: Int32 = 3

  /// By set: the place of its plan, or below 0 how often it has been asked for.
  private var places: [Int32] = []
  private var plans: [StepPlan] = []
  private(set) var size = 0

  subscript(place: Int) -> StepPlan { plans[place] }

  /// The place of the plan of a set of so many states; nil where it has none. `isDue` says that it should get one.
  mutating func place(of set: Int32, states: Int) -> (place: Int?, isDue: Bool) {
    guard states >= Self.leastStates else { return (nil, false) }
    let missing = Int(set) + 1 - places.count
    if missing > 0 { places += repeatElement(-1, count: missing) }
    if places[Int(set)] >= 0 { return (Int(places[Int(set)]), false) }
    places[Int(set)] -= 1
    return (nil, places[Int(set)] < -Self.leastUses)
  }

  /// Keeps the plan of a set and gives its place.
  mutating func keep(_ plan: StepPlan, of set: Int32) -> Int {
    places[Int(set)] = Int32(truncatingIfNeeded: plans.count)
    size += plan.size
    plans.append(plan)
    return plans.count - 1
  }
}
