import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

@testable import PasserelleAnswers

/// Dates, numbers and lists as a language writes them.
struct SpokenFormTests {
  private static func language(_ name: String) throws -> Language {
    try Language(name, in: LanguageTests.folder)
  }

  @Test(
    arguments: [
      ("en", "29 November 2026", "1 April 2016", "April 2016"),
      ("fr", "29 novembre 2026", "1er avril 2016", "avril 2016"),
      ("es", "29 de noviembre de 2026", "1 de abril de 2016", "abril de 2016"),
      ("de", "29. November 2026", "1. April 2016", "April 2016"),
      ("pt", "29 de novembro de 2026", "1 de abril de 2016", "abril de 2016"),
      ("ru", "29 ноября 2026\u{A0}г.", "1 апреля 2016\u{A0}г.", "апрель 2016\u{A0}г."),
      ("uk", "29 листопада 2026\u{A0}р.", "1 квітня 2016\u{A0}р.", "квітень 2016\u{A0}р."),
      ("ar", "29 نوفمبر 2026", "1 أبريل 2016", "أبريل 2016"),
    ].filter { Language.names(in: LanguageTests.folder).contains($0.0) })
  func aDateIsInTheReadersForm(name: String, day: String, first: String, month: String) throws {
    let say = try Self.language(name)

    #expect(say.date("2026-11-29") == day)
    #expect(say.date("2016-04-01") == first)
    #expect(say.date("2016-04") == month)
    #expect(say.date("2016") == "2016")
  }

  @Test(arguments: Language.names(in: LanguageTests.folder))
  func everyMonthHasANameOfItsOwn(name: String) throws {
    let say = try Self.language(name)
    for day in ["", "-02"] {
      let months = (1...12).map { say.date("2016-\($0 < 10 ? "0" : "")\($0)\(day)") }
      #expect(Set(months).count == 12)
      #expect(months.allSatisfy { $0.contains("2016") && !$0.contains("2016-") })
    }
  }

  @Test func aPhraseThatNamesADayLeavesItsWordsToTheLanguage() throws {
    let phrase = LeftOut.days(["count": "2"], parts: ["day": [Phrase("2026-11-29" as Day)]])

    #expect(try Self.language("en")(phrase).contains("29 November 2026"))
    #expect(try Self.language("fr")(phrase).contains("29 novembre 2026"))
  }

  @Test(arguments: [("en", "EQF"), ("de", "EQR"), ("fr", "CEC"), ("es", "MEC"), ("uk", "ЄРК")])
  func aReferenceFrameworkHasTheNameThatReadersKnow(language: String, name: String) throws {
    let say = try Self.language(language)
    let level = try #require(Identifier("eqf:6"))

    #expect(say(Phrase(level.framework)) == name)
    #expect(say(Phrase(level: level)) == "\(name) 6")
  }

  @Test func aReferenceFrameworkThatALanguageHasNoNameForIsCalledByItsID() throws {
    let level = try #require(Identifier("qf-ehea:first-cycle"))
    let say = try Self.language("de")

    #expect(say(Phrase(level.framework)) == "QF-EHEA")
    #expect(say(Phrase(level: level)) == "QF-EHEA first-cycle")
  }

  @Test func aLanguageWithoutWordsForDatesLeavesThemAsTheyAre() {
    #expect(Language.none.date("2026-11-29") == "2026-11-29")
  }

  @Test(arguments: [
    (1234, "1234"), (12345, "12,345"), (1_234_567, "1,234,567"), (-12345, "−12,345"), (0, "0"),
  ])
  func longNumbersStandInGroups(number: Int, text: String) throws {
    #expect(try Self.language("en").number(number) == text)
  }

  @Test func thingsWithCommasAreListedWithSemicolons() throws {
    let say = try Self.language("en")
    #expect(say.list(["a", "b"]) == "a, b")
    #expect(say.list(["a, b", "c"]) == "a, b; c")
  }

  @Test func decimalsAreParted() throws {
    #expect(try Self.language("en").decimal("0.950") == "0.950")
    #expect(try Self.language("fr").decimal("0.950") == "0,950")
  }
}
