import Testing

@testable import Resolution

@Suite struct CalendarTests {
  /// Dates of Easter from the tables of the United States Naval Observatory.
  @Test(arguments: [
    ("easter", 2000, "2000-04-23"), ("easter", 2019, "2019-04-21"), ("easter", 2038, "2038-04-25"),
    ("easter-2", 2024, "2024-03-29"), ("12-25", 2016, "2016-12-25"), ("4/4/11", 2023, "2023-11-23"),
    ("1/last/5", 2022, "2022-05-30"),
  ])
  func knowsHolidays(_ text: String, _ year: Int, _ expected: String) throws {
    let day = try #require(Holiday(text)?.day(in: year))
    #expect(EDTF.text(DateInterval(day)) == expected)
  }

  @Test(arguments: ["", "easter1x", "13-1", "2-30", "8/1/5", "1/5/5", "1/last/13", "christmas"])
  func refusesOtherHolidays(_ text: String) {
    #expect(Holiday(text) == nil)
  }

  /// Weekdays that history records.
  @Test(arguments: [
    (1969, 7, 20, 7), (2001, 9, 11, 2), (2024, 2, 29, 4), (2000, 1, 1, 6), (1900, 3, 1, 4),
    (2026, 11, 25, 3),
  ])
  func knowsWeekdays(_ year: Int, _ month: Int, _ day: Int, _ weekday: Int) throws {
    #expect(try #require(CalendarDay(year: year, month: month, day: day)).weekday == weekday)
  }

  @Test func refusesDaysThatAreNone() {
    #expect(CalendarDay(year: 2023, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2100, month: 2, day: 29) == nil)
    #expect(CalendarDay(year: 2024, month: 13, day: 1) == nil)
    #expect(CalendarDay(year: 2024, month: 4, day: 31) == nil)
    #expect(CalendarDay(year: 2024, month: 4, day: 0) == nil)
  }

  @Test func countsEveryDayOnce() {
    var day = CalendarDay(daysSinceEpoch: -200_000)
    for number in -199_999...200_000 {
      let next = CalendarDay(daysSinceEpoch: number)
      #expect(day < next && next.daysSinceEpoch == number)
      #expect(next.day == 1 || next.day == day.day + 1)
      day = next
    }
  }

  @Test(arguments: [
    "2024-01-26", "2024-01", "2024", "2024-01-22/2024-01-28", "2024-01/2024-03", "0987",
    "2023-12-30/2024-01-02", "1990/1999",
  ])
  func writesWhatItReads(_ text: String) throws {
    #expect(EDTF.text(try #require(EDTF.parse(text))) == text)
  }

  @Test(arguments: [
    "", "24", "2024-1", "2024-00", "2024-02-30", "2024-01-26/", "/", "a/b/c", "2024-01-26-01",
    "２０２４", "2024-05/2024-04",
  ])
  func refusesOtherTexts(_ text: String) {
    #expect(EDTF.parse(text) == nil)
  }

  @Test func timestampsGiveTheirDay() {
    let day = EDTF.parse("2024-01-26")
    #expect(day != nil)
    for text in ["2024-01-26T10:00:00Z", "2024-01-26 10:00", "2024-01-26"] {
      #expect(EDTF.parseTimestamp(text) == day)
    }
    for text in ["2024-01-267", "26 January 2024", "2024-13-01T10:00Z", ""] {
      #expect(EDTF.parseTimestamp(text) == nil)
    }
  }

  @Test func findsTheWeekOfADay() throws {
    let day = try #require(CalendarDay(year: 2024, month: 1, day: 26))
    #expect(EDTF.text(DateInterval(weekOf: day)) == "2024-01-22/2024-01-28")
    #expect(DateInterval(weekOf: day).count == 7)
  }
}
