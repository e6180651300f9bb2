import PasserelleKit
import PasserelleTesting
import Testing

@testable import Plain

/// Tags that differ in case only are one language.
struct LanguageTagTests {
  private static let head = """
    passerelle: 1
    framework: {id: xx, title: {EN: T, pt-br: U}, kind: classification-of-occupations, source: s}
    sources: {s: {title: T}}
    occupations:

    """

  @Test(arguments: [
    "title: {en-US: A, 1️⃣en-us: B}", "title: {de: A, 1️⃣DE: B}",
    "title: {en: A}, alternatives: {sr-Cyrl: [A], 1️⃣sr-CYRL: [B]}",
    "title: {en: A}, notes: [{text: {en-GB: A, 1️⃣en-gb: B}}]",
  ])
  func twoTextsOfOneLanguageAreAnError(text: String) {
    let reading = expectDiagnostics(
      from: Plain(), reading: Self.head + "  - {code: \"1\", \(text)}", named: "x.yaml",
      ["1️⃣": "duplicate-language"])
    #expect(reading.diagnostics.first?.hint?.hasPrefix("the first is on the same line") == true)
  }

  @Test func soTheyAreInXML() {
    let reading = expectDiagnostics(
      from: Plain(),
      reading: """
        <passerelle version="1"><framework id="xx" kind="classification-of-occupations" source="s">
        <title xml:lang="en">T</title></framework><sources><source id="s"><title>T</title></source></sources>
        <occupations><occupation code="1"><title xml:lang="en-US">A</title>
        1️⃣<title xml:lang="EN-us">B</title></occupation></occupations></passerelle>
        """, named: "x.xml", ["1️⃣": "duplicate-language"])
    #expect(reading.diagnostics.first?.hint == "the first is on line 3")
  }

  @Test func aTagIsKeptInItsOneForm() {
    let reading = Reading(
      of: Self.head + "  - {code: \"1\", title: {ZH-hant-tw: A}}", named: "x.yaml", with: Plain())
    #expect(reading.diagnostics.isEmpty)
    #expect(
      reading.frameworks.flatMap(\.title.entries).map(\.language.description) == ["en", "pt-BR"])
    #expect(reading.concepts.flatMap(\.title.entries).map(\.language.description) == ["zh-Hant-TW"])
  }
}
