import Testing
import Text

@testable import Resolution

/// Which stretches of a sentence are times, whatever their value.
@Suite struct TimeRecognizerTests {
  @Test(arguments: [
    ("The envoys met on Friday.", "Friday"),
    ("She left last Friday for Lima.", "last Friday"),
    ("He flew home on Jan. 26, 2024.", "Jan. 26, 2024"),
    ("It opened on 26 January 2024 in Bern.", "26 January 2024"),
    ("It opened on January 26 in Bern.", "January 26"),
    ("They talked on the 26th, he said.", "the 26th"),
    ("In July, she went to Quito.", "July"),
    ("In July 2023 she went to Quito.", "July 2023"),
    ("He was there last month.", "last month"),
    ("He was there last September.", "last September"),
    ("They meet this week in Bonn.", "this week"),
    ("He comes next week.", "next week"),
    ("It failed earlier this month.", "earlier this month"),
    ("It began in late May.", "late May"),
    ("It began in mid-July and failed.", "mid-July"),
    ("Two days later, he left.", "Two days later"),
    ("He left the next day.", "the next day"),
    ("He resigned the following month.", "the following month"),
    ("They spoke three weeks ago.", "three weeks ago"),
    ("They spoke a year ago.", "a year ago"),
    ("She toured Asia from 14 to 18 April.", "14 to 18 April"),
    ("She toured Asia on April 14-18.", "April 14-18"),
    ("It is set between 3 and 5 May.", "3 and 5 May"),
    ("Talks stalled in 2019.", "2019"),
    ("The 2015 accord is dead.", "2015"),
    ("He ruled in the 1990s.", "the 1990s"),
    ("Filed 2019-12-04 at noon.", "2019-12-04"),
    ("Issued on: 30/03/2024 - 07:55", "30/03/2024"),
    ("Posted 30.05.2022 17:05", "30.05.2022"),
    ("Trade fell in the first quarter of 2020.", "the first quarter of 2020"),
    ("They met in spring 2018.", "spring 2018"),
    ("They met in the summer of 2016.", "the summer of 2016"),
    ("They met over the weekend.", "the weekend"),
    ("They met Monday through Wednesday.", "Monday through Wednesday"),
    ("He stayed for two days.", "two days"),
    ("The two-day visit ended.", "two-day"),
    ("They meet every year.", "every year"),
    ("He spoke last night.", "last night"),
    ("He spoke Monday evening in Oslo.", "Monday evening"),
    ("It was in September last year that he came.", "September last year"),
    ("In November of that year he came.", "November of that year"),
    ("He came on Tuesday, Sept. 3.", "Tuesday, Sept. 3"),
    ("He came on Sunday (19 March 2023) and left.", "Sunday (19 March 2023)"),
    ("He came on Tuesday last week.", "Tuesday last week"),
    ("They spoke the day before yesterday.", "the day before yesterday"),
    ("He said that Friday was fine.", "Friday"),
    ("They met between 2015 and 2018.", "2015 and 2018"),
    ("The war of 1998-2000 is over.", "1998-2000"),
    ("It will be held before the end of the year.", "the end of the year"),
    ("They met in the past three months.", "the past three months"),
    ("He was there at the end of July.", "the end of July"),
    ("She stays Monday and Tuesday.", "Monday and Tuesday"),
    ("They met on New Year's Day.", "New Year's Day"),
    ("They met on Christmas Day 2016.", "Christmas Day 2016"),
    ("They met last Easter.", "last Easter"),
    ("They met a few days ago.", "a few days ago"),
    ("They met two and a half weeks ago.", "two and a half weeks ago"),
    ("Ties soured in recent weeks.", "recent weeks"),
    ("They meet in the coming days.", "the coming days"),
    ("They talked over the past few weeks.", "the past few weeks"),
    ("Trade fell in Q3 2016.", "Q3 2016"),
    ("Trade fell in fiscal 2017.", "fiscal 2017"),
    ("Trade fell in the last fiscal year.", "the last fiscal year"),
    ("It stood for half a century.", "half a century"),
    ("It was built in the 20th century.", "the 20th century"),
    ("They meet in the second week of May.", "the second week of May"),
    ("They meet on the first Monday of June.", "the first Monday of June"),
    ("They met on the last day of April.", "the last day of April"),
    ("It will end within 24 hours.", "24 hours"),
    ("He will be back in six months' time.", "six months' time"),
    ("He stayed for more than two years.", "two years"),
    ("They meet once a year.", "once a year"),
    ("They meet every two years.", "every two years"),
    ("They meet annually.", "annually"),
    ("It ended at the beginning of March.", "the beginning of March"),
  ])
  func finds(_ text: String, _ expected: String) throws {
    let english = try English(text)
    #expect(english.expressions.map(english.quote).joined(separator: "; ") == expected)
  }

  @Test(arguments: [
    "Some 2,019 people fled.", "About 2019 people fled.", "It cost $2000 then.",
    "He may come. They march on.", "Sun met him. Sat there.", "Theresa May met him.",
    "May said so. Theresa May left by May herself.", "Rates rose 14 percent.",
    "Resolution 1929 was passed.", "The F-2000 flew.", "USA Today reported it.",
    "On 04/05/2020 it rained.", "April Jones spoke.", "He is second to none.",
    "They marked the Chinese New Year.", "The Daily Times said so.", "A third of them left.",
    "The Good Friday Agreement holds.", "Christmas Island flooded.", "He went a second time.",
    "They spent the day talking.", "The week was long.", "In 2000 homes the lights went out.",
  ])
  func findsNothing(_ text: String) throws {
    let english = try English(text)
    #expect(english.expressions.map(english.quote) == [])
  }

  @Test(arguments: [
    ("He has ruled since 2019.", TimeExpression.Relation.since),
    ("It lasts until Friday.", .until), ("It ends by Friday.", .by),
    ("He left before Friday.", .before), ("He left after Friday.", .after),
    ("He spoke after Friday's vote.", .at), ("He spoke on Friday.", .at), ("He spoke Friday.", .at),
  ])
  func tellsTheRelation(_ text: String, _ relation: TimeExpression.Relation) throws {
    #expect(try English(text).expressions.map(\.relation) == [relation])
  }

  @Test func tellsDurationsAndSetsFromDates() throws {
    #expect(try English("He stayed for two days.").expressions.map(\.kind) == [.duration])
    #expect(try English("They meet on Mondays.").expressions.map(\.kind) == [.set])
    #expect(try English("They met on Monday.").expressions.map(\.kind) == [.date])
  }

  /// Words of every kind in any order: nothing is lost where a scanner is asked only where an expression may begin.
  @Test func findsWhatAScanOfEveryTokenFinds() throws {
    let words = """
      the a an of in on at since from between and to until by before after - / ( ) , ' last next this that same
      coming following late early mid end start two three dozen 3 14 26 05 2019 2024 1990s 3rd twentieth first
      Friday Fri. Mondays May March Jan. July spring week weeks year years day month decade morning night weekend
      ago later earlier every each yesterday today two-day mid-July half quarter people percent anniversary envoy
      """.split { $0.isWhitespace }
    var state: UInt64 = 1
    func next() -> Substring {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return words[Int(state >> 33) % words.count]
    }
    let lines = (0..<4000).map { _ in (0..<9).map { _ in String(next()) }.joined(separator: " ") }
    let english = try English(lines.joined(separator: "\n\n"))
    let tokens = english.segmented.tokens
    var recognizer = TimeRecognizer(words: try English.words())
    let found = recognizer.expressions(
      in: english.segmented, english.vocabulary, within: TokenRange(0, tokens.count))
    var scanner = TimeScanner(
      tokens: tokens, words: recognizer.index.forms, hasAmbiguousNames: false)
    var all: [TimeExpression] = []
    for sentence in english.segmented.sentences {
      scanner.sentence = sentence
      var index = sentence.start
      while index < sentence.end {
        let expression = scanner.expression(at: index)
        if let expression { all.append(expression) }
        index = expression?.tokens.end ?? index + 1
      }
    }
    #expect(all.count > 4000)
    #expect(found.count == all.count)
    let difference = zip(found, all).first { $0 != $1 }
    #expect(difference.map { "\(english.quote($0)) and \(english.quote($1))" } == nil)
  }

  @Test func readsOnlyTheTokensItIsGiven() throws {
    let english = try English("On Friday he left. On Monday he came.")
    var recognizer = TimeRecognizer(words: try English.words())
    let found = recognizer.expressions(
      in: english.segmented, english.vocabulary, within: english.segmented.sentences[1])
    #expect(found.map(english.quote) == ["Monday"])
  }
}
