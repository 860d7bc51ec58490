import Testing
import Text

@testable import Resolution

@Suite struct NameTableTests {
  /// Case, accents and hyphens do not matter; short forms are in the order of their letters.
  @Test(arguments: [
    ("Ada Byron", ["ada", "byron"], ["ada", "byron"]),
    ("ADA  B. Byron", ["ada", "b", "byron"], ["ada", "byron"]),
    ("Ali al-Sarraj", ["ali", "alsarraj"], ["ali", "alsarraj", "sarraj"]),
    ("Élie de Beaumont", ["elie", "de", "beaumont"], ["beaumont", "elie"]),
    ("Zoë Ann\u{A0}Lee", ["zoe", "ann", "lee"], ["annlee", "lee", "zoe"]),
    ("Kim Il-sung-", ["kim", "ilsung"], ["ilsung", "kim", "sung"]),
    ("Xi", ["xi"], []), ("— …", [], []), ("", [], []),
  ])
  func takesNamesApart(_ text: String, _ parts: [String], _ shortForms: [String]) {
    var forms = NameForms()
    let name = PersonalName(text, &forms)
    #expect(name.parts == parts.map { forms.number(of: $0) })
    #expect(name.joined == forms.number(of: parts.joined()))
    #expect(name.shortForms == shortForms.map { forms.number(of: $0) })
    #expect(name.isFull == (parts.count > 1))
  }

  @Test func numbersEachStringOnce() {
    var table = StringTable()
    let strings = (0..<5_000).map { "\($0 % 7 == 0 ? "a longer name, number " : "")\($0)" } + [""]
    let numbers = strings.map { table.number(of: $0) }
    #expect(numbers == (0...5_000).map { Int32($0) })
    #expect(strings.map { table.number(of: $0) } == numbers)
    #expect(table.count == strings.count)
  }

  @Test func mapsNumbersAndForgetsThem() {
    var map = NumberMap()
    for round in 0..<3 {
      let keys = (0..<Int32(50 * round)).map { $0 &* 977 }
      for (value, key) in keys.enumerated() { map.set(key, to: value) }
      for (value, key) in keys.enumerated() { #expect(map[key] == value) }
      #expect(map[978] == nil)
      #expect(map.keys == keys)
      map.removeAll()
      #expect(keys.allSatisfy { map[$0] == nil })
    }
  }

  /// Only capitalised words are forms, and of those that begin alike only the same word.
  @Test func findsTokensThatAreForms() throws {
    let text = "Byron byron ByroN Byronic BYRON Zoë-Ann zoë governmentX government Zoean 7"
    let english = try English(text)
    var names = NameForms()
    var tokens = NameTokens()
    let wanted = ["byron", "zoeann", "governmentx"].map { names.number(of: $0) }
    for _ in 0..<2 {
      tokens.want(wanted.map(\.rawValue), of: names)
      let found = english.segmented.tokens.filter { token in
        let form = tokens.form(of: token, english.text.span, &names, in: english.vocabulary)
        return form.map(wanted.contains) ?? false
      }
      let quotes = found.map { english.vocabulary.spelling($0.id) }
      #expect(quotes == ["Byron", "ByroN", "BYRON", "Zoë-Ann", "governmentX"])
    }
  }

  @Test func comparesOfficesByWords() {
    let words = [[1, 2, 3], [3, 1], [2, 2], []].map { WordSet($0) }
    #expect(words.map(\.count) == [3, 2, 1, 0])
    #expect(words[1].isSubset(of: words[0]) && !words[0].isSubset(of: words[1]))
    #expect(words[3].isSubset(of: words[2]) && words[2].isSubset(of: words[0]))
    #expect(words[1].isDisjoint(with: words[2]) && !words[0].isDisjoint(with: words[2]))
  }
}
