import PasserelleKit
import PasserelleTesting
import Testing

@testable import RNCP

struct RNCPFeedTests {
  /// Written for the test in the elements of the feed; the records are invented.
  private let feed = """
    <?xml version="1.0" encoding="UTF-8"?>
    <FICHES>
      <VERSION_FLUX>4.1</VERSION_FLUX>
      <FICHE>
        <ID_FICHE>1</ID_FICHE>
        <NUMERO_FICHE>RNCP101</NUMERO_FICHE>
        <INTITULE>Soudeur d'essai</INTITULE>
        <ABREGE><CODE>TP</CODE><LIBELLE>Titre professionnel</LIBELLE></ABREGE>
        <ETAT_FICHE>Publiée</ETAT_FICHE>
        <NOMENCLATURE_EUROPE><NIVEAU>NIV3</NIVEAU><INTITULE>Niveau 3</INTITULE></NOMENCLATURE_EUROPE>
        <CODES_NSF><NSF><CODE>254</CODE><INTITULE>Structures métalliques</INTITULE></NSF></CODES_NSF>
        <CODES_ROME><ROME><CODE>H2913</CODE><LIBELLE>Soudage manuel</LIBELLE></ROME></CODES_ROME>
        <CERTIFICATEURS>
          <CERTIFICATEUR>
            <NOM_CERTIFICATEUR>Ministère d'essai</NOM_CERTIFICATEUR>
            <SIRET_CERTIFICATEUR>11000000000001</SIRET_CERTIFICATEUR>
            <ETAT_CERTIFICATEUR>Actif</ETAT_CERTIFICATEUR>
          </CERTIFICATEUR>
        </CERTIFICATEURS>
        <PARTENAIRES><PARTENAIRE><NOM_PARTENAIRE>Une école</NOM_PARTENAIRE></PARTENAIRE></PARTENAIRES>
        <ACTIVITES_VISEES>Souder des pièces</ACTIVITES_VISEES>
        <BLOCS_COMPETENCES>
          <BLOC_COMPETENCES>
            <CODE>RNCP101BC01</CODE><LIBELLE>Préparer</LIBELLE>
            <LISTE_COMPETENCES>- Lire un plan
    - Découper</LISTE_COMPETENCES>
          </BLOC_COMPETENCES>
          <BLOC_COMPETENCES><CODE>02</CODE><LIBELLE>Souder</LIBELLE></BLOC_COMPETENCES>
        </BLOCS_COMPETENCES>
        <SI_JURY_VAE><ACTIF>Oui</ACTIF><COMPOSITION/></SI_JURY_VAE>
        <DATE_EFFET>01/09/2022</DATE_EFFET>
        <DATE_FIN_ENREGISTREMENT>31/12/2030</DATE_FIN_ENREGISTREMENT>
        <ACTIF>Oui</ACTIF>
        <ANCIENNES_CERTIFICATIONS><ANCIENNE_CERTIFICATION>
          <ID_FICHE_ANCIENNE_CERTIFICATION>RNCP99</ID_FICHE_ANCIENNE_CERTIFICATION>
        </ANCIENNE_CERTIFICATION></ANCIENNES_CERTIFICATIONS>
      </FICHE>
      <FICHE>
        <NUMERO_FICHE>RNCP99</NUMERO_FICHE>
        <INTITULE>Soudeur d'avant</INTITULE>
        <NOMENCLATURE_EUROPE><NIVEAU>NIV4</NIVEAU><LIBELLE>Niveau 3</LIBELLE></NOMENCLATURE_EUROPE>
        <CERTIFICATEURS>
          <CERTIFICATEUR>
            <NOM_CERTIFICATEUR>Ministère d'essai</NOM_CERTIFICATEUR>
            <SIRET_CERTIFICATEUR>11000000000001</SIRET_CERTIFICATEUR>
          </CERTIFICATEUR>
        </CERTIFICATEURS>
        <DATE_FIN_ENREGISTREMENT>2021-12-31</DATE_FIN_ENREGISTREMENT>
        <NOUVELLES_CERTIFICATIONS><NOUVELLE_CERTIFICATION>
          <ID_FICHE_NOUVELLE_CERTIFICATION>RNCP101</ID_FICHE_NOUVELLE_CERTIFICATION>
        </NOUVELLE_CERTIFICATION></NOUVELLES_CERTIFICATIONS>
      </FICHE>
    </FICHES>
    """

  @Test func conforms() {
    expectConformance(of: RNCP(), on: feed, named: "export.xml")
  }

  @Test func statesTheRecordWithItsValidityInBothFormsOfADate() throws {
    let reading = Reading(of: feed, named: "export.xml", with: RNCP())
    let records = reading.concepts.filter { $0.kind == .qualification }

    #expect(records.map(\.id.description) == ["fr-rncp:RNCP101", "fr-rncp:RNCP99"])
    #expect(records[0].tier == "Titre professionnel")
    #expect(records[0].status == "Publiée; ACTIF: Oui")
    #expect(
      records[0].validity
        == Validity(from: CalendarDate("2022-09-01"), to: CalendarDate("2030-12-31")))
    #expect(records[1].validity.to?.description == "2021-12-31")
    #expect(records[1].status == nil)
    #expect(records[0].title.entries.map(\.language.description) == ["fr"])
  }

  @Test func linksItToAllThatItNames() {
    let reading = Reading(of: feed, named: "export.xml", with: RNCP())
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "fr-rncp:RNCP101 atLevel fr-nqf@2019:3", "fr-rncp:RNCP101 attests fr-rncp:RNCP101BC01",
        "fr-rncp:RNCP101 attests fr-rncp:RNCP101 02", "fr-rncp:RNCP101 preparesFor fr-rome:H2913",
        "fr-rncp:RNCP101 inField fr-nsf:254", "fr-rncp:RNCP101 awardedBy fr-rncp:11000000000001",
        "fr-rncp:RNCP101 supersedes fr-rncp:RNCP99", "fr-rncp:RNCP99 atLevel fr-nqf@2019:4",
        "fr-rncp:RNCP99 awardedBy fr-rncp:11000000000001",
      ])
    #expect(reading.links[3].note.entries.map(\.text) == ["Soudage manuel"])
  }

  @Test func keepsTheRestInNotes() {
    let reading = Reading(of: feed, named: "export.xml", with: RNCP())
    #expect(
      reading.notes.map(\.text.preferred) == [
        "ID_FICHE: 1\nACTIVITES_VISEES: Souder des pièces\nSI_JURY_VAE/ACTIF: Oui",
        "LISTE_COMPETENCES: - Lire un plan\n- Découper",
      ])
  }

  @Test func countsPartnersAndLevelsThatContradictThemselves() {
    let reading = Reading(of: feed, named: "export.xml", with: RNCP())
    #expect(
      reading.diagnostics.map { "\($0.position.line) \($0.summary)" } == [
        "20 skipped once: a partner, who trains or examines for others",
        "41 skipped once: 'Niveau 3', the name of a level whose code is 'NIV4'",
      ])
  }

  @Test func theRepertoireSpecifiqueIsARegisterOfItsOwn() {
    let reading = Reading(
      of: """
        <FICHES><FICHE><NUMERO_FICHE>RS5000</NUMERO_FICHE><INTITULE>Un essai</INTITULE>
        <NOMENCLATURE_EUROPE><NIVEAU>AUCUN</NIVEAU></NOMENCLATURE_EUROPE></FICHE>
        <FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE><INTITULE>Autre</INTITULE></FICHE></FICHES>
        """, named: "rs.xml", with: RNCP())
    #expect(reading.frameworks.map(\.name.description) == ["fr-rs"])
    #expect(reading.concepts.map(\.id.description) == ["fr-rs:RS5000"])
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped once: a record of the other register, 'RNCP'"
      ])
  }

  @Test func reportsWhatIsWrongAndReadsOn() {
    expectDiagnostics(
      from: RNCP(),
      reading: """
        <FICHES><VERSION_FLUX>4.1</VERSION_FLUX>
        <FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE><INTITULE>A</INTITULE></FICHE>
        1️⃣<FICHE><NUMERO_FICHE>RNCP2</NUMERO_FICHE><INTITULE/></FICHE>
        <FICHE>2️⃣<NUMERO_FICHE>12</NUMERO_FICHE><INTITULE>C</INTITULE></FICHE>
        <FICHE><NUMERO_FICHE>RNCP3</NUMERO_FICHE><INTITULE>D</INTITULE>
        3️⃣<DATE_FIN_ENREGISTREMENT>bientôt</DATE_FIN_ENREGISTREMENT></FICHE>
        <FICHE><NUMERO_FICHE>RNCP4</NUMERO_FICHE><INTITULE>E</INTITULE><NOMENCLATURE_EUROPE>
        4️⃣<NIVEAU>haut</NIVEAU></NOMENCLATURE_EUROPE></FICHE>
        </FICHES>
        """, named: "x.xml",
      ["1️⃣": "missing-value", "2️⃣": "bad-number", "3️⃣": "bad-date", "4️⃣": "passed-over"])
  }

  @Test(arguments: [
    ("<FICHES></FICHES>", "empty"), ("<FICHES><VERSION_FLUX>4.1</VERSION_FLUX></FICHES>", "empty"),
    ("<FICHES><FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE>", "xml"),
    ("<!DOCTYPE x [<!ENTITY a \"b\">]><FICHES/>", "doctype"),
  ])
  func whatIsNoFeedIsADiagnosticAndNoMore(text: String, id: String) {
    let reading = Reading(of: text, named: "x.xml", with: RNCP())
    #expect(reading.diagnostics.map(\.id.rawValue) == [id])
    #expect(reading.concepts == [])
  }

  @Test func memoryDoesNotGrowWithTheFeed() {
    // A feed that is made while it is read, larger than any tree would be allowed to be.
    let record = Array(
      ("<FICHE><NUMERO_FICHE>RNCP1</NUMERO_FICHE><INTITULE>A</INTITULE><ACTIVITES_VISEES>"
        + String(repeating: "x", count: 10_000) + "</ACTIVITES_VISEES></FICHE>").utf8)
    let (start, end, records) = (Array("<FICHES>".utf8), Array("</FICHES>".utf8), 1_000)
    let size = start.count + records * record.count + end.count
    let part = SourcePart(name: "x.xml") { offset, buffer in
      let from = Int(offset)
      let count = min(buffer.count, size - from)
      for index in 0..<max(0, count) {
        let at = from + index
        buffer[index] =
          if at < start.count { start[at] } else if at >= size - end.count {
            end[at - (size - end.count)]
          } else { record[(at - start.count) % record.count] }
      }
      return max(0, count)
    }
    let reading = Reading(of: Source(parts: [part]), with: RNCP())
    #expect(reading.concepts.count == records)
    #expect(reading.diagnostics == [])
  }
}
