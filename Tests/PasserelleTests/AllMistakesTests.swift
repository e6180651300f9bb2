import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// What a check says of a file whose framework or sources cannot be read: all else, and no more.
struct AllMistakesTests {
  @Test(arguments: [
    ("id: xx-nqf", "id: XX NQF", "bad-framework-name"), ("id: xx-nqf, ", "", "missing-key"),
    ("{act: {title: Act}}", "[act]", "wrong-type"), ("kind: q", "kind: k", "bad-kind"),
    ("{code: \"2\", title: {en: Two}}", "{title: {en: Two}}", "missing-key"),
    ("title: {en: One}", "title: One", "missing-language"),
  ])
  func checkTellsWhatTheHostFindsBesideWhatTheReaderFinds(
    right: String, wrong: String, id: Diagnostic.ID
  ) throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let text = """
      passerelle: 1
      framework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}}
      sources: {act: {title: Act}}
      levels:
        - {code: "1", title: {en: One}, referencedTo: {to: eqf:1}}
        - {code: "2", title: {en: Two}}
        - {code: "3", title: {en: Three}, referencedTo: {to: eqf:99}}
        - {code: "3", title: {en: Three again}}
      qualifications:
        - {code: q, title: {en: Q}, level: "2", awardedBy: {to: "xx-nqf:school"}}
      organisations: [{code: school, title: {en: A school}}]
      """
    let file = try place.write("mine.yaml", text.replacing(right, with: wrong, maxReplacements: 1))
    let report = try place.library().checking([file])

    #expect(Set(report.diagnostics.map(\.id)) == [id, "unknown-code", "duplicate-code"])
    #expect(report.diagnostics.count == 3)
  }
}
