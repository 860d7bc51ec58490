import Diagnostics

extension Parser {
  /// `extend list …` or `extend let …`
  mutating func extend() throws(Failure) -> ExtendDeclaration {
    let what = current
    if takeWord("list") { return .list(try list()) }
    if takeWord("let") { return .alias(try alias()) }
    throw unknown(.extension, what, among: ["let", "list"])
  }

  /// `disable rule …`, `disable entry …` or `disable example …`
  mutating func disable() throws(Failure) -> DisableDeclaration {
    let what = current
    if takeWord("rule") {
      var paths = [try rulePath()]
      while take(",") { paths.append(try rulePath()) }
      return .rules(paths)
    }
    if takeWord("entry") {
      let list = try name("the name of a list")
      try expect("=")
      return .entries(list: list, try entries())
    }
    if takeWord("example") {
      var texts = [try text("the text of an example")]
      while take("|") { texts.append(try text("the text of an example")) }
      return .examples(texts)
    }
    throw unknown(.disabling, what, among: ["entry", "example", "rule"])
  }

  /// `pack/file.name`, or `file.name` within a pack.
  private mutating func rulePath() throws(Failure) -> Name {
    let start = current.start
    let file = try name("the path of a rule, such as `pack/file.name`")
    try expect(".")
    let end = current.end
    let rule = try name("the name of a rule")
    return Name(text: "\(file.text).\(rule.text)", location: source.location(start, end))
  }
}
