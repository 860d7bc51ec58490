import Testing

@testable import Resolution

@Suite struct EntityResolverTests {
  /// A mention is the name without its title; a surname alone is the person.
  @Test func joinsNamesOfOnePerson() throws {
    let bench = try EntityBench("Captain Ada Byron came. Byron left. A. Ada Byron slept.")
      .with("Sailor", "Captain Ada Byron", ["name": "Ada Byron", "office": "Captain"])
    #expect(bench.entities() == ["Ada Byron|Captain|-: Ada Byron, Byron, Ada, Byron"])
  }

  @Test func tellsPeopleOfOneSurnameApart() throws {
    let bench = try EntityBench("Ada Byron met Tom Byron. Captain Byron left.")
      .with("Sailor", "Ada Byron", ["name": "Ada Byron", "country": "GB"])
      .with("Sailor", "Tom Byron", ["name": "Tom Byron", "country": "US"])
      .with("Sailor", "Captain Byron", ["name": "Byron", "office": "Captain", "country": "GB"])
    #expect(
      bench.entities() == [
        "Ada Byron|Captain|GB: Ada Byron, Byron", "Tom Byron|-|US: Tom Byron",
      ])
  }

  /// The part behind a hyphen is a short form too, and a name is found by a middle part.
  @Test func knowsPartsOfNames() throws {
    let bench = try EntityBench("Ali al-Sarraj and Juan Moreno Diaz met. Sarraj saw Moreno.")
      .with("Sailor", "Ali al-Sarraj", ["name": "Ali al-Sarraj"])
      .with("Sailor", "Juan Moreno Diaz", ["name": "Juan Moreno Diaz"])
      .with("Sailor", "Sarraj", ["name": "Sarraj"])
      .with("Sailor", "Moreno", ["name": "Moreno"], occurrence: 2)
    #expect(
      bench.entities() == [
        "Ali al-Sarraj|-|-: Ali al-Sarraj, Sarraj",
        "Juan Moreno Diaz|-|-: Juan Moreno Diaz, Moreno",
      ])
  }

  @Test func takesTheFullerOffice() throws {
    let bench = try EntityBench("Captain Ada Byron, the first captain, left.")
      .with("Sailor", "Captain Ada Byron", ["name": "Ada Byron", "office": "Captain"])
      .with("Note", "Ada Byron", ["name": "Ada Byron", "office": "first captain", "country": "GB"])
    #expect(bench.entities() == ["Ada Byron|first captain|GB: Ada Byron"])
  }

  /// A title gives way to an office and stands in where there is none; one that points to another takes his.
  @Test func weighsTitles() throws {
    let bench = try EntityBench("Mate Tom Hood met Captain Ada Byron and her mate Eve Cook.")
      .with("Sailor", "Tom Hood", ["name": "Tom Hood", "rank": "sir"])
      .with("Sailor", "Captain Ada Byron", ["name": "Ada Byron", "office": "Captain"])
      .with("Sailor", "mate Eve Cook", ["name": "Eve Cook", "rank": "mate"])
    #expect(
      bench.entities() == [
        "Tom Hood|sir|-: Tom Hood", "Ada Byron|Captain|-: Ada Byron",
        "Eve Cook|Captain|-: Eve Cook",
      ])
  }

  @Test func givesOfficesTheCountryOfTheDocument() throws {
    let bench = try EntityBench("Dover and Deal lie near Brest. Ada Byron met Tom Hood.")
      .with("Port", "Dover", ["name": "Dover", "country": "GB"])
      .with("Port", "Deal", ["name": "Deal", "country": "GB"])
      .with("Port", "Brest", ["name": "Brest", "country": "FR"])
      .with("Sailor", "Ada Byron", ["name": "Ada Byron", "scope": "navy"])
      .with("Sailor", "Tom Hood", ["name": "Tom Hood", "scope": "trade"])
    let people = bench.entities().prefix(2)
    #expect(people == ["Ada Byron|-|GB: Ada Byron", "Tom Hood|-|-: Tom Hood"])
  }

  /// Lists give an office only to who held it on the day, and nothing to private people.
  @Test(arguments: [
    ("2010-05-01", "Byron|admiral|GB: Byron"), ("2001-05-01", "Byron|-|GB: Byron"),
    ("2013-01-01", "Byron|-|GB: Byron"),
  ])
  func asksTheRegister(_ date: String, _ expected: String) throws {
    let row = ["name": "Byron", "country": "GB", "held": "admiral", "from": "2005", "to": "2012"]
    let bench = try EntityBench("Byron came.")
      .with("Sailor", "Byron", ["name": "Byron"]).with("Register", "Byron", row)
    #expect(bench.entities(on: date) == [expected])
    let trader = try EntityBench("Byron came.")
      .with("Sailor", "Byron", ["name": "Byron", "scope": "trade"]).with("Register", "Byron", row)
    #expect(trader.entities(on: date) == ["Byron|-|-: Byron"])
  }

  /// An office alone is the last named holder before, else somebody without a name.
  @Test func findsHoldersOfOffices() throws {
    let bench = try EntityBench("Captain Ada Byron came. The captain met the French captain.")
      .with(
        "Sailor", "Captain Ada Byron", ["name": "Ada Byron", "office": "Captain", "country": "GB"]
      )
      .with("Post", "The captain", ["office": "captain"])
      .with("Post", "the French captain", ["office": "captain", "country": "FR"])
    #expect(
      bench.entities() == [
        "Ada Byron|Captain|GB: Ada Byron, The captain", "-|captain|FR: the French captain",
      ])
  }

  @Test func leavesOutPlacesInsideNames() throws {
    let bench = try EntityBench("The Dover Fleet left Dover. Dover Byron stayed.")
      .with("Fleet", "Dover Fleet", ["name": "Dover Fleet"])
      .with("Port", "Dover", ["name": "Dover", "country": "GB"], occurrence: 1)
      .with("Port", "Dover", ["name": "Dover", "country": "GB"], occurrence: 2)
      .with("Port", "Dover", ["name": "Dover", "country": "GB"], occurrence: 3)
      .with("Sailor", "Dover Byron", ["name": "Dover Byron"])
    #expect(
      bench.entities() == [
        "Dover Byron|-|-: Dover Byron", "Dover Fleet|-|-: Dover Fleet", "Dover|-|GB: Dover",
      ])
  }
}
