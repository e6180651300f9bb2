import PasserelleKit
import PasserelleTesting
import Testing

@testable import Plain

/// Agreements, laws, programmes and decisions as descriptors.
struct AgreementTests {
  private let yaml = """
    passerelle: 1
    agreement:
      id: aa-bb-2020
      kind: bilateral-agreement
      title: {en: Agreement between A and B}
      from: [AD]
      to: [BB]
      mutual: true
      parties: [Ministry of A, Ministry of B]
      purpose: [work]
      date: 2020-05-01
      valid: {from: 2021, to: 2029}
      lasting: true
      exceptFields: [isced-f-2013:0912]
      exceptOccupations: [isco-08:221, isco-08:2261]
      covers: {en: Certificates of welders}
      conditions: {en: Two years of work}
      source: text
    sources:
      text: {title: The agreement, publisher: Ministry of A, date: 2020, official: true}
    declarations:
      - {from: "aa-nqf:welder", to: "bb-nqf:welder", conditions: [a test], compensation: [a course]}
    decisions:
      - {from: "aa-nqf:cook", to: "bb-nqf:cook", outcome: partial, date: 2022-03, purpose: study, mutual: false}
    """.replacing(", mutual: false", with: "")

  private let xml = """
    <passerelle version="1">
      <agreement id="aa-bb-2020" kind="bilateral-agreement" mutual="true" date="2020-05-01" lasting="true" source="text">
        <title xml:lang="en">Agreement between A and B</title>
        <from>AD</from>
        <to>BB</to>
        <party>Ministry of A</party>
        <party>Ministry of B</party>
        <purpose>work</purpose>
        <valid from="2021" to="2029"/>
        <exceptField>isced-f-2013:0912</exceptField>
        <exceptOccupation>isco-08:221</exceptOccupation>
        <exceptOccupation>isco-08:2261</exceptOccupation>
        <covers xml:lang="en">Certificates of welders</covers>
        <conditions xml:lang="en">Two years of work</conditions>
      </agreement>
      <sources>
        <source id="text" title="The agreement" publisher="Ministry of A" date="2020" official="true"/>
      </sources>
      <declarations>
        <declaration from="aa-nqf:welder" to="bb-nqf:welder">
          <condition>a test</condition>
          <compensation>a course</compensation>
        </declaration>
      </declarations>
      <decisions>
        <decision from="aa-nqf:cook" to="bb-nqf:cook" outcome="partial" date="2022-03" purpose="study"/>
      </decisions>
    </passerelle>
    """

  @Test func conformsInYAML() {
    expectConformance(of: Plain(), on: yaml, named: "aa-bb.yaml")
  }

  @Test func saysTheSameInBothForms() {
    let one = Reading(of: yaml, named: "aa-bb.yaml", with: Plain())
    let other = Reading(of: xml, named: "aa-bb.xml", with: Plain())

    #expect(one.statements.map(\.statement) == other.statements.map(\.statement))
    #expect(one.diagnostics.isEmpty && other.diagnostics.isEmpty)
  }

  @Test func aDeclarationHasTheScopeOfItsAgreementAndGoesBothWaysWhereThatSaysSo() throws {
    let links = Reading(of: yaml, named: "aa-bb.yaml", with: Plain()).links
      .filter { $0.relation == .declaredEquivalent }

    #expect(
      links.map { "\($0.from) \($0.to)" } == [
        "aa-nqf:welder bb-nqf:welder", "bb-nqf:welder aa-nqf:welder",
      ])
    let link = try #require(links.first)
    #expect(link.parties == ["Ministry of A", "Ministry of B"])
    #expect(link.purposes == [.work])
    #expect(link.conditions == ["a test"])
    #expect(link.compensation == ["a course"])
    #expect(link.validity.from?.description == "2021")
  }

  @Test func aDeclarationIsNotOlderThanItsAgreement() throws {
    let undated = yaml.replacing("  valid: {from: 2021, to: 2029}\n", with: "")
    let links = Reading(of: undated, named: "aa-bb.yaml", with: Plain()).links

    #expect(links.map(\.validity.from?.description) == ["2020-05-01", "2020-05-01", nil])
  }

  @Test func aDecisionIsAPrecedentWithItsOutcome() throws {
    let links = Reading(of: yaml, named: "aa-bb.yaml", with: Plain()).links
      .filter { $0.relation == .precedent }

    #expect(links.map(\.outcome) == [.partial])
    #expect(links.first?.date?.description == "2022-03")
    #expect(links.first?.purposes == [.study])
  }

  @Test func mistakesAreReportedWhereTheyStand() {
    expectDiagnostics(
      from: Plain(),
      reading: """
        passerelle: 1
        agreement:
          id: aa-bb
          kind: 1️⃣treaty
          title: {en: x}
        """, named: "x.yaml", ["1️⃣": "bad-kind"])
    expectDiagnostics(
      from: Plain(),
      reading: """
        passerelle: 1
        agreement: {id: aa-bb, kind: law, title: {en: x}, source: s}
        sources: {s: {title: y}}
        decisions:
          - {from: "a:1", to: "b:1", outcome: 1️⃣maybe}
        """, named: "x.yaml", ["1️⃣": "bad-outcome"])
  }
}
