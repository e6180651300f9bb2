import PasserelleKit
import PasserelleTesting
import SharedData
import Testing

@testable import Classifications

/// National classifications as their offices publish them.
@Suite(.enabled(if: SharedData.areHere, Comment(rawValue: SharedData.absence)))
struct NationalClassificationTests {
  private let framework = """
    framework:
      id: uk-soc-2020
      kind: classification-of-occupations
      country: GB
      title: {en: Standard Occupational Classification 2020}
    tiers: [major group, sub-major group, minor group, unit group]

    """

  @Test func readsTheStructureOfTheUnitedKingdom() throws {
    let reading = try read(
      "uk-soc2020/soc2020_vol1_SOC2020_Framework.csv",
      """
      columns:
        code: [SOC2020 Major Group, SOC2020 Sub-Major Group, SOC2020 Minor Group, SOC2020 Unit Group]
        title: {en: SOC2020 Group Title}
        uri: Unique ID
        ignored: [Change, VERSNO]
      """)
    #expect(reading.diagnostics == [])
    #expect(counts(reading) == [9, 26, 104, 412])
    #expect(reading.links.count == 551 - 9)
    #expect(
      reading.concepts.last?.title.preferred == "Other elementary services occupations n.e.c.")
  }

  @Test func readsItsDescriptionsWithTitlesOfJobs() throws {
    let reading = try read(
      "uk-soc2020/soc2020_vol1_SOC2020_descriptions.csv",
      """
      empty: ["<blank>"]
      columns:
        code: [SOC 2020 Major Group, SOC 2020 Sub-Major Group, SOC 2020 Minor Group, SOC 2020 Unit Group]
        title: {en: SOC 2020 Group Title}
        alternatives: {en: Related Job Titles}
        notes: [Group Description, Typical Entry Routes And Associated Qualifications, Tasks]
        ignored: [Groups Classified Within Sub-Groups]
      """)
    #expect(reading.diagnostics == [])
    #expect(counts(reading) == [9, 26, 104, 412])
    let chief = try #require(reading.concepts.first { $0.id.code?.description == "1111" })
    #expect(
      chief.alternatives.entries.map(\.text) == [
        "Chairman", "Chief executive", "Civil servant (grade 5 & above)", "Diplomat",
        "Vice President",
      ])
  }

  private func read(_ path: String, _ map: String) throws -> Reading {
    let table = try SharedData.source(path).main
    return Reading(
      of: Source(parts: [table, SourcePart(name: "head.yaml", text: framework + map)]),
      with: Classifications())
  }

  private func counts(_ reading: Reading) -> [Int] {
    ["major group", "sub-major group", "minor group", "unit group"].map { tier in
      reading.concepts.count { $0.tier == tier }
    }
  }
}
