import PasserelleKit
import PasserelleTesting
import Testing

@testable import Europass

/// Two records with one identifier are never made one.
struct OneIDTests {
  @Test func twoQualificationsOfOneIDAreAnError() {
    let reading = expectDiagnostics(
      from: Europass(),
      reading: Self.dataset(
        """
        <qualification id="urn:q1"><title language="en">Welder</title>
          <EQFLevel uri="http://data.europa.eu/snb/eqf/3"/></qualification>
        1️⃣<qualification id="urn:q1"><title language="en">Baker</title>
          <EQFLevel uri="http://data.europa.eu/snb/eqf/5"/></qualification>
        """), named: "two.xml", ["1️⃣": "duplicate-code"])

    #expect(reading.diagnostics.first?.hint == "the first is on line 3")
    #expect(reading.concepts.map(\.title.preferred) == ["Welder"])
    #expect(reading.links.map(\.to.description) == ["eqf:3"])
  }

  @Test(arguments: [
    "<learningOutcome id=\"urn:x\"><title language=\"en\">%</title></learningOutcome>",
    "<organisation id=\"urn:x\"><legalName language=\"en\">%</legalName></organisation>",
    "<qualification id=\"urn:x\"><title language=\"en\">T</title><volumeOfLearning>PT%H</volumeOfLearning></qualification>",
  ])
  func recordsOfEachKindThatDifferAreAnError(record: String) {
    func reading(_ first: String, _ second: String) -> Reading {
      Reading(
        of: Self.dataset(
          [first, second].map { record.replacing("%", with: $0) }.joined(separator: "\n")),
        named: "two.xml", with: Europass())
    }
    #expect(reading("7", "8").diagnostics.map(\.id) == ["duplicate-code"])
    #expect(
      reading("7", "7").diagnostics.map(\.summary)
        == ["skipped once: an object that is there before, word for word"])
    #expect(reading("7", "7").concepts.count == 1)
  }

  @Test func outcomesOfACredentialThatDifferAreAnError() {
    let reading = expectDiagnostics(
      from: Europass(),
      reading: Self.credential(
        outcomes: """
          {"id": "urn:lo", "title": {"en": "Weld"}}, 1️⃣{"id": "urn:lo", "title": {"en": "Cut"}}
          """), named: "x.jsonld", ["1️⃣": "duplicate-code"])

    #expect(
      reading.concepts.filter { $0.tier == "learning outcome" }.map(\.title.preferred) == ["Weld"])
    #expect(reading.links.filter { $0.relation == .attests }.count == 1)
  }

  @Test func whatTwoClaimsNameInTheSameWordsIsStatedOnce() {
    let reading = expectDiagnostics(
      from: Europass(), reading: Self.credential(outcomes: "", claims: 2), named: "x.jsonld", [:])

    #expect(reading.concepts.map(\.id.code?.description) == ["urn:q", "urn:o"])
    #expect(reading.links.map(\.relation) == [.awardedBy])
  }

  @Test func coursesOfOneIDThatDifferAreAnError() {
    let reading = expectDiagnostics(
      from: Europass(),
      reading: Self.transcript(
        """
        \(Self.course("Welding", 7.5))
        1️⃣\(Self.course("Welding", 10))
        """), named: "x.xml", ["1️⃣": "duplicate-code"])

    #expect(reading.concepts.flatMap(\.workloads).map(\.description) == ["7.5 ects"])
  }

  @Test func aCourseThatWasTakenTwiceIsStatedOnceAndCounted() {
    let reading = Reading(
      of: Self.transcript(Self.course("Welding", 7.5) + Self.course("Welding", 7.5)),
      named: "x.xml", with: Europass())

    #expect(
      reading.diagnostics.map(\.summary)
        == ["skipped once: what is listed before with the same words"])
    #expect(reading.concepts.count == 1 && reading.links.map(\.relation) == [.inField])
  }

  @Test func aCourseOfTwoProgrammesBelongsToBoth() {
    func programme(_ code: String) -> String {
      "<learningOpportunitySpecification><identifier>\(code)</identifier><title xml:lang=\"en\">P</title>"
        + "<hasPart>\(Self.course("Welding", 5))</hasPart></learningOpportunitySpecification>"
    }
    let reading = Reading(
      of: Self.transcript(programme("P1") + programme("P2") + programme("P2")), named: "x.xml",
      with: Europass())

    #expect(
      reading.links.filter { $0.relation == .partOf }.map {
        "\($0.from.code?.description ?? "") \($0.to.code?.description ?? "")"
      }
        == ["A1 P1", "A1 P2"])
  }

  // MARK: - What is read

  private static func dataset(_ records: String) -> String {
    """
    <Courses xmlns="http://data.europa.eu/snb/model/ap/loq-constraints/" xsdVersion="3.1.0">
    <references>
    \(records)
    </references></Courses>
    """
  }

  private static func credential(outcomes: String, claims: Int = 1) -> String {
    let claim = """
      {"awardedBy": {"awardingBody": [{"id": "urn:o", "legalName": {"en": "A school"}}]},
       "specifiedBy": {"id": "urn:q", "type": "Qualification", "title": {"en": "Q"}, "learningOutcome": [\(outcomes)]}}
      """
    return """
      {"type": ["EuropeanDigitalCredential"], "credentialSubject": {"hasClaim": [
      \(Array(repeating: claim, count: claims).joined(separator: ",\n"))]}}
      """
  }

  private static func transcript(_ courses: String) -> String {
    """
    <elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"><report>
    \(courses)
    </report></elmo>
    """
  }

  private static func course(_ title: String, _ credits: Double) -> String {
    "<learningOpportunitySpecification><identifier>A1</identifier><title xml:lang=\"en\">\(title)</title>"
      + "<iscedCode>0715</iscedCode><specifies><learningOpportunityInstance><start>\(credits)</start><credit><scheme>ects</scheme>"
      + "<value>\(credits)</value></credit></learningOpportunityInstance></specifies></learningOpportunitySpecification>"
  }
}
