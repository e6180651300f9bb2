import PasserelleKit
import PasserelleTesting
import Testing

@testable import RNCP

struct RNCPTableTests {
  private let records = """
    Id_Fiche;Numero_Fiche;Intitule;Abrege_Libelle;Abrege_Intitule;Nomenclature_Europe_Niveau;Nomenclature_Europe_Intitule;Date_Decision;Date_Fin_Enregistrement;Date_Effet;Type_Enregistrement;Actif
    1;RNCP1;Soudeur;TP;Titre professionnel;NIV3;Niveau 3;;31/12/2030;01/09/2022;Enregistrement de droit;ACTIVE
    2;RS2;Échafaudage;;;;;2020-01-02;2023-01-02;;Enregistrement sur demande;INACTIVE

    """

  @Test func conforms() {
    expectConformance(of: RNCP(), on: records, named: "standard.csv")
  }

  @Test func theTableOfRecordsHasBothRegisters() {
    let reading = Reading(of: records, named: "standard.csv", with: RNCP())
    #expect(reading.diagnostics == [])
    #expect(reading.frameworks.map(\.name.description) == ["fr-rncp", "fr-rs"])
    #expect(reading.concepts.map(\.id.description) == ["fr-rncp:RNCP1", "fr-rs:RS2"])
    #expect(reading.concepts.map(\.status) == ["ACTIVE", "INACTIVE"])
    #expect(reading.links.map(\.to.description) == ["fr-nqf@2019:3"])
    #expect(
      reading.notes.map(\.text.preferred) == [
        "Id_Fiche: 1\nAbrege_Intitule: Titre professionnel\nType_Enregistrement: Enregistrement de droit",
        "Id_Fiche: 2\nDate_Decision: 2020-01-02\nType_Enregistrement: Enregistrement sur demande",
      ])
  }

  @Test(arguments: [
    (
      "Numero_Fiche;Codes_Rome_Code;Codes_Rome_Libelle\nRNCP1;H2913;Soudage\n",
      "fr-rncp:RNCP1 preparesFor fr-rome:H2913"
    ),
    ("Numero_Fiche;Nsf_Code;Nsf_Intitule\nRS2;254;Structures\n", "fr-rs:RS2 inField fr-nsf:254"),
    (
      "Numero_Fiche;Formacode_Code;Formacode_Libelle\nRNCP1;23067;Soudage\n",
      "fr-rncp:RNCP1 inField fr-formacode:23067"
    ),
    (
      "Numero_Fiche;Ancienne_Certification;Nouvelle_Certification\nRNCP2;RNCP1;\n",
      "fr-rncp:RNCP2 supersedes fr-rncp:RNCP1"
    ),
    (
      "Numero_Fiche;Ancienne_Certification;Nouvelle_Certification\nRNCP2;;RNCP3\n",
      "fr-rncp:RNCP3 supersedes fr-rncp:RNCP2"
    ),
  ])
  func theOtherTablesLinkRecords(text: String, link: String) {
    let reading = Reading(of: text, named: "theme.csv", with: RNCP())
    #expect(reading.diagnostics == [])
    #expect(reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [link])
    #expect(reading.mappingSets.count == 1)
  }

  @Test func aTableThatIsNotReadIsNamedAsSuch() {
    expectDiagnostics(
      from: RNCP(), reading: "1️⃣Numero_Fiche;Si_Jury\nRNCP1;x\n", named: "x.csv",
      ["1️⃣": "unknown-table"])
  }

  @Test func reportsRowsWithoutARecord() {
    let reading = Reading(
      of: "Numero_Fiche;Intitule\nMASTER;x\nRNCP1;y\n", named: "x.csv", with: RNCP())
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: a row without the number of a record"
      ])
    #expect(reading.concepts.count == 1)
    expectDiagnostics(
      from: RNCP(), reading: "Numero_Fiche;Nsf_Code\n1️⃣MASTER;1\n", named: "x.csv",
      ["1️⃣": "bad-number"])
  }

  @Test func saysOnceWhatIsWrongWithARowOfBothRegisters() {
    expectDiagnostics(
      from: RNCP(),
      reading: """
        Numero_Fiche;Intitule;Date_Effet
        RNCP1;x;2020-01-01
        1️⃣RNCP2;y
        RS1;z;2️⃣soon
        RS2;z;2020-01-01
        """, named: "x.csv", ["1️⃣": "row-length", "2️⃣": "bad-date"])
  }

  @Test func leavesOtherFiles() {
    for (name, text) in [("x.csv", "a;b\n"), ("x.xml", "<a/>"), ("x.json", "{}"), ("x.xml", "")] {
      #expect(RNCP().identify(Source(parts: [SourcePart(name: name, text: text)])) == 0)
    }
  }
}
