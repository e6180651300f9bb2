import PasserelleGraph
import PasserelleModel
import Testing

@testable import PasserelleAnswers

/// What sources say in other languages than the reader's, and in another direction.
struct SourceLanguageTests {
  private static func text(_ entries: KeyValuePairs<String, String>) -> LocalizedText {
    LocalizedText(
      entries.compactMap { tag, text in LanguageTag(tag).map { .init($0, text) } })
  }

  private let french = Language(
    "fr", ["note": "à noter : {text}", "sources.languages": "autres langues : {languages}"])
  private let arabic = Language("ar", ["direction": "rtl", "note": "ملاحظة: {id}"])

  @Test func whatIsInAnotherLanguageIsMarked() {
    let phrase = Phrase("note", parts: ["text": [Phrase(Self.text(["en": "a treaty"]))]])
    #expect(french(phrase) == "à noter : a treaty [en]")
  }

  @Test(arguments: ["fr", "fr-CA", "und", "zxx"])
  func whatIsInTheReadersLanguageOrInNoneIsNot(tag: String) {
    #expect(
      french(Phrase(Self.text(["en": "a treaty", tag: "un accord"]))).hasSuffix("un accord")
        == (tag.hasPrefix("fr")))
    #expect(french(Phrase(Self.text([tag: "un accord"]))) == "un accord")
  }

  @Test func programsGetTheWordsAlone() throws {
    let phrase = Phrase(Self.text(["en": "a treaty"]))
    #expect(try JSONText.encode([phrase], in: french, isPretty: false) == #"["a treaty"]"#)
  }

  @Test func theMarksAreExplainedOnceWithTheLanguagesThatWereMet() {
    let pen = Pen(french)
    #expect(pen.sources == [])
    _ = pen.say(Phrase(Self.text(["en": "a treaty"])))
    _ = pen.say(Phrase(Self.text(["de": "ein Vertrag"])))
    #expect(pen.sources == ["", "autres langues : [de], [en]"])
  }

  @Test func sentencesOfOneLanguageAreMarkedOnce() {
    let texts = [Self.text(["en": "One"]), Self.text(["en": "Two."]), Self.text(["fr": "Trois"])]
    #expect(french.sources(texts) == ["One. Two. [en]", "Trois."])
  }

  // MARK: - From right to left

  @Test(arguments: [
    ("ie-nqf:8", "\u{2068}ie-nqf:8\u{2069}"), ("1:n", "\u{2068}1:n\u{2069}"), ("8", "8"),
    ("مستوى", "مستوى"), ("2016–2018", "\u{2068}2016–2018\u{2069}"),
    ("a\u{2069}b", "\u{2068}ab\u{2069}"),
  ])
  func whatReadsFromLeftToRightKeepsItsDirectionToItself(value: String, said: String) {
    #expect(arabic(Phrase("note", ["id": value])) == "ملاحظة: \(said)")
    #expect(french(Phrase("note", ["text": value])) == "à noter : \(value)")
  }

  @Test func aStatementOfThreeValuesHasOneDirection() {
    let language = Language("ar", ["direction": "rtl", "link": "{from} {relation} {to}"])
    let link = Phrase(
      "link", ["from": "ie-nqf:8", "relation": "referencedTo", "to": "eqf:6"])
    #expect(language(link) == "\u{2068}ie-nqf:8 referencedTo eqf:6\u{2069}")
  }

  @Test func whatIsIsolatedCanBePrintedAndNothingElse() {
    #expect("\u{2068}a\u{2069}".printable == "\u{2068}a\u{2069}")
    #expect("a\u{2069}b".printable == "a\\u{2069}b")
    #expect("\u{2068}a\u{202E}\u{2069}".printable == "\u{2068}a\\u{202e}\u{2069}")
  }

  @Test func aPageHasElementsInTheirPlace() {
    let page = arabic.writing(.page)
    #expect(page(Phrase("note", ["id": "ie-nqf:8"])).html == "ملاحظة: <bdi>ie-nqf:8</bdi>")
    #expect(
      page(Phrase(Self.text(["en": "a <b>"]))).html
        == "<bdi lang=\"en\" dir=\"ltr\">a &lt;b&gt;</bdi> <span class=\"tag\">[en]</span>")
  }

  @Test(arguments: [
    "\u{FFF9}", "\u{FFF9}en\u{FFFA}", "\u{FFFB}", "\u{FFFA}\u{FFFB}\u{FFF9}\"\u{FFFA}<",
  ])
  func marksThatASourceHasAreNoMarkup(text: String) {
    let html = text.html
    #expect(html.ranges(of: "<bdi").count == html.ranges(of: "</bdi>").count)
    #expect(!html.contains("\"\"") && !html.contains("<<"))
  }

  // MARK: - Columns

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("\u{2068}ab\u{2069}", 2), ("مُستوى", 5),
    ("\u{1B}[1mab\u{1B}[0m", 2), ("한국", 4), ("", 0),
  ])
  func aTextTakesTheColumnsThatATerminalGivesIt(text: String, columns: Int) {
    #expect(text.columns == columns)
  }

  @Test func aFoldedLineClosesItsIsolatesAndOpensThemAgain() {
    let folded = FoldedLine("\u{2068}one two three\u{2069}", to: 8).text
    for line in folded.split(separator: "\n") {
      #expect(line.hasWholeIsolates, "\(folded.unicodeScalars.map(\.value))")
    }
  }
}
