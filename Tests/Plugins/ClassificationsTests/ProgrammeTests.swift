import PasserelleKit
import PasserelleTesting
import Testing

@testable import Classifications

/// A country's programmes, as UNESCO's mapping sheets have them: without codes, with a level, an age and
/// a duration, and with ISCED's codes that a spreadsheet has taken for numbers.
struct ProgrammeTests {
  private static func table(_ rows: String) -> String {
    """
    # framework: {id: xx-programmes, kind: register-of-qualifications, title: {en: Programmes}}
    # sources: {uis: {title: ISCED 2011 mapping, publisher: UNESCO Institute for Statistics}}
    # codes: titles
    # digits: {ISCED-P: 3}
    # agree: {ISCED-P: ISCED level}
    # columns:
    #   title: {en: Programme}
    #   workload: {column: Duration, unit: years}
    #   notes: [Entrance age, Orientation, ISCED-P]
    #   links: {classifiedAs: {column: ISCED level, to: isced-2011}}
    Programme,Entrance age,Duration,Orientation,ISCED level,ISCED-P
    \(rows)

    """
  }

  @Test func programmesWithoutCodesAreCalledByTheirTitles() {
    let reading = Reading(
      of: Self.table(
        """
        Primary Education (grades 1-6),7,6,,1,100
        Pre-schooling,6,1,Pre-primary,0,20
        Doctorate,24,3,,8,864
        Doctorate,25,4,,8,864
        """), named: "xx.csv", with: Classifications())

    #expect(
      reading.concepts.map(\.id.description) == [
        "xx-programmes:primary-education-grades-1-6", "xx-programmes:pre-schooling",
        "xx-programmes:doctorate", "xx-programmes:doctorate-2",
      ])
    #expect(reading.concepts.allSatisfy { $0.kind == .qualification })
    #expect(
      reading.concepts.map { $0.workloads.map(\.description) } == [
        ["6 years"], ["1 years"], ["3 years"], ["4 years"],
      ])
    #expect(
      reading.links.map { "\($0.relation) \($0.to)" } == [
        "classifiedAs isced-2011:1", "classifiedAs isced-2011:0", "classifiedAs isced-2011:8",
        "classifiedAs isced-2011:8",
      ])
    #expect(
      reading.notes.compactMap(\.text.preferred).filter { $0.hasPrefix("ISCED-P") } == [
        "ISCED-P: 100", "ISCED-P: 020", "ISCED-P: 864", "ISCED-P: 864",
      ])
    #expect(reading.diagnostics == [])
  }

  @Test func columnsThatContradictEachOtherAreTold() {
    expectDiagnostics(
      from: Classifications(),
      reading: Self.table(
        """
        Lyceum,15,3,General,2,1️⃣344
        Crèche,0,3,,0,10
        """), named: "xx.csv", ["1️⃣": "contradictory-columns"])
  }

  @Test func aDurationThatIsNoNumberIsANote() {
    expectDiagnostics(
      from: Classifications(),
      reading: Self.table(
        """
        College,18,1️⃣2 à 4 ans,,5,554
        University,18,45385,,6,665
        """), named: "xx.csv", ["1️⃣": "passed-over"])
  }
}
