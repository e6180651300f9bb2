import PasserelleKit
import PasserelleModel
import TestSupport
import Testing

struct ModelTests {
  @Test(arguments: ["360 total-hours", "60-65 guided-hours", "7.5 ects", "3 years"])
  func aWorkloadIsANumberAndWhatIsCounted(text: String) {
    #expect(Workload(text)?.description == text)
  }

  @Test(arguments: [
    "", "60", "ects", "60 hours", "many ects", "60  ects", "1-2-3 ects", "- ects", "-1 ects",
    "1e3 ects",
  ])
  func anythingElseIsNoWorkload(text: String) {
    #expect(Workload(text) == nil)
  }

  @Test(arguments: [
    ("2030-01-01", "2030-01-01"), ("31/12/2030", "2030-12-31"),
    ("2000-09-01T00:00:00", "2000-09-01"), ("2001-02-03 10:00", "2001-02-03"), ("2020", "2020"),
  ])
  func registersWriteDatesInSeveralWays(text: String, date: String) {
    #expect(CalendarDate(register: text)?.description == date)
  }

  @Test(arguments: ["", "31/13/2030", "1/2", "12/31/2030", "soon", "2030/01/01", "1/1/30"])
  func whatIsNoDateIsNone(text: String) {
    #expect(CalendarDate(register: text) == nil)
  }

  @Test func aNameIsMadeOfWhatOthersCallTheThing() {
    #expect(FrameworkName(folding: "KF_FOOD")?.description == "kf-food")
    #expect(FrameworkName(folding: "Grüne Liste (2)")?.description == "gr-ne-liste-2")
    #expect(FrameworkName(folding: "—") == nil)
    #expect(FrameworkName(folding: String(repeating: "a", count: 100))?.series.count == 64)
  }

  @Test func twoLongTextsNeverMakeOneName() throws {
    let address = "https://data.example.org/agency/controlled-vocabulary/classifications-for-work/"
    let names = ["fishing", "forestry", "fishing/"].map { FrameworkName(folding: address + $0) }
    #expect(Set(names).count == 3 && names.allSatisfy { $0?.series.utf8.count == 64 })
    let title = String(repeating: "Ä very long title of a course, ", count: 6)
    let codes = ["I", "II"].map { Code.named(title + $0) }
    #expect(Set(codes).count == 2 && codes.allSatisfy { ($0?.description.utf8.count ?? 0) <= 128 })
    #expect(Code.named(" A  course ")?.description == "A course")
  }

  @Test(arguments: [
    ("en", "en"), ("EN", "en"), ("en-us", "en-US"), ("EN-us", "en-US"),
    ("zh-hant-tw", "zh-Hant-TW"),
    ("SR-CYRL", "sr-Cyrl"), ("sl-ROZAJ-biske", "sl-rozaj-biske"), ("de-ch-1996", "de-CH-1996"),
    ("es-419", "es-419"), ("zh-GAN-hk", "zh-gan-HK"), ("en-ca-X-CA", "en-CA-x-ca"),
    ("de-de-U-CO-phonebk", "de-DE-u-co-phonebk"), ("de-1ABC", "de-1abc"), ("und", "und"),
  ])
  func aLanguageTagHasOneForm(text: String, form: String) throws {
    let tag = try #require(LanguageTag(text))
    #expect(tag.description == form)
    #expect(LanguageTag(form) == tag && LanguageTag(text.uppercased()) == tag)
  }

  @Test(arguments: [
    "", "e", "engl", "english", "en_US", "en-", "-en", "e1", "en--US", "x-private", "dé",
  ])
  func whatIsNoLanguageTagIsNone(text: String) {
    #expect(LanguageTag(text) == nil)
  }

  @Test func aTextIsPartedIntoOneALanguageAndTheOthers() throws {
    let (english, french) = (try #require(LanguageTag("en-US")), try #require(LanguageTag("fr")))
    let lower = try #require(LanguageTag("EN-us"))
    let text = LocalizedText([
      .init(english, "A"), .init(french, "B"), .init(lower, "C"), .init(lower, "A"),
    ])
    #expect(text.byLanguage.first.entries.map(\.text) == ["A", "B"])
    #expect(text.byLanguage.others.entries.map(\.text) == ["C"])
  }

  @Test func aPlaceIsToldFromAnother() {
    let place = SourcePosition(file: "a.csv", line: 3, column: 7)
    #expect(place.phrase(from: SourcePosition(file: "a.csv", line: 9, column: 1)) == "on line 3")
    #expect(
      place.phrase(from: SourcePosition(file: "a.csv", line: 3, column: 9))
        == "on the same line, at column 7")
    #expect(
      place.phrase(from: SourcePosition(file: "b.csv", line: 3, column: 7))
        == "in 'a.csv', on line 3")
    #expect(place.phrase(from: place) == "at the same place")
  }

  @Test(arguments: [
    "ie-nqf:8", "in-nsqf@2023:4.5", "gb-rqf:Entry 1", "nl-nqf:4+", "isco-08:0110", "eqf", "x:a:b",
  ])
  func anIdentifierIsWrittenAsItWasRead(text: String) {
    #expect(Identifier(text)?.description == text)
  }

  @Test(arguments: [
    "", ":", "IE:8", "ie nqf:8", "ie-nqf:", "-x:1", "ie@:1", "ie-nqf: 8", "ie-nqf:8\u{200B}",
    "ie-nqf:8\u{A0}", "ie-nqf:\u{202E}8", "ié:8",
  ])
  func refusesWhatIsNoIdentifier(text: String) {
    #expect(Identifier(text) == nil)
  }

  @Test func codesAreEqualOnlyAsText() throws {
    #expect(Code("4.10") != Code("4.1"))
    #expect(Code("0110") != Code("110"))
  }

  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31"), ("2024-02", "2024-02-01", "2024-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"), ("2023-06-06", "2023-06-06", "2023-06-06"),
  ])
  func aDateCoversItsDays(text: String, first: String, last: String) throws {
    let date = try #require(CalendarDate(text))
    #expect("\(date.firstDay)" == first)
    #expect("\(date.lastDay)" == last)
  }

  @Test(arguments: ["", "24", "2024-13", "2023-02-29", "2024-2-1", "2024-05-32", "２０２４", "2024-"])
  func refusesWhatIsNoDate(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func daysSortByTheCalendar() throws {
    let days = ["2023-12-31", "2024-01-01", "2024-02-29", "2024-03-01"].compactMap { Day($0) }
    #expect(days.count == 4)
    #expect(days.sorted() == days)
    let month = "2024-02"
    #expect(Day(month) == nil)
  }

  @Test(arguments: [("2024-02-29", "2014-02-28"), ("2026-11-28", "2016-11-28")])
  func tenYearsEarlierIsADayThatExists(day: String, earlier: String) throws {
    #expect(try #require(Day(day)).years(before: 10).description == earlier)
  }

  @Test(arguments: ["IE", "NO", "XK", "GB-SCT", "BE-VLG", "FR-75"])
  func knowsCountries(code: String) {
    #expect(CountryCode(code)?.description == code)
  }

  @Test(arguments: ["", "ie", "UK", "N\u{41E}", "GB-", "GB-SCOT", "EU", "IRL"])
  func refusesWhatIsNoCountry(code: String) {
    #expect(CountryCode(code) == nil)
  }

  @Test func aPartOfACountryIsWithinIt() throws {
    let (scotland, kingdom) = (try #require(CountryCode("GB-SCT")), try #require(CountryCode("GB")))
    #expect(scotland.isWithin(kingdom))
    #expect(!kingdom.isWithin(scotland))
  }

  @Test(arguments: [
    (ConceptKind.qualification, "Roofer · Brevet de couvreur"), (.occupation, "Roofer"),
  ])
  func aQualificationIsKnownByTheNameUnderWhichItIsAwarded(kind: ConceptKind, title: String) throws
  {
    let id = try #require(Identifier("aq-sqf:roofer"))
    let french = try #require(LanguageTag("fr"))
    let concept = Concept(
      id: id, kind: kind,
      title: LocalizedText(
        [.init(french, "Brevet de couvreur")] + LocalizedText.english("Roofer").entries))

    #expect(concept.fullTitle == title)
  }

  @Test func suggestsNamesThatAreNear() {
    let names = ["title", "level", "levels", "source"]
    #expect(nearNames(to: "titel", in: names) == ["title"])
    #expect(nearNames(to: "LEVEL", in: names) == ["level", "levels"])
    #expect(nearNames(to: "xyz", in: names) == [])
  }

  @Test func showsWhatAReaderWouldNotSee() {
    #expect("a\u{1B}[2Jb\u{202E}c".printable == "a\\u{1b}[2Jb\\u{202e}c")
  }
}
