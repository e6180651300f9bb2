import PasserelleKit
import PasserelleTesting
import Testing

@testable import ISCED

struct ISCEDTests {
  private let sample = """
    # framework: isced-2011
    # sources:
    #   eurostat: {title: CL_ISCED11, publisher: Eurostat, official: true}
    Code,Description,ParentCode
    ED0,Early childhood education,
    ED01,Early childhood educational development,ED0
    ED6,Bachelor’s or equivalent level,
    """

  @Test func conforms() {
    expectConformance(of: ISCED(), on: sample, named: "isced-2011.csv")
  }

  @Test func readsTheLevelsOf2011() {
    let reading = Reading(of: sample, named: "isced-2011.csv", with: ISCED())
    #expect(
      reading.concepts.map(\.id.description) == ["isced-2011:0", "isced-2011:01", "isced-2011:6"])
    #expect(reading.links.map(\.to.description) == ["isced-2011:0"])
  }

  @Test func readsTheLevelsOf1997WithTheirProgrammeTypes() {
    let text =
      "code,description\nTOTAL,all\n0,Pre-primary\n5-6,both\n5A,first stage\n6,second stage\n"
    let reading = Reading(of: text, named: "x.csv", with: ISCED())
    #expect(reading.concepts.map(\.id.description) == ["0", "5A", "6"].map { "isced-1997:\($0)" })
  }

  @Test(arguments: [
    "code,title\n00,Generic\n001,Basic\n0110,nfd\n01,Education\n011,Education\n",
    "Code,Description\nF00,Generic\nF001,Basic\nF0110,nfd\nF01,Education\nF011,Education\n",
  ])
  func readsFieldsWithAndWithoutTheLetter(text: String) {
    let reading = Reading(of: text, named: "x.csv", with: ISCED())
    #expect(
      reading.concepts.map { "\($0.id) \($0.tier ?? "")" } == [
        "isced-f-2013:00 broad field", "isced-f-2013:001 narrow field",
        "isced-f-2013:0110 residual category", "isced-f-2013:01 broad field",
        "isced-f-2013:011 narrow field",
      ])
  }

  @Test func refusesAnEditionThatItDoesNotKnow() {
    expectDiagnostics(
      from: ISCED(), reading: "# framework: 1️⃣isced-1976\ncode,title\n1,x\n", named: "x.csv",
      ["1️⃣": "unknown-edition"])
  }
}
