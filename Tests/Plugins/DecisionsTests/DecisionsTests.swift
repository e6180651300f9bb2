import PasserelleKit
import PasserelleTesting
import Testing

@testable import Decisions

struct DecisionsTests {
  private let sample = """
    # id: chamber-cases
    # title: {en: Decisions of the chamber}
    # parties: [The chamber]
    # to: DE
    # sources:
    #   files: {title: Case files, publisher: The chamber, date: 2025, official: true}
    from,to,outcome,date,purpose,conditions,compensation,reference,note
    ph-pqf:nc-ii,de-nqf:4,with-compensation,2024-03-01,work,,adaptation; a test,17/24,
    ma-cnc:4,de-nqf:4,refused,2025,study,,,18/25,no outcomes were documented
    """

  @Test func conforms() {
    expectConformance(of: Decisions(), on: sample, named: "cases.csv")
  }

  @Test func eachRowIsAPrecedentOfTheBody() throws {
    let reading = Reading(of: sample, named: "cases.csv", with: Decisions())

    #expect(reading.agreements.map(\.kind) == [.precedents])
    #expect(reading.links.map(\.relation) == [.precedent, .precedent])
    #expect(reading.links.map(\.outcome) == [.compensation, .refused])
    let first = try #require(reading.links.first)
    #expect(first.parties == ["The chamber"])
    #expect(first.compensation == ["adaptation", "a test"])
    #expect(first.note.preferred == "case 17/24")
  }

  /// The outcomes that the practice of the Lisbon Recognition Convention knows.
  @Test(arguments: [
    ("recognised", Outcome.recognised), ("with-compensation", .compensation),
    ("conditional", .conditional), ("alternative", .alternative), ("partial", .partial),
    ("refused", .refused),
  ])
  func everyOutcomeIsRead(token: String, outcome: Outcome) {
    let text = sample.replacing(",refused,", with: ",\(token),")

    #expect(Reading(of: text, named: "cases.csv", with: Decisions()).links.last?.outcome == outcome)
  }

  @Test func aColumnThatIsNotKnownIsRefused() {
    expectDiagnostics(
      from: Decisions(), reading: "1️⃣from,to,outcome,name of the applicant\na:1,b:1,refused,X\n",
      named: "x.csv", ["1️⃣": "unknown-column"])
  }

  @Test func nobodysDecisionsAreRefused() {
    expectDiagnostics(
      from: Decisions(), reading: "1️⃣from,to,outcome\na:1,b:1,refused\n", named: "x.csv",
      ["1️⃣": "missing-head"])
  }

  @Test func anOutcomeThatIsNotKnownIsReportedInItsPlace() {
    expectDiagnostics(
      from: Decisions(),
      reading: "# id: x\n# title: {en: x}\nfrom,to,outcome\na:1,b:1,1️⃣fine\n", named: "x.csv",
      ["1️⃣": "bad-outcome"])
  }
}
