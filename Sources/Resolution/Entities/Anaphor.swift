import Rules
import Text

/// A word that stands for somebody named before, as its annotation tells.
struct Anaphor {
  let tokens: TokenRange
  /// It stands for one.
  let isOne: Bool
  /// How many a word for several stands for, nil where it does not say.
  let size: Int?
  let isPossessive: Bool
  let gender: String?
  /// The only country whose people it may mean.
  let country: String?

  /// Words of the field `number` for a known number of members.
  private static let sizes = ["two": 2, "three": 3, "four": 4, "five": 5, "six": 6]

  init(_ annotation: Annotation, _ plan: TypePlan) {
    let number = plan.number.value(of: annotation)
    tokens = annotation.tokens
    isOne = number == "one"
    size = isOne ? nil : number.flatMap { Self.sizes[$0] }
    isPossessive = plan.possessive.value(of: annotation) != nil
    gender = plan.gender.value(of: annotation)
    country = plan.country.value(of: annotation)
  }
}
