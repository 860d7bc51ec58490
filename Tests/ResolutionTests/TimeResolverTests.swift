import Testing

@testable import Resolution

@Suite struct TimeResolverTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let tense: TimeTense
    let expected: String
    init(_ text: String, _ tense: TimeTense, _ expected: String) {
      (self.text, self.tense, self.expected) = (text, tense, expected)
    }
    var testDescription: String { "\(text) (\(tense.rawValue))" }
  }

  /// A Friday.
  @Test(arguments: [
    Case("He spoke on Thursday.", .past, "2024-01-25"),
    Case("He spoke on Friday.", .past, "2024-01-26"),
    Case("He spoke on Saturday.", .unknown, "2024-01-20"),
    Case("He will speak on Friday.", .future, "2024-01-26"),
    Case("He will speak on Monday.", .future, "2024-01-29"),
    Case("He is speaking on Sunday.", .present, "2024-01-28"),
    Case("He spoke last Friday.", .past, "2024-01-19"),
    Case("He will speak next Friday.", .future, "2024-02-02"),
    Case("He will speak this coming Friday.", .future, "2024-02-02"),
    Case("He spoke on Tuesday last week.", .past, "2024-01-16"),
    Case("They meet this week.", .present, "2024-01-22/2024-01-28"),
    Case("They met earlier this week.", .past, "2024-01-22/2024-01-28"),
    Case("They met last week.", .past, "2024-01-15/2024-01-21"),
    Case("They will meet next week.", .future, "2024-01-29/2024-02-04"),
    Case("They met last month.", .past, "2023-12"),
    Case("They met late last month.", .past, "2023-12"),
    Case("They met last year.", .past, "2023"),
    Case("They met earlier this month.", .past, "2024-01"),
    Case("They met earlier this year.", .past, "2024"),
    Case("They met last September.", .past, "2023-09"),
    Case("They met last January.", .past, "2023-01"),
    Case("They met in September last year.", .past, "2023-09"),
    Case("In July they met.", .past, "2023-07"),
    Case("In January they met.", .past, "2024-01"),
    Case("In July they will meet.", .future, "2024-07"),
    Case("In July 2021 they met.", .past, "2021-07"),
    Case("They met on December 14.", .past, "2023-12-14"),
    Case("They will meet on December 14.", .future, "2024-12-14"),
    Case("A session on February 8 is set.", .unknown, "2024-02-08"),
    Case("They met on the 16th.", .past, "2024-01-16"),
    Case("They met on the 30th.", .past, "2023-12-30"),
    Case("They met on 2019-12-04.", .past, "2019-12-04"),
    Case("They met in 2019.", .past, "2019"),
    Case("They met in the 1990s.", .past, "1990/1999"),
    Case("They met in the first quarter of 2020.", .past, "2020-01/2020-03"),
    Case("They met in the second half of last year.", .past, "2023-07/2023-12"),
    Case("They met in spring 2018.", .past, "2018-03/2018-05"),
    Case("They met last summer.", .past, "2023-06/2023-08"),
    Case("They met over the weekend.", .past, "2024-01-20/2024-01-21"),
    Case("They will meet over the weekend.", .future, "2024-01-27/2024-01-28"),
    Case("They met last weekend.", .past, "2024-01-20/2024-01-21"),
    Case("They met three weeks ago.", .past, "2024-01-01/2024-01-07"),
    Case("They met three days ago.", .past, "2024-01-23"),
    Case("They met two months ago.", .past, "2023-11"),
    Case("They met a year ago.", .past, "2023"),
    Case("They met yesterday.", .past, "2024-01-25"),
    Case("They met last night.", .past, "2024-01-25"),
    Case("They will meet tomorrow morning.", .future, "2024-01-27"),
    Case("They met the day before yesterday.", .past, "2024-01-24"),
    Case("They will meet in two days.", .future, "2024-01-28"),
    Case("They will meet within three months.", .future, "2024-01-26/2024-04-26"),
    Case("They met twice within three months.", .past, "-"),
    Case("He will come on Sunday next.", .future, "2024-01-28"),
    Case("They met twice in two days.", .past, "-"),
    Case("They met in the past three months.", .past, "2023-10-26/2024-01-26"),
    Case("She toured Asia from 14 to 18 April.", .past, "2023-04-14/2023-04-18"),
    Case("She toured Asia on April 14-18.", .past, "2023-04-14/2023-04-18"),
    Case("She will tour Asia from April 14 to 18, 2025.", .future, "2025-04-14/2025-04-18"),
    Case("She toured Asia from December 28 to January 3.", .past, "2023-12-28/2024-01-03"),
    Case("She toured Asia from December 28 to January 3, 2023.", .past, "2022-12-28/2023-01-03"),
    Case("It is set between 3 and 5 May.", .future, "2024-05-03/2024-05-05"),
    Case("They met Monday through Wednesday.", .past, "2024-01-22/2024-01-24"),
    Case("They fought from 2015 to 2018.", .past, "2015/2018"),
    Case("They met on New Year's Day.", .past, "2024-01-01"),
    Case("They will meet on New Year's Day.", .future, "2025-01-01"),
    Case("They met on Christmas Day 2016.", .past, "2016-12-25"),
    Case("They met last Christmas.", .past, "2023-12-25"),
    Case("They will meet on Good Friday.", .future, "2024-03-29"),
    Case("They met at Easter.", .past, "2023-04-09"),
    Case("They met on Thanksgiving.", .past, "2023-11-23"),
    Case("They met on Memorial Day 2022.", .past, "2022-05-30"),
    Case("They met a few days ago.", .past, "-"),
    Case("They met in recent weeks.", .past, "-"),
    Case("They will meet in the coming days.", .future, "-"),
    Case("Trade fell in Q3 2016.", .past, "2016-07/2016-09"),
    Case("Trade fell in fiscal 2017.", .past, "2017"),
    Case("Trade will grow next fiscal year.", .future, "2025"),
    Case("It was built in the 20th century.", .past, "1901/2000"),
    Case("They met half a century ago.", .past, "1974"),
    Case("They met half a year ago.", .past, "2023-07"),
    Case("They will meet in the second week of May.", .future, "2024-05-06/2024-05-12"),
    Case("They will meet on the first Monday of June.", .future, "2024-06-03"),
    Case("They met on the last day of April.", .past, "2023-04-30"),
    Case("They met on the last Friday of 2023.", .past, "2023-12-29"),
    Case("They will meet within 24 hours.", .future, "2024-01-26/2024-01-27"),
    Case("He is back in six months' time.", .present, "2024-07"),
    Case("They meet once a year.", .present, "-"),
    Case("They ruled from March to May 2023.", .past, "2023-03/2023-05"),
    Case("He came on Tuesday, Sept. 3.", .past, "2019-09-03"),
    Case("It will be held before the end of the year.", .future, "2024"),
    Case("They met the previous week.", .past, "2024-01-15/2024-01-21"),
    Case("Two days later they met.", .past, "-"),
    Case("The next day they met.", .past, "-"),
    Case("A day after the vote they met.", .past, "-"),
    Case("They met for two days.", .past, "-"),
    Case("They meet every year.", .present, "-"),
  ])
  func resolvesOnAFriday(_ test: Case) throws {
    let english = try English(test.text)
    try #require(english.expressions.count == 1)
    #expect(english.resolved(on: "2024-01-26", test.tense).hasSuffix("=\(test.expected)"))
  }

  /// What was told last: 2022-03-30, a Wednesday.
  @Test(arguments: [
    ("Two days later they met.", "2022-04-01"), ("The next day they met.", "2022-03-31"),
    ("They met a day earlier.", "2022-03-29"), ("They met the day before.", "2022-03-29"),
    ("They met the following month.", "2022-04"),
    ("They met the previous week.", "2022-03-21/2022-03-27"),
    ("They met the same day.", "2022-03-30"), ("They met the following Friday.", "2022-04-01"),
    ("In November of that year they met.", "2022-11"), ("They met on the 16th.", "2022-03-16"),
    ("They met two months later.", "2022-05"), ("They met that evening.", "2022-03-30"),
    ("They met the evening before.", "2022-03-29"),
  ])
  func countsFromWhatWasTold(_ text: String, _ expected: String) throws {
    let english = try English(text)
    let found = english.resolved(on: "2024-01-26", .past, after: "2022-03-30")
    #expect(found.hasSuffix("=\(expected)"))
  }

  @Test func saysHowItFoundTheValue() throws {
    func resolve(_ text: String) throws -> ResolvedTime {
      let expression = try #require(try English(text).expressions.first)
      return try #require(
        TimeResolver.resolve(expression, documentDate: EDTF.parse("2024-01-26"), tense: .past))
    }
    #expect(try resolve("On May 3, 2021 they met.").resolution == .explicit)
    #expect(try resolve("On May 3, 2021 they met.").anchor == nil)
    #expect(try resolve("Last month they met.").resolution == .relative)
    #expect(try resolve("Last month they met.").anchor == "2024-01-26")
    #expect(try resolve("In July they met.").resolution == .partial)
    #expect(try resolve("From 3 to 5 May 2021 they met.").extent == .throughout)
    #expect(try resolve("Between 3 and 5 May 2021 they met.").extent == .within)
  }

  /// The document was written some time from October 2023 to September 2024.
  @Test(arguments: [
    ("In July they met.", "2023-07"), ("They met last year.", "2023"),
    ("They met last month.", "-"),
    ("They met on Friday.", "-"), ("They met this week.", "-"), ("In March they met.", "-"),
    ("They met in 2021.", "2021"), ("They met yesterday.", "-"),
    ("They met last September.", "2023-09"),
  ])
  func takesWhatThreeQuartersOfTheDaysGive(_ text: String, _ expected: String) throws {
    let found = try English(text).resolved(on: "2023-10/2024-09")
    #expect(found.hasSuffix("=\(expected)"))
  }

  @Test func trustsAVoteLess() throws {
    let expression = try #require(try English("In July they met.").expressions.first)
    func confidence(_ date: String) -> Double {
      TimeResolver.resolve(expression, documentDate: EDTF.parse(date), tense: .past)?
        .confidence ?? 0
    }
    #expect(confidence("2023-10/2024-09") < confidence("2024-01-26"))
    #expect(confidence("2023-10/2024-09") > 0)
    #expect(
      TimeResolver.resolve(expression, documentDate: nil, tense: .past) == nil)
  }

  @Test func endsTheWeekOfASundayLater() throws {
    let text = "More stops will follow later in the week."
    #expect(
      try English(text).resolved(on: "2025-02-02", .future).hasSuffix("=2025-02-03/2025-02-09"))
    #expect(
      try English(text).resolved(on: "2025-02-01", .future).hasSuffix("=2025-01-27/2025-02-02"))
  }

  @Test(arguments: [
    ("They have been in Kyiv since January 8.", "2024-01-08/2024-01-26"),
    ("They agreed to meet by the end of May 2024.", "2024-01-26/2024-05-31"),
    ("He stays until May 3, 2024.", "2024-01-26/2024-05-03"),
    ("He left before May 3, 2024.", "2024-05-03"),
  ])
  func reachesFromOrToTheDocumentsDay(_ text: String, _ expected: String) throws {
    let expression = try #require(try English(text).expressions.first)
    let day = try #require(EDTF.parse("2024-01-26"))
    let time = TimeResolver.resolve(expression, documentDate: day, tense: .past)
    #expect(time?.reaching(expression.relation, documentDate: day).edtf == expected)
  }
}
