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
    #expect(reading.frameworks.map(\.name.description) == ["tabiya-small@2.1"])
    #expect(
      reading.concepts.map { "\($0.id) \($0.kind.rawValue)" } == [
        "tabiya-small@2.1:k2 occupation-group", "tabiya-small@2.1:u3 occupation",
        "tabiya-small@2.1:k4 occupation",
        "tabiya-small@2.1:u5 competence", "tabiya-small@2.1:u6 competence-group",
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
        "u3 broader isco-08:7", "k4 broader tabiya-small@2.1:k2", "k2 broader isco-08:7",
        "u5 broader tabiya-small@2.1:u6", "u3 requiresEssential tabiya-small@2.1:u5",
      ])
  }

  @Test(arguments: [
    ("ZA", "ZA", "en", ["no-language"]), ("KE-en", "KE", "en", []), ("KE_EN", "KE", "en", []),
    ("ML-fr", "ML", "fr", []), ("EN", nil, "en", []), ("fr", nil, "fr", []),
    ("en-ZA", "ZA", "en-ZA", []), ("sr-Latn", nil, "sr-Latn", []), ("", nil, "en", []),
  ])
  func aLocaleIsACountryAndALanguage(
    locale: String, country: String?, language: String, problems: [Diagnostic.ID]
  ) {
    let reading = Reading(of: [model("Small taxonomy", locale)] + files.dropFirst(), with: Tabiya())
    #expect(reading.diagnostics.map(\.id) == problems)
    #expect(
      reading.frameworks.map { $0.countries.map(\.description) } == [[country].compactMap(\.self)])
    let languages = Set(reading.concepts.flatMap { $0.title.entries.map(\.language.description) })
    #expect(languages == [language])
  }

  @Test func aLocaleThatIsNeitherIsAnError() {
    let reading = Reading(of: [model("Small", "Kenya")] + files.dropFirst(), with: Tabiya())
    #expect(reading.diagnostics.map(\.id) == ["bad-language"])
  }

  @Test(arguments: [
    ("Taxonomy of kenya", "EN", "tabiya-kenya"), ("Taxonomy of Mali", "EN", "tabiya-mali"),
    ("Tabiya South Africa v1.0.1-rc", "EN", "tabiya-south-africa"),
    ("Tabiya taxonomy", "en", "tabiya"),
    ("Tabiya ESCO 1.1.1", "en", "tabiya"), ("Inclusive taxonomy", "KE-en", "tabiya-inclusive-ke"),
    ("Inclusive taxonomy", "ZA-en", "tabiya-inclusive-za"), ("Taxonomy", "ZA-en", "tabiya-za"),
    ("የኢትዮጵያ", "ET-am", "tabiya-u0"),
    (String(repeating: "A long name of a taxonomy ", count: 9), "EN", "tabiya-u0"),
  ])
  func eachCountryHasATaxonomyOfItsOwn(name: String, locale: String, series: String) {
    let reading = Reading(of: [model(name, locale)] + files.dropFirst(), with: Tabiya())
    #expect(reading.frameworks.map(\.name.series) == [series])
    #expect(reading.frameworks.map(\.name.version) == ["2.1"])
  }

  @Test func theTaxonomiesOfTwoCountriesInOneImportAreTwoFrameworks() {
    let both = [("kenya", "KE-en"), ("mali", "ML-fr")].flatMap { country, locale in
      ([model("Taxonomy of \(country)", locale)] + files.dropFirst())
        .map { (name: "in/\(country)/\($0.name)", text: $0.text) }
    }
    let reading = Reading(of: both, with: Tabiya())

    #expect(reading.diagnostics == [])
    #expect(
      reading.frameworks.map(\.name.description) == ["tabiya-kenya-ke@2.1", "tabiya-mali-ml@2.1"])
    let one = Reading(of: files, with: Tabiya())
    #expect(reading.concepts.count == 2 * one.concepts.count)
    #expect(reading.links.count == 2 * one.links.count)
  }

  private func model(_ name: String, _ locale: String) -> (name: String, text: String) {
    ("model_info.csv", "UUIDHISTORY,NAME,LOCALE,DESCRIPTION,VERSION\nu0,\(name),\(locale),,2.1\n")
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
