import PasserelleKit
import PasserelleTesting
import Testing

@testable import Bundle

struct BundleTests {
  @Test func conforms() {
    expectConformance(of: Bundle(), on: Sample(SmallBundle().files))
  }

  @Test func everyTableBecomesStatementsOfItsPublication() {
    let reading = SmallBundle().reading
    #expect(reading.diagnostics == [])
    let kinds = reading.statements.map { statement, _ in
      "\(statement)".prefix { $0 != "(" }
    }
    #expect(
      kinds == [
        "framework", "document", "concept", "concept", "link", "name", "note", "note",
        "procedure", "mappings", "document", "link",
      ])
    #expect(reading.frameworks.map(\.aliases) == [["AQF"]])
    #expect(reading.frameworks.map { $0.countries.map(\.description) } == [["IE"]])
    #expect(reading.mappingSets.map(\.isOpen) == [true])
    #expect(reading.mappingSets.map { $0.to?.description } == ["bb"])
    #expect(reading.documents.map(\.isVerified) == [true, false])
    #expect(reading.concepts.last?.workloads.map(\.description) == ["60 ects", "1 years"])
    #expect(reading.links.map(\.toURI) == [nil, "https://example.org/2"])
    #expect(reading.links.map(\.note.entries.count) == [0, 1])
    #expect(reading.names.map(\.kind) == [.colloquial])
    #expect(reading.names.map(\.isVerified) == [false])
    #expect(reading.notes.map(\.text.entries.count) == [2, 1])
    #expect(reading.procedures.map(\.isBinding) == [false])
    #expect(reading.procedures.map(\.deciders) == [["Office"]])
  }

  @Test func aTextIsKeptToItsLastSpace() {
    let reading = SmallBundle().reading
    #expect(reading.concepts.first?.alternatives.entries.map(\.text) == [" first "])
  }

  @Test func whatLooksLikeTheGuardOfASpreadsheetIsText() {
    let bundle = SmallBundle().with("label.csv", "\" first \"", "\"=\"\"0110\"\"\"")
    #expect(bundle.problems == [])
    #expect(
      bundle.reading.concepts.first?.alternatives.entries.map(\.text) == ["=\"0110\""])
  }

  @Test func nothingIsNotAnEmptyText() {
    let bundle = SmallBundle().with("document.csv", "key,title", "key,via,title")
      .with("document.csv", "aa,act,", "aa,act,\"\",").with(
        "document.csv", "aa-bb,act,", "aa-bb,act,,")
    #expect(bundle.reading.documents.map(\.via) == ["", nil])
  }

  @Test func columnsAreFoundByNameInAnyOrder() {
    let text = "object,relation,subject,publication,id\nbb:1,closeMatch,aa:1,aa,1\n"
    let bundle = SmallBundle().without("link.csv", "link_word.csv")
    let reading = Reading(of: bundle.files + [("link.csv", text)], with: Bundle())
    #expect(reading.links.map { "\($0.from) \($0.to) \($0.source ?? "")" } == ["aa:1 bb:1 act"])
  }

  @Test func aNewerPasserelleIsReadAsFarAsItIsKnown() {
    let bundle = SmallBundle().with("link.csv", "object_uri", "colour")
      .with("link_word.csv", "note", "tone").with("label.csv", "alternative", "hidden")
    #expect(
      bundle.problems == [
        "link.csv:1:1 unknown-column", "label.csv:3:1 passed-over", "link_word.csv:2:1 passed-over",
      ])
    #expect(bundle.reading.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(bundle.reading.links.map(\.toURI) == [nil, nil])
  }

  @Test func twoFoldersAreTwoBundles() {
    let reading = Reading(
      of: SmallBundle().files(in: "in/a") + SmallBundle().files(in: "in/b"), with: Bundle())
    #expect(reading.diagnostics == [])
    #expect(reading.frameworks.count == 2)
    #expect(reading.concepts.count == 4)
  }

  @Test(arguments: SmallBundle().files.map(\.name))
  func eachTableIsKnownByItsColumnsWhateverItsName(file: String) throws {
    let text = try #require(SmallBundle().files.first { $0.name == file }?.text)
    #expect(Bundle().identify(Sample(text, named: "x.csv").source) == 95)
    #expect(Bundle().identify(Sample(text, named: "in/\(file)").source) == 95)
  }

  @Test func aTableWithAMistakeInItsHeadIsKnownByTheRest() {
    let text = "name,sort,is_open\naa,law,false\n"
    #expect(Bundle().identify(Sample(text, named: "in/publication.csv").source) == 60)
    #expect(Bundle().identify(Sample(text, named: "in/other.csv").source) == 0)
    #expect(
      SmallBundle().with("publication.csv", "kind", "sort").problems
        == ["publication.csv:1:1 missing-column"])
  }
}
