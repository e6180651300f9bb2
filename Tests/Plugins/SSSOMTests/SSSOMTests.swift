import PasserelleKit
import PasserelleTesting
import Testing

@testable import SSSOM

struct SSSOMTests {
  private let head = """
    #curie_map:
    #  KF_FOOD: https://kitchen.example/food/
    #  FOODON: https://example.org/foodon/
    #  orcid: https://orcid.org/
    #mapping_set_id: https://example.org/sets/kitchen_foods.sssom.tsv
    #mapping_set_title: Foods of a kitchen
    #mapping_set_version: "2"
    #license: https://creativecommons.org/licenses/by/4.0/
    #object_source: orcid:FOODON
    #creator_label: [Ada, Bo]
    #mapping_date: 2022-05-02

    """

  private var sample: String {
    head + """
      subject_id\tpredicate_id\tpredicate_modifier\tobject_id\tmapping_justification\tconfidence\tmapping_date\tauthor_label\tcomment
      KF_FOOD:F001\tskos:exactMatch\t\tFOODON:2473\tsemapv:ManualMappingCuration\t0.95\t2022-05-02\tAda\\|Bo|Cy\twhole
      KF_FOOD:F002\tskos:broadMatch\tNot\tFOODON:2473\tsemapv:LexicalMatching\t\t\t\t
      KF_FOOD:F003\tskos:exactMatch\t\tsssom:NoTermFound\tsemapv:ManualMappingCuration\t\t\t\t
      KF_FOOD:F004\towl:equivalentClass\t\tFOODON:1\tsemapv:ManualMappingCuration\t\t\t\t
      KF_FOOD:F005\towl:equivalentClass\t\tFOODON:2\tsemapv:ManualMappingCuration\t\t\t\t

      """
  }

  @Test func conforms() {
    expectConformance(of: SSSOM(), on: sample, named: "foods.sssom.tsv")
  }

  @Test func readsTheRowsAsTheyStand() throws {
    let reading = Reading(of: sample, named: "foods.sssom.tsv", with: SSSOM())
    #expect(
      reading.links.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == [
        "kf-food:F001 exactMatch foodon:2473", "kf-food:F002 notBroadMatch foodon:2473",
        "kf-food:F003 noMatch foodon",
      ])
    let first = try #require(reading.links.first)
    #expect(first.confidence?.description == "0.95")
    #expect(first.date?.description == "2022-05-02")
    #expect(first.note.preferred == "whole")
    #expect(first.authors == ["Ada|Bo", "Cy"])
    #expect(first.justification == .manualCuration)
    #expect(first.fromURI == "https://kitchen.example/food/F001")
    #expect(first.toURI == "https://example.org/foodon/2473")
    #expect(
      reading.links.last?.details == [
        "object_source: https://orcid.org/FOODON", "predicate_id: skos:exactMatch",
      ])
  }

  @Test func theSetIsAPublicationWithADocumentForEachJustification() throws {
    let reading = Reading(of: sample, named: "foods.sssom.tsv", with: SSSOM())
    let set = try #require(reading.mappingSets.first)

    #expect(set.name.description == "kitchen-foods")
    #expect(set.from?.description == "kf-food")
    #expect(set.to?.description == "foodon")
    #expect(set.licence == "https://creativecommons.org/licenses/by/4.0/")
    #expect(set.isOpen)
    #expect(
      reading.documents.map(\.title) == [
        "Foods of a kitchen", "Foods of a kitchen, by manual mapping curation",
        "Foods of a kitchen, by lexical matching",
      ])
    #expect(reading.documents.allSatisfy { $0.publisher == "Ada, Bo" && !$0.isOfficial })
    #expect(reading.links.map(\.source)[1] == "LexicalMatching")
    #expect(reading.notes.contains { $0.text.preferred == "mapping_set_version: 2" })
  }

  @Test func countsWhatItHasNoRelationFor() {
    let reading = Reading(of: sample, named: "foods.sssom.tsv", with: SSSOM())
    #expect(reading.diagnostics.map(\.id) == ["passed-over"])
    #expect(
      reading.diagnostics.map(\.summary) == [
        "skipped twice: a mapping by 'owl:equivalentClass', for which there is no relation"
      ])
    #expect(reading.diagnostics.first?.position.line == 16)
  }

  @Test func reportsAllThatIsWrongAtItsPlace() {
    expectDiagnostics(
      from: SSSOM(),
      reading: head + """
        subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\tmapping_date
        1️⃣NOPE:1\tskos:exactMatch\tFOODON:1\tsemapv:ManualMappingCuration\t2️⃣1.5\t2022-05-02
        KF_FOOD:2\t3️⃣skos:exactmatch\tFOODON:1\t4️⃣\t0.5\t5️⃣2022-13-02
        KF_FOOD:3\tskos:exactMatch\t6️⃣plain\tsemapv:ManualMappingCuration\t0.5\t7️⃣2022-05
        8️⃣\tskos:exactMatch\tFOODON:1\t9️⃣other:Matching\t0.5\t

        """, named: "foods.sssom.tsv",
      [
        "1️⃣": "unknown-prefix", "2️⃣": "bad-confidence", "3️⃣": "unknown-predicate",
        "4️⃣": "missing-slot", "5️⃣": "bad-date", "6️⃣": "bad-curie", "7️⃣": "bad-date",
        "8️⃣": "missing-slot", "9️⃣": "unknown-prefix",
      ])
  }

  @Test func aRowOfAnotherLengthDoesNotHideTheNextMistake() {
    let text =
      head + "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
      + "KF_FOOD:1\tskos:exactMatch\tFOODON:1\n\t\t\t\n"
      + "KF_FOOD:2\tskos:exactMatch\tNOPE:1\tsemapv:LexicalMatching\n"
      + "KF_FOOD:3\tskos:exactMatch\tFOODON:1\tsemapv:LexicalMatching\tmore\n"
    let reading = Reading(of: text, named: "x.tsv", with: SSSOM())
    #expect(
      reading.diagnostics.map { "\($0.position.line) \($0.id)" } == [
        "13 row-length", "16 row-length", "15 unknown-prefix",
      ])
  }

  @Test func saysWhichColumnsAreMissing() {
    let reading = Reading(
      of: "subject_id\tpredicate_id\tobject_id\nA:1\tskos:exactMatch\tB:1\n", named: "x.tsv",
      with: SSSOM())
    #expect(
      reading.diagnostics.map { "\($0.position.line):\($0.position.column) \($0.id)" } == [
        "1:1 missing-slot", "1:1 missing-slot", "1:1 missing-slot", "2:1 unknown-prefix",
        "2:21 unknown-prefix",
      ])
  }

  @Test func keepsSlotsThatSSSOMDoesNotHaveAndSaysSo() {
    let text =
      "#my_note: kept\n" + head
      + "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidense\n"
      + "KF_FOOD:1\tskos:exactMatch\tFOODON:1\tsemapv:LexicalMatching\t0.5\n"
    let reading = Reading(of: text, named: "x.tsv", with: SSSOM())
    #expect(
      reading.diagnostics.map { "\($0.position.line) \($0.id)" } == [
        "1 unknown-slot", "13 unknown-slot",
      ])
    #expect(reading.diagnostics.last?.hint == "did you mean 'confidence'?")
    #expect(reading.links.first?.details.first == "confidense: 0.5")
    #expect(reading.notes.contains { $0.text.preferred == "my_note: kept" })
  }

  @Test func aMissingPrefixIsReportedOnceWithItsRows() {
    let text =
      head + "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
      + (1...1_200).map {
        "xx-skills:\($0)\tskos:exactMatch\txx-skills:0\tsemapv:LexicalMatching\n"
      }.joined() + "FOODON:1\tskos:exactMatch\tzz:1\tsemapv:LexicalMatching\n"
    let reading = Reading(of: text, named: "x.tsv", with: SSSOM())

    #expect(
      reading.diagnostics.map(\.summary) == [
        "the prefix 'xx-skills' is not declared; 1200 rows have it",
        "the prefix 'zz' is not declared; 1 row has it",
      ])
    #expect(reading.diagnostics.first?.hint?.contains("'xx_skills'") == true)
    #expect(reading.diagnostics.map(\.hint).last == "declare it under 'curie_map'")
  }

  @Test(arguments: [
    ("x:4%2B", "x:4+"), ("x:Entry%203", "x:Entry 3"), ("x:100%", "x:100%"),
    ("x:%FF", "x:%FF"), ("x:%C3%A9", "x:é"), ("x:4%252B", "x:4%2B"),
  ])
  func aCodeIsDecodedAsItWasEncoded(curie: String, id: String) {
    let reading = Self.read(curie, map: "x: 'urn:passerelle:x:'")
    #expect(reading.links.map(\.from.description) == [id])
    #expect(reading.links.map(\.fromURI) == [nil])
  }

  @Test func ourOwnAddressesNameFrameworksWhateverThePrefix() {
    let reading = Self.read("p:4.5", map: "p: 'urn:passerelle:in-nsqf%402023:'")
    #expect(reading.links.map(\.from.description) == ["in-nsqf@2023:4.5"])
  }

  @Test func anAddressIsKeptAsItIsWritten() {
    let reading = Self.read("x:a%20b", map: "x: 'http://x.org/'")
    #expect(reading.links.map(\.from.description) == ["x:a b"])
    #expect(reading.links.map(\.fromURI) == ["http://x.org/a%20b"])
  }

  private static func read(_ curie: String, map: String) -> Reading {
    Reading(
      of: """
        #mapping_set_id: https://example.org/m
        #license: CC0
        #curie_map:
        #  \(map)
        #  b: http://b.org/
        subject_id\tpredicate_id\tobject_id\tmapping_justification
        \(curie)\tskos:exactMatch\tb:1\tsemapv:LexicalMatching

        """, named: "x.sssom.tsv", with: SSSOM())
  }

  @Test(arguments: [
    "yy_skills:all", "obo:yy_skills", "obo:YY-Skills.owl", "obo:zz#yy_skills", "p:yy-skills",
    "base:y",
  ])
  func theSourceThatWasSearchedMayBeNamedInManyWays(source: String) {
    let reading = Reading(
      of: """
        #mapping_set_id: https://example.org/m
        #license: CC0
        #curie_map:
        #  xx_skills: https://example.org/x/
        #  yy_skills: https://example.org/y/
        #  zz: https://example.org/z/
        #  obo: http://purl.example/obo/
        #  base: https://example.org/
        #  p: 'urn:passerelle:'
        subject_id\tpredicate_id\tobject_id\tmapping_justification\tobject_source
        xx_skills:1\tskos:exactMatch\tyy_skills:1\tsemapv:LexicalMatching\t
        xx_skills:2\tskos:exactMatch\tzz:1\tsemapv:LexicalMatching\t
        xx_skills:3\tskos:broadMatch\tsssom:NoTermFound\tsemapv:LexicalMatching\t\(source)

        """, named: "x.sssom.tsv", with: SSSOM())
    #expect(reading.diagnostics == [])
    #expect(reading.links.last?.relation == .noMatch)
    #expect(reading.links.last?.to.description == "yy-skills")
  }

  @Test func aRowOfWhichTheSubjectWasNotFoundIsTurned() {
    let reading = Reading(
      of: """
        #mapping_set_id: https://example.org/m
        #license: CC0
        #curie_map: {x: "https://example.org/x/", y: "https://example.org/y/"}
        subject_id\tpredicate_id\tobject_id\tobject_label\tmapping_justification\tsubject_source
        sssom:NoTermFound\tskos:broadMatch\ty:1\tOne\tsemapv:LexicalMatching\tx:all

        """, named: "x.sssom.tsv", with: SSSOM())
    let link = reading.links.first
    #expect(link.map { "\($0.from) \($0.relation.rawValue) \($0.to)" } == "y:1 noMatch x")
    #expect(
      link?.details == [
        "object_source: https://example.org/x/all", "predicate_id: skos:narrowMatch",
        "subject_label: One",
      ])
  }

  @Test func aRepeatedMappingIsReadOnce() {
    let rows =
      "KF_FOOD:1\tskos:exactMatch\tFOODON:1\tsemapv:LexicalMatching\t0.5\n"
      + "KF_FOOD:1\tskos:exactMatch\tFOODON:1\tsemapv:LexicalMatching\t0.5\n"
      // Other evidence is another statement.
      + "KF_FOOD:1\tskos:exactMatch\tFOODON:1\tsemapv:MappingReview\t0.5\n"
    let reading = Reading(
      of: head + "subject_id\tpredicate_id\tobject_id\tmapping_justification\tconfidence\n"
        + rows, named: "x.tsv", with: SSSOM())
    #expect(reading.links.count == 2)
    #expect(reading.diagnostics.map { "\($0.position.line) \($0.id)" } == ["14 duplicate-pair"])
    #expect(reading.diagnostics.map(\.hint) == ["the first is on line 13"])
  }

  @Test func eachProviderAndDateOfTheRowsIsADocument() {
    let rows = [
      ("1", "https://a.example", "2025-03-01"), ("2", "https://b.example", "2025-03-01"),
      ("3", "https://a.example", "2025-03-01"), ("4", "https://a.example", "2024-01-01"),
      ("5", "", ""),
    ].map { code, provider, date in
      "KF_FOOD:\(code)\tskos:exactMatch\tFOODON:1\tsemapv:LexicalMatching\t\(provider)\t\(date)\n"
    }
    let reading = Reading(
      of: head
        + "subject_id\tpredicate_id\tobject_id\tmapping_justification\tmapping_provider\tmapping_date\n"
        + rows.joined(), named: "x.tsv", with: SSSOM())

    #expect(
      reading.documents.map { "\($0.key) \($0.publisher ?? "-") \($0.date?.description ?? "-")" }
        == [
          "set Ada, Bo 2022-05-02", "LexicalMatching https://a.example 2025-03-01",
          "LexicalMatching-2 https://b.example 2025-03-01",
          "LexicalMatching-3 https://a.example 2024-01-01", "LexicalMatching-4 Ada, Bo 2022-05-02",
        ])
    #expect(
      reading.links.map(\.source) == [
        "LexicalMatching", "LexicalMatching-2", "LexicalMatching", "LexicalMatching-3",
        "LexicalMatching-4",
      ])
    #expect(reading.links.last?.date?.description == "2022-05-02")
  }

  @Test func aJustificationThatIsNotKnownIsKept() {
    let reading = Reading(
      of: head + "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
        + "KF_FOOD:1\tskos:exactMatch\tFOODON:1\tsemapv:Guess\n", named: "x.tsv", with: SSSOM())
    #expect(reading.links.map(\.justification) == [nil])
    #expect(
      reading.links.first?.details.contains(
        "mapping_justification: https://w3id.org/semapv/vocab/Guess") == true)
  }

  @Test func namesThePrefixThatWasMeant() {
    let text =
      head + "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
      + "KF_FOD:1\tskos:exactMatch\tFOODON:1\tsemapv:LexicalMatching\n"
    let reading = Reading(of: text, named: "x.tsv", with: SSSOM())
    #expect(reading.diagnostics.map(\.hint) == ["did you mean 'KF_FOOD'?"])
  }

  @Test func readsTheMetadataOfAFileBesideTheTable() throws {
    let table =
      "subject_id\tpredicate_id\tobject_id\tmapping_justification\n"
      + "A:1\tskos:exactMatch\tB:1\tsemapv:LexicalMatching\n"
    let metadata =
      "mapping_set_id: https://example.org/ab\nlicense: CC0\n"
      + "curie_map: {A: https://a.example/, B: https://b.example/}\n"
    let source = Source(parts: [
      SourcePart(name: "ab.sssom.tsv", text: table),
      SourcePart(name: "ab.sssom.yml", text: metadata),
    ])
    let reading = Reading(of: source, with: SSSOM())

    #expect(SSSOM().identify(source) == 100)
    #expect(reading.diagnostics == [])
    #expect(reading.links.map(\.to.description) == ["b:1"])
    #expect(reading.mappingSets.map(\.name.description) == ["ab"])
  }

  @Test func twoPrefixesOfOneNameAreRefused() {
    expectDiagnostics(
      from: SSSOM(),
      reading: """
        #mapping_set_id: x
        #license: y
        #curie_map:
        #  MP: https://a.example/
        #  1️⃣mp: https://b.example/
        subject_id\tpredicate_id\tobject_id\tmapping_justification

        """, named: "x.tsv", ["1️⃣": "prefix-clash"])
  }

  @Test func aBackslashPartsOrKeepsAsSSSOMSays() {
    let slot = Slot(kind: .text, hasSeveral: true)
    #expect(slot.values(of: #"Alice\|Bob|Charlie"#) == ["Alice|Bob", "Charlie"])
    #expect(
      slot.values(of: #"Alice\\Bob|Charlie\\|David\\\|Eve\\"#) == [
        #"Alice\Bob"#, #"Charlie\"#, #"David\|Eve\"#,
      ])
    #expect(Slot(kind: .text).values(of: "a|b") == ["a|b"])
  }

  @Test(arguments: [
    "", "subject_id", "\u{FEFF}", "#curie_map: [\nsubject_id\n", "#a: {\n",
    "subject_id\tpredicate_id\tobject_id\n\"\n", "a,b\n1,2\n",
  ])
  func whatIsNoMappingSetIsADiagnosticAndNoMore(text: String) {
    let reading = Reading(of: text, named: "x.tsv", with: SSSOM())
    #expect(reading.diagnostics.contains { $0.severity == .error })
    #expect(reading.links == [])
  }

  @Test func leavesOtherTables() {
    for text in ["ISCO-88 code,ISCO 08 Code\n1,2\n", "from,to,outcome\n", "a\tb\n"] {
      #expect(SSSOM().identify(Source(parts: [SourcePart(name: "x.tsv", text: text)])) == 0)
    }
  }
}
