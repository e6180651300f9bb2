import PasserelleKit
import PasserelleTesting
import Testing

@testable import Tabiya

struct TabiyaTests {
  private let files: [(name: String, text: String)] = [
    (
      "model_info.csv",
      """
      UUIDHISTORY,NAME,LOCALE,DESCRIPTION,VERSION
      u0,Small taxonomy,fr,,2.1
      """
    ),
    (
      "occupation_groups.csv",
      """
      ORIGINURI,ID,UUIDHISTORY,CODE,GROUPTYPE,PREFERREDLABEL,ALTLABELS,DESCRIPTION
      http://data.europa.eu/esco/isco/C7,k1,u1,7,iscogroup,Craft,,
      ,k2,,I1,localgroup,Unpaid work,,
      """
    ),
    (
      "occupations.csv",
      """
      ORIGINURI,ID,UUIDHISTORY,OCCUPATIONGROUPCODE,CODE,PREFERREDLABEL,ALTLABELS,DESCRIPTION,OCCUPATIONTYPE
      http://data.europa.eu/esco/occupation/o1,k3,"u3
      u3-older",7,7.1,carpenter,"carpenter
      joiner",Cuts wood.,escooccupation
      ,k4,,I1,I1_1,fetching water,,,localoccupation
      """
    ),
    (
      "skills.csv",
      """
      ORIGINURI,ID,UUIDHISTORY,SKILLTYPE,PREFERREDLABEL,ALTLABELS,DESCRIPTION
      ,k5,u5,knowledge,types of wood,,
      """
    ),
    (
      "skill_groups.csv",
      """
      ORIGINURI,ID,UUIDHISTORY,CODE,PREFERREDLABEL,ALTLABELS,DESCRIPTION,SCOPENOTE
      ,k6,u6,S6,wood,,,
      """
    ),
    (
      "occupation_hierarchy.csv",
      """
      PARENTOBJECTTYPE,PARENTID,CHILDID,CHILDOBJECTTYPE
      iscogroup,k1,k3,escooccupation
      localgroup,k2,k4,localoccupation
      iscogroup,k1,k2,localgroup
      """
    ),
    (
      "skill_hierarchy.csv",
      "PARENTOBJECTTYPE,PARENTID,CHILDID,CHILDOBJECTTYPE\nskillgroup,k6,k5,skill\n"
    ),
    (
      "occupation_to_skill_relations.csv",
      """
      OCCUPATIONTYPE,OCCUPATIONID,RELATIONTYPE,SKILLID
      escooccupation,k3,essential,k5
      """
    ),
  ]

  @Test func conforms() {
    // Few files: each is cut at every byte, and all are read anew each time.
    expectConformance(of: Tabiya(), on: Sample([files[2], files[3], files[7]]))
  }

  @Test func knowsEachEntityByItsCurrentUUIDOrElseByItsID() {
    let reading = Reading(of: files, with: Tabiya())
    #expect(reading.diagnostics == [])
    #expect(reading.frameworks.map(\.name.description) == ["tabiya@2.1"])
    #expect(
      reading.concepts.map { "\($0.id) \($0.kind.rawValue)" } == [
        "tabiya@2.1:k2 occupation-group", "tabiya@2.1:u3 occupation", "tabiya@2.1:k4 occupation",
        "tabiya@2.1:u5 competence", "tabiya@2.1:u6 competence-group",
      ])
    #expect(
      reading.concepts[1].alternatives.entries.map { "\($0.language) \($0.text)" } == [
        "fr joiner", "zxx 7.1",
      ])
  }

  @Test func linksToTheGroupsOfISCOAndKeepsThoseOfTheCountry() {
    let reading = Reading(of: files, with: Tabiya())
    let links = reading.links.map { "\($0.from.code?.description ?? "") \($0.relation) \($0.to)" }
    #expect(
      links == [
        "u3 broader isco-08:7", "k4 broader tabiya@2.1:k2", "k2 broader isco-08:7",
        "u5 broader tabiya@2.1:u6", "u3 requiresEssential tabiya@2.1:u5",
      ])
  }

  @Test func aRelationWithoutATypeIsNotGuessedAt() {
    let text =
      "OCCUPATIONTYPE,OCCUPATIONID,RELATIONTYPE,SKILLID\n,k3,,k5\n,k3,,k5\n,k3,essential,k9\n"
    let reading = Reading(of: files.dropLast() + [("relations.csv", text)], with: Tabiya())
    #expect(
      reading.diagnostics.map(\.id.rawValue).sorted() == ["dangling-row", "untyped-relation"])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .warning })
    #expect(reading.links.count == 4)
  }

  @Test func relationsAloneSayWhatIsMissing() {
    let reading = Reading(of: files.suffix(1), with: Tabiya())
    #expect(reading.diagnostics.map(\.id) == ["missing-part"])
  }
}
