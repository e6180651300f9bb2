import PasserelleKit
import PasserelleTesting
import SharedData
import Testing

@testable import Ofqual

struct OfqualTests {
  private let table = """
    Qualification Number,Qualification Title,Owner Organisation Recognition Number,Owner Organisation Name,Owner Organisation Acronym,Qualification Level,Qualification Sub Level,EQF Level,Qualification Type,Total Credits,Qualification SSA,Qualification Status,Regulation Start Date,Operational Start Date,Operational End Date,Total Qualification Time,Guided Learning Hours,Offered In England
    600/1234/5,"Level 3 Diploma in Welding",RN1,Example Awards,EA,Level 3,None,Level 4,Vocational Qualification,37,Manufacturing technologies,Available to learners,2011-01-01,2011-02-01,,370,250,True
    600/2222/0,Entry Level Award in Cookery,RN1,Example Awards,EA,Entry Level,Entry 2,,Other,0,Hospitality and catering,No longer awarded,2010-08-01,01/09/2010,31/08/2015,,40,True
    603/0001/1,Award in Numbers,RN2,Other Board,,Level 1/Level 2,None,,Other,,,Available to learners,2017-01-01,2017-01-01,,,,True

    """

  @Test func conforms() {
    expectConformance(of: Ofqual(), on: table, named: "Qualifications.csv")
  }

  @Test func statesTheQualificationWithAllThatTheRegisterCounts() throws {
    let reading = Reading(of: table, named: "Qualifications.csv", with: Ofqual())
    #expect(reading.diagnostics == [])
    let diploma = try #require(reading.concepts.first { $0.kind == .qualification })

    #expect(diploma.id.description == "gb-ofqual:600/1234/5")
    #expect(diploma.tier == "Vocational Qualification")
    #expect(diploma.status == "Available to learners")
    #expect(diploma.validity == Validity(from: CalendarDate("2011-02-01")))
    #expect(
      diploma.workloads.map(\.description) == ["370 total-hours", "250 guided-hours", "37 credits"])
    #expect(
      reading.notes.first?.text.preferred
        == "Regulation Start Date: 2011-01-01; Offered In England: True")
  }

  @Test func readsANumberWithASpreadsheetsGuard() {
    let reading = Reading(
      of: "Qualification Number,Qualification Title,Owner Organisation Recognition Number\n"
        + "=\"600/1234/5\",Diploma,RN1\n", named: "Qualifications.csv", with: Ofqual())
    #expect(reading.concepts.last?.id.description == "gb-ofqual:600/1234/5")
    #expect(reading.diagnostics.map(\.id) == ["mended"])
  }

  @Test func placesItAndNamesWhoAwardsIt() {
    let reading = Reading(of: table, named: "Qualifications.csv", with: Ofqual())
    #expect(
      reading.links.map { "\($0.from.code?.description ?? "") \($0.relation.rawValue) \($0.to)" }
        == [
          "600/1234/5 awardedBy gb-ofqual:RN1", "600/1234/5 atLevel gb-rqf:3",
          "600/1234/5 referencedTo eqf:4", "600/1234/5 inField gb-ssa:Manufacturing technologies",
          "600/2222/0 awardedBy gb-ofqual:RN1", "600/2222/0 atLevel gb-rqf:Entry 2",
          "600/2222/0 inField gb-ssa:Hospitality and catering",
          "603/0001/1 awardedBy gb-ofqual:RN2", "603/0001/1 atLevel gb-rqf:1",
          "603/0001/1 atLevel gb-rqf:2",
        ])
    let bodies = reading.concepts.filter { $0.kind == .organisation }
    #expect(bodies.map(\.title.preferred) == ["Example Awards", "Other Board"])
  }

  @Test func readsBothFormsOfADateAndLeavesZeroCredits() throws {
    let reading = Reading(of: table, named: "Qualifications.csv", with: Ofqual())
    let award = try #require(reading.concepts.first { $0.id.code?.description == "600/2222/0" })
    #expect(award.validity.from?.description == "2010-09-01")
    #expect(award.validity.to?.description == "2015-08-31")
    #expect(award.workloads.map(\.description) == ["40 guided-hours"])
  }

  @Test func theRegisterIsOpenAndReadInACopy() throws {
    let reading = Reading(of: table, named: "Qualifications.csv", with: Ofqual())
    let register = try #require(reading.frameworks.first)
    #expect(register.kind == .register)
    #expect(register.isOpen)
    #expect(reading.documents.map(\.via) == ["the file Qualifications.csv"])
    #expect(reading.documents.map(\.isOfficial) == [false])
  }

  @Test func reportsWhatIsWrongAtItsPlaceAndReadsOn() {
    let reading = expectDiagnostics(
      from: Ofqual(),
      reading: """
        Qualification Number,Qualification Title,Owner Organisation Recognition Number,Qualification Level,Operational Start Date,Operational End Date,Total Qualification Time
        1️⃣,No number,RN1,Level 1,,,
        2️⃣1/2/3,,RN1,Level 1,,,
        1/2/4,Bad date,RN1,Level 1,3️⃣soon,,
        1/2/5,Backwards,RN1,Level 1,2020-01-01,4️⃣2019-01-01,
        1/2/6,Bad hours,RN1,Level 1,,,5️⃣many
        1/2/7,Bad level,RN1,6️⃣Advanced,,,
        """, named: "q.csv",
      [
        "1️⃣": "missing-value", "2️⃣": "missing-value", "3️⃣": "bad-date", "4️⃣": "bad-validity",
        "5️⃣": "bad-workload", "6️⃣": "passed-over",
      ])
    #expect(
      reading.concepts.filter { $0.kind == .qualification }.map(\.title.preferred) == ["Bad level"])
  }

  @Test(.enabled(if: SharedData.areHere, Comment(rawValue: SharedData.absence)))
  func readsAnAnswerOfTheAPI() throws {
    let source = try SharedData.source("ofqual/qualifications-list-response.json")
    #expect(Ofqual().identify(source) == 90)
    let reading = Reading(of: source, with: Ofqual())
    #expect(reading.diagnostics == [])

    let level = try #require(reading.concepts.first { $0.kind == .qualification })
    #expect(level.id.description == "gb-ofqual:100/0102/5")
    #expect(level.alternatives.entries.map(\.text) == ["10001025"])
    #expect(level.validity.to?.description == "2009-08-31")
    #expect(level.workloads.map(\.description) == ["360 guided-hours"])
    #expect(
      reading.links.map { "\($0.relation.rawValue) \($0.to)" } == [
        "awardedBy gb-ofqual:RN5196", "atLevel gb-rqf:2", "referencedTo eqf:3",
        "inField gb-ssa:Languages, literature and culture of the British Isles",
      ])
    #expect(reading.notes.first?.text.preferred?.contains("GradingScale: A/B/C/D/E") == true)
  }

  @Test func oneObjectIsAnAnswerToo() {
    let text = #"{"QualificationNumber": "1/2/3", "Title": "Award", "Level": "Level 1"}"#
    let reading = Reading(of: text, named: "q.json", with: Ofqual())
    #expect(reading.diagnostics == [])
    #expect(reading.links.map(\.to.description) == ["gb-rqf:1"])
  }

  @Test(arguments: [
    "", "[", "[1]", #"{"Results": [{"QualificationNumber": 1, "QualificationNumber": 2}]}"#,
  ])
  func brokenJSONIsADiagnosticAndNoMore(text: String) {
    let reading = Reading(of: text, named: "q.json", with: Ofqual())
    #expect(reading.diagnostics.contains { $0.severity == .error })
    #expect(reading.concepts == [])
  }

  @Test func leavesOtherFiles() {
    for (name, text) in [("x.csv", "a,b\n"), ("x.json", "{}"), ("x.xml", "<a/>"), ("x.json", "")] {
      #expect(Ofqual().identify(Source(parts: [SourcePart(name: name, text: text)])) == 0)
    }
  }
}
