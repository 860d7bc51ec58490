/// The distinct words of a phrase by their numbers, for phrases of a few words.
struct WordSet {
  /// Ascending, each once.
  private let numbers: [Int32]

  init(_ words: [Int32]) {
    var numbers = words.sorted()
    for index in numbers.indices.dropFirst().reversed() where numbers[index] == numbers[index - 1] {
      numbers.remove(at: index)
    }
    self.numbers = numbers
  }

  var count: Int { numbers.count }

  /// O(words of both).
  func isSubset(of other: WordSet) -> Bool {
    var place = 0
    for number in numbers {
      while place < other.count, other.numbers[place] < number { place += 1 }
      guard place < other.count, other.numbers[place] == number else { return false }
    }
    return true
  }

  /// O(words of both).
  func isDisjoint(with other: WordSet) -> Bool {
    var (mine, yours) = (0, 0)
    while mine < count, yours < other.count {
      if numbers[mine] == other.numbers[yours] { return false }
      if numbers[mine] < other.numbers[yours] { mine += 1 } else { yours += 1 }
    }
    return true
  }
}
