/// What a corpus takes a pack of rules and lists.
struct PhaseTimes {
  /// By a new worker, which learns words and automata.
  let first: SmallPack.Run
  /// By one that has read the corpus before.
  let again: SmallPack.Run

  /// The rounds of the median times of the phases, each with a new worker.
  init(_ pack: SmallPack, _ corpus: Corpus, rounds: Int) {
    var runs: [(first: SmallPack.Run, again: SmallPack.Run)] = []
    for _ in 0..<rounds {
      var worker = pack.worker()
      let first = Self.run(&worker, corpus)
      runs.append((first, Self.run(&worker, corpus)))
    }
    first = runs.map(\.first).sorted { $0.phases < $1.phases }[rounds / 2]
    again = runs.map(\.again).sorted { $0.phases < $1.phases }[rounds / 2]
  }

  private static func run(_ worker: inout SmallPack.Worker, _ corpus: Corpus) -> SmallPack.Run {
    var sum = SmallPack.Run()
    for document in corpus.documents { sum = sum + worker.run(document.text) }
    return sum
  }
}
