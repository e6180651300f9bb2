import PasserelleKit
import PasserelleTesting
import Testing

@testable import Plain

struct PlainTests {
  @Test(arguments: [
    (
      """
      passerelle: 1
      framework: {id: xx, kind: qualifications-framework, title: {en: X}}
      sources: {act: {title: Act}}
      levels: [{code: "3", title: {en: Level 3}}]
      qualifications:
        - code: welder
          title: {en: Welder}
          level: "3"
          status: in force
          valid: {from: 2020, to: 2030}
          workload: [60 ects, 1500-1800 total-hours]
          awardedBy: {to: "xx:school"}
          inField: {to: "isced-f-2013:0715"}
          noMatch: {to: isco-08}
      organisations: [{code: school, title: {en: A school}}]
      """, "xx.yaml"
    ),
    (
      """
      <passerelle version="1">
        <framework id="xx" kind="qualifications-framework"><title xml:lang="en">X</title></framework>
        <sources><source id="act" title="Act"/></sources>
        <levels><level code="3"><title xml:lang="en">Level 3</title></level></levels>
        <qualifications>
          <qualification code="welder" level="3" status="in force">
            <title xml:lang="en">Welder</title>
            <valid from="2020" to="2030"/>
            <workload>60 ects</workload>
            <workload>1500-1800 total-hours</workload>
            <awardedBy to="xx:school"/>
            <inField to="isced-f-2013:0715"/>
            <noMatch to="isco-08"/>
          </qualification>
        </qualifications>
        <organisations><organisation code="school"><title xml:lang="en">A school</title></organisation></organisations>
      </passerelle>
      """, "xx.xml"
    ),
  ])
  func aQualificationMayStateWhatARegisterStates(text: String, name: String) throws {
    let reading = Reading(of: text, named: name, with: Plain())
    #expect(reading.diagnostics == [])
    let welder = try #require(reading.concepts.first { $0.kind == .qualification })
    #expect(welder.status == "in force")
    #expect(welder.validity == Validity(from: CalendarDate("2020"), to: CalendarDate("2030")))
    #expect(welder.workloads.map(\.description) == ["60 ects", "1500-1800 total-hours"])
    #expect(
      reading.links.map { "\($0.relation.rawValue) \($0.to)" }.sorted() == [
        "atLevel xx:3", "awardedBy xx:school", "inField isced-f-2013:0715", "noMatch isco-08",
      ])
    #expect(reading.concepts.map(\.kind) == [.level, .qualification, .organisation])
  }

  @Test func conformsInYAML() {
    expectConformance(of: Plain(), on: Samples.yaml, named: "xx-nqf.yaml")
  }

  @Test func conformsInXML() {
    expectConformance(of: Plain(), on: Samples.xml, named: "xx-nqf.xml")
  }

  @Test func saysTheSameOfBothForms() {
    let yaml = Reading(of: Samples.yaml, named: "xx-nqf.yaml", with: Plain())
    let xml = Reading(of: Samples.xml, named: "xx-nqf.xml", with: Plain())

    #expect(yaml.statements.map(\.statement) == xml.statements.map(\.statement))
    #expect(yaml.statements.count == 24)
  }

  @Test func keepsEveryCodeToTheLastByte() {
    let codes = ["0110", "4+", "4.10", "Entry level", "NO", "1e5", "7.1 sv"]
    let levels = codes.map { "  - {code: \($0), title: {en: x}}\n" }.joined()
    let reading = Reading(of: Samples.head + "levels:\n" + levels, named: "x.yaml", with: Plain())

    #expect(reading.concepts.map { $0.id.code?.description } == codes)
  }

  @Test func norwayIsACountry() {
    let text = Samples.head.replacing("  title:", with: "  country: NO\n  title:")
    let reading = Reading(of: text, named: "x.yaml", with: Plain())
    #expect(reading.frameworks.first?.countries.map(\.description) == ["NO"])
  }

  @Test func readsWhoDecidesAndLeavesOpenWhatTheSourceDoesNotSay() throws {
    let reading = Reading(of: Samples.yaml, named: "xx-nqf.yaml", with: Plain())
    let study = try #require(reading.procedures.first)
    let experience = try #require(reading.procedures.last)

    #expect(study.purpose == .study)
    #expect(study.informationCentres == ["The Centre", "The Other Centre"])
    #expect(study.isBinding == false)
    #expect(study.laws.map(\.description) == ["yy-group, YE: The Directive"])
    #expect(study.origins.map(\.description) == ["not yy-group"])
    #expect(study.sectors == [.school, .vocational])
    #expect(study.occupations.map(\.description) == ["yy-jobs:7", "yy-jobs:8"])
    #expect(study.firstContacts == ["The Door"])
    #expect(experience.purpose == .priorLearning)
    #expect(experience.isBinding == nil)
    #expect(!experience.isVerified)
  }

  @Test func readsTheRecognitionOfACountryAProcedureForEachPurpose() {
    let text = """
      passerelle: 1
      recognition: {id: xx-recognition, country: QA, title: {en: Recognition in X}}
      sources: {act: {title: Act}}
      procedures: [{purpose: [study, work], decides: employer}]
      """
    let reading = Reading(of: text, named: "x.yaml", with: Plain())

    #expect(reading.frameworks.map(\.kind) == [.recognition])
    #expect(reading.frameworks.flatMap(\.countries).map(\.description) == ["QA"])
    #expect(reading.procedures.map(\.purpose) == [.study, .work])
    #expect(reading.procedures.map(\.deciders) == [["employer"], ["employer"]])
  }

  @Test func theRecognitionOfACountryIsNotAFramework() {
    let text = Samples.head.replacing("kind: qualifications-framework", with: "kind: recognition")
    let reading = Reading(of: text, named: "x.yaml", with: Plain())

    #expect(reading.diagnostics.map(\.id) == [.badKind])
  }

  @Test func aVersionMayHaveDaysAndNoLabel() {
    let text = Samples.head.replacing("  title:", with: "  version: {from: 2013-04}\n  title:")
    let framework = Reading(of: text, named: "x.yaml", with: Plain()).frameworks.first

    #expect(framework?.name.version == nil)
    #expect(framework?.validity.from?.description == "2013-04")
  }

  @Test func aLinkStandsWhereItsTargetIsWritten() {
    let text =
      Samples.head + "levels:\n  - code: a\n    title: {en: A}\n    referencedTo: {to: eqf:1}\n"
    let reading = Reading(of: text, named: "x.yaml", with: Plain())
    let link = reading.statements.last

    #expect(link?.position.line == 10)
    #expect(link?.position.column == 24)
  }

  @Test func oneMistakeDoesNotHideTheNext() {
    expectDiagnostics(
      from: Plain(),
      reading: Samples.head + """
        levels:
          - {code: a, title: {en: A}, 1️⃣titel: {en: B}}
          - 2️⃣{title: {en: C}}
          - {code: c, title: {en: C}, referencedTo: {to: 3️⃣EQF 1}}
          - {code: d, title: {en: D}, uri: 4️⃣[x]}
        """, named: "x.yaml",
      ["1️⃣": "unknown-key", "2️⃣": "missing-key", "3️⃣": "bad-identifier", "4️⃣": "wrong-type"])
  }

  @Test(arguments: Samples.mistakes)
  func namesEveryMistakeAndItsPlace(text: String, id: Diagnostic.ID) {
    let reading = expectDiagnostics(from: Plain(), reading: text, named: "x.yaml", ["1️⃣": id])
    #expect(reading.diagnostics.allSatisfy { $0.hint != nil }, "says what to do")
  }

  @Test(arguments: Samples.xmlMistakes)
  func namesEveryMistakeInXMLAndItsPlace(text: String, id: Diagnostic.ID) {
    let reading = expectDiagnostics(from: Plain(), reading: text, named: "x.xml", ["1️⃣": id])
    #expect(reading.diagnostics.allSatisfy { $0.hint != nil }, "says what to do")
  }

  @Test(arguments: [
    ("title: {fr: Un}", "title: Deux", "write 'title: {fr: …}'"),
    ("title: Un", "title: {}", "write 'title: {en: …}'"),
  ])
  func proposesTheLanguageOfTheOtherTitles(first: String, second: String, hint: String) {
    let text = """
      passerelle: 1
      framework: {id: xx, kind: meta-framework, \(first), source: act}
      sources: {act: {title: Act}}
      levels: [{code: "1", \(second)}]
      """
    let reading = Reading(of: text, named: "xx.yaml", with: Plain())
    #expect(reading.diagnostics.filter { $0.id == "missing-language" }.map(\.hint) == [hint])
  }

  @Test func whatAQualificationIsAPartOfHasItsFrameworkBeforeIt() {
    let text = """
      passerelle: 1
      framework: {id: xx, version: {label: "2019"}, kind: meta-framework, title: {en: X}, source: act}
      sources: {act: {title: Act}}
      qualifications: [{code: q, title: {en: Q}, partOf: {to: brevet}}]
      """
    let reading = Reading(of: text, named: "xx.yaml", with: Plain())
    #expect(
      reading.diagnostics.first?.hint
        == "write the framework before the code, such as 'xx@2019:brevet'")
  }

  @Test func everyMistakeIsKnownByANameOfItsOwn() {
    #expect(Set((Samples.mistakes + Samples.xmlMistakes).map(\.1)).count >= 30)
  }

  @Test(arguments: ["title", "sources", "levels", "kind"])
  func suggestsWhatWasMeant(key: String) {
    let misspelt = key.prefix(2) + key.dropFirst(3)
    let text =
      "passerelle: 1\nframework: {id: x, kind: meta-framework, title: {en: x}, \(misspelt): 1}"
      + "\n\(misspelt): 1\n"
    let reading = Reading(of: text, named: "x.yaml", with: Plain())
    #expect(
      reading.diagnostics.contains {
        $0.hint?.hasPrefix("did you mean") == true && $0.hint?.contains("'\(key)'") == true
      })
  }
}
