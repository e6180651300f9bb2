import PasserelleKit
import PasserelleTesting
import Testing

@testable import ESCO

struct BrokenReleaseTests {
  @Test func rowsThatNameWhatIsNotThereAreToldByTheConceptThatIsMissing() throws {
    let rows = (0..<3).map {
      "\(Samples.base)/occupation/gone,essential,,\(Samples.base)/skill/s\($0)"
    }
    let text = ([Samples.occupationSkills] + rows).joined(separator: "\n")
    let reading = read(["occupationSkillRelations.csv": text])

    #expect(reading.diagnostics.map(\.id) == ["dangling-row"])
    let told = try #require(reading.diagnostics.first)
    #expect(told.severity == .warning)
    #expect(told.position.line == 4)
    #expect(told.position.file.hasSuffix("occupationSkillRelations.csv"))
    #expect(told.summary.hasPrefix("3 rows name '\(Samples.base)/occupation/gone'"))
    #expect(told.hint == "they are skipped: lines 4 to 6")
    #expect(reading.links.filter { $0.relation == .requiresEssential }.count == 2)
  }

  @Test func aThousandMissingConceptsAreNoThousandLines() {
    let rows = (0..<1_000).map {
      "\(Samples.base)/occupation/x\($0),essential,,\(Samples.base)/skill/s1"
    }
    let text = ([Samples.occupationSkills] + rows).joined(separator: "\n")
    let reading = read(["occupationSkillRelations.csv": text])

    #expect(reading.diagnostics.count == 21)
    let rest = reading.diagnostics.filter {
      $0.summary.hasPrefix("980 more rows name 980 more concepts")
    }
    #expect(rest.count == 1)
  }

  @Test func aGroupThatTheReleaseDoesNotListIsReported() {
    let text = Samples.occupations.replacing(",7115,carpenter", with: ",9999,carpenter")
    let reading = read(["occupations_en.csv": text])
    #expect(reading.diagnostics.map(\.id) == ["unknown-group"])
    #expect(reading.diagnostics.first?.position.line == 2)
  }

  @Test func aPairThatStandsTwiceIsKeptOnce() {
    let text = Samples.skillSkills + "\n" + (Samples.skillSkills.split(separator: "\n").last ?? "")
    let reading = read(["skillSkillRelations.csv": text])
    #expect(reading.diagnostics.map(\.id) == ["duplicate-pair"])
    #expect(reading.links.filter { $0.relation == .requiresEssential }.count == 2)
  }

  @Test(arguments: [
    ("skills_en.csv", "knowledge,sector-specific,types of wood", ",,", "missing-title"),
    ("skills_en.csv", "skill/s2", "skill/s1", "duplicate-code"),
    ("skills_en.csv", "/skill/s2", "/skill/", "bad-code"),
    ("occupationSkillRelations.csv", "optional", "maybe", "bad-relation"),
  ])
  func aBadRowIsReportedAndTheRestIsRead(file: String, old: String, new: String, id: String) {
    let text = Samples.release.first { $0.name.hasSuffix(file) }?.text.replacing(old, with: new)
    let reading = read([file: text ?? ""])
    let errors = reading.diagnostics.filter { $0.severity == .error }
    #expect(errors.map(\.id.rawValue) == [id])
    #expect(errors.first?.position.line ?? 0 > 1)
    #expect(reading.concepts.count >= 8)
  }

  @Test func relationsAloneSayWhatIsMissing() {
    let reading = Reading(
      of: Samples.release.filter { $0.name.hasPrefix(Samples.relations) }, with: ESCO())
    #expect(reading.diagnostics.map(\.id) == ["missing-part"])
    #expect(reading.statements.isEmpty)
  }

  @Test func aFolderWithoutAVersionIsReadAsNone() {
    let files = Samples.release.map { file in
      (name: String(file.name.split(separator: "/").last ?? ""), text: file.text)
    }
    let reading = Reading(of: files, with: ESCO())
    #expect(reading.frameworks.map(\.name.description) == ["esco"])
    #expect(reading.diagnostics.map(\.id) == ["no-version"])
  }

  @Test func twoVersionsAreNotMixed() {
    let files = Samples.release + [("ESCO v1.2.0/skills_fr.csv", Samples.skills)]
    #expect(Reading(of: files, with: ESCO()).diagnostics.map(\.id) == ["several-versions"])
  }

  @Test func theSameFileTwiceIsNotRead() {
    let files = Samples.release + [("v1.1.1/skills_en.csv", Samples.skills)]
    #expect(Reading(of: files, with: ESCO()).diagnostics.map(\.id) == ["duplicate-part"])
  }

  @Test func aFileWithoutALanguageIsNotGuessedAt() {
    let files = Samples.release.map { file in
      (name: file.name.replacing("skills_en", with: "skills"), text: file.text)
    }
    #expect(Reading(of: files, with: ESCO()).diagnostics.map(\.id) == ["no-language"])
  }

  @Test func filesThatWereRenamedHearTheirNamesInTheReleaseAllAtOnce() {
    let renamed = [
      ("a.csv", "Occupation"), ("occupation_groups.csv", "ISCOGroup"),
      ("b.csv", "KnowledgeSkillCompetence"), ("skill_groups.csv", "SkillGroup"),
    ].map { name, type in
      (name: "esco-1.1.1/\(name)", text: "conceptType,conceptUri,preferredLabel\n\(type),e/x,x\n")
    }
    let schemes = (name: "esco-1.1.1/c.csv", text: "conceptSchemeUri,preferredLabel\ne/y,y\n")
    let reading = Reading(of: renamed + [schemes], with: ESCO())

    #expect(reading.statements.isEmpty)
    #expect(
      reading.diagnostics.map { "\($0.id) \($0.position.file) \($0.hint ?? "")" }.sorted()
        == [
          ("a", "occupations"), ("b", "skills"), ("c", "conceptSchemes"),
          ("occupation_groups", "ISCOGroups"), ("skill_groups", "skillGroups"),
        ].map { file, name in
          "no-language esco-1.1.1/\(file).csv name it as the release does: '\(name)_en.csv' if they are in English"
        })
  }

  @Test func aFileThatIsCutShortIsReportedByItsName() {
    let reading = read(["skills_en.csv": "conceptType,conceptUri,preferredLabel\n\"a"])
    #expect(reading.diagnostics.map(\.id) == ["unclosed-quote"])
    #expect(reading.diagnostics.first?.position.file.hasSuffix("skills_en.csv") == true)
  }

  @Test func anOlderReleaseHasFewerColumnsAndIsReadAsWell() {
    let skills = """
      conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,description
      KnowledgeSkillCompetence,\(Samples.base)/skill/s1,knowledge,,wood,,
      """
    let reading = Reading(of: [("esco-1.0.3/skills_fr.csv", skills)], with: ESCO())
    #expect(reading.diagnostics == [])
    #expect(reading.frameworks.map(\.name.description) == ["esco@1.0.3"])
    #expect(reading.concepts.map { $0.title.entries.map(\.language.description) } == [["fr"]])
  }

  private func read(_ changes: [String: String]) -> Reading {
    Reading(of: Samples.release(replacing: changes), with: ESCO())
  }
}
