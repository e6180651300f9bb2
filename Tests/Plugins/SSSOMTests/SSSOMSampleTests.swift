import PasserelleKit
import PasserelleTesting
import SharedData
import Testing

@testable import SSSOM

/// The examples of the SSSOM project, as it publishes them.
@Suite(.enabled(if: SharedData.areHere, Comment(rawValue: SharedData.absence)))
struct SSSOMSampleTests {
  @Test(arguments: SharedData.files(in: "sssom", ending: ".tsv"))
  func readsEveryExampleWithoutAnError(path: String) throws {
    let head = path.hasSuffix("example1.sssom.tsv") ? "sssom/example1.sssom.yml" : nil
    let reading = Reading(of: try SharedData.source(path, head: head), with: SSSOM())

    #expect(reading.diagnostics == [])
    #expect(!reading.links.isEmpty)
  }

  @Test(arguments: ["sssom/foodie-inc-2022-05-01.sssom.tsv", "sssom/example1.sssom.tsv"])
  func embeddedAndExternalMetadataSayTheSame(path: String) throws {
    let head = path.hasSuffix("example1.sssom.tsv") ? "sssom/example1.sssom.yml" : nil
    let reading = Reading(of: try SharedData.source(path, head: head), with: SSSOM())

    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "kf-food:F001 exactMatch foodon:00002473", "kf-food:F002 exactMatch foodon:00003348",
        "kf-food:F003 exactMatch foodon:00004187", "kf-food:F004 noMatch foodon",
        "kf-food:F004 broadMatch foodon:00002473",
      ])
    #expect(reading.mappingSets.map(\.name.description) == ["example1"])
    #expect(reading.documents.first?.date?.description == "2022-05-02")
  }

  @Test func noTermFoundNamesTheFrameworkThatWasSearched() throws {
    let reading = Reading(
      of: try SharedData.source("sssom/no_term_found.sssom.tsv"), with: SSSOM())
    #expect(
      reading.links.last.map { "\($0.from) \($0.relation.rawValue) \($0.to)" }
        == "hp:0000411 noMatch mp")
  }
}
