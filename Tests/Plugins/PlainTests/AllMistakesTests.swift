import PasserelleKit
import PasserelleTesting
import Testing

@testable import Plain

/// One mistake hides no other, whatever it is in, and makes no second one.
struct AllMistakesTests {
  /// What is written wrong in a sample, one line each.
  private static let yaml: [(String, String)] = [
    ("id: xx-nqf\n", "id: XX\n"), ("kind: qualifications", "kind: qualification"),
    ("[GB-ENG, GB-NIR]", "[UK, GB-NIR]"), ("{en: \"Frame & levels\", el:", "{english: x, gr_:"),
    ("{name: The Authority, ", "{"), ("from: 2020-02, to: 2030", "from: 2020-13, to: soon"),
    ("supersedes: xx-nqf@2010\n", "supersedes: XX\n"), ("source: law\n", "source: lex\n"),
    ("date: 2020-02-01, url: \"https:", "date: May, url: \"ftp:"),
    ("official: true", "official: yes"),
    ("{title: recalled, ", "{titel: recalled, "), ("- code: Entry level", "- kode: Entry level"),
    ("{en: Entry, de: Einstieg}", "Entry"), ("belowScale: {to: eqf", "belowScale: {to: EQF"),
    ("{to: aqrf, source: memory}", "{to: aqrf, source: memry}"),
    ("- {to: eqf:4, verified: false}", "- {to: eqf, verified: maybe}"),
    ("comparedTo: {to: aqrf:4}", "comparedTo: aqrf:4"),
    ("supersedes: {to: xx-nqf@2010:IV}", "supersedes: {too: xx-nqf@2010:IV}"),
    ("{text: {en: careful, fr: attention}", "{text: careful"),
    ("title: {en: Master, de: Meister}", "title: {en: [Master], de: ''}"),
    ("level: 4+", "level: [\"\\u200B4\"]"), ("parties: [XX, YY]", "parties: [[XX], {a: b}]"),
    ("valid: {from: 2021, to: 2025-06-30}", "valid: {from: 2021, to: 2019}"),
    ("- purpose: study", "- purpose: studies"), ("decides: [the school]", "decides: [{a: b}]"),
    ("binding: false", "binding: no"), ("{title: The Directive, origins: [yy", "{origins: [YY 1"),
    ("sector: [school, vocational]", "sector: [schools, vocation]"),
    ("- comparedTo: {to: aqrf}", "- comparedTo: {to: 'a b'}"),
    ("- {text: {en: about all}, source: memory}", "- {source: memry}"),
  ]

  private static let xml: [(String, String)] = [
    ("framework id=\"xx-nqf\" kind", "framework kind"), ("<country>GB-ENG<", "<country>UK<"),
    ("<title xml:lang=\"el\">", "<title>"), ("<authority name=\"The Authority\"", "<authority"),
    ("from=\"2020-02\" to=\"2030\"", "from=\"Feb\" to=\"May\""),
    ("<source id=\"law\" publisher", "<source id=\"law\" publsher"),
    ("licence=\"free\" official=\"true\"", "licence=\"free\" official=\"yes\""),
    ("<level code=\"Entry level\">", "<level>"),
    ("<belowScale to=\"eqf\">", "<belowScale to=\"EQF\">"),
    ("<referencedTo to=\"eqf:5\"", "<referencedTo"),
    ("<comparedTo to=\"aqrf:4\"/>", "<comparedTo to=\"aqrf\"/>"),
    ("<title xml:lang=\"de\">Meister</title>", "<title xml:lang=\"german\">Meister</title>"),
    ("<purpose>work</purpose>", "<purpose>wrok</purpose>"),
    ("purpose=\"study\" binding=\"false\"", "purpose=\"studies\" binding=\"no\""),
    ("<law title=\"The Directive\" origins=\"yy-group\">", "<law origins=\"yy 1\">"),
    ("<sector>school</sector>", "<sector>schools</sector>"),
    ("<notUsable to=\"zz-nqf\"/>", "<notUsable to=\"zz nqf\"/>"),
    ("<note source=\"memory\"><text xml:lang=\"en\">about all</text>", "<note source=\"memry\">"),
  ]

  @Test(arguments: [("x.yaml", Samples.yaml, yaml), ("x.xml", Samples.xml, xml)])
  func twoMistakesAreToldAsEachIsAlone(
    name: String, sample: String, mistakes: [(String, String)]
  ) throws {
    func problems(_ mistakes: [(String, String)]) throws -> [String] {
      let text = try mistakes.reduce(sample) { text, mistake in
        let parts = text.split(separator: mistake.0, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2, "'\(mistake.0)' is not in the sample")
        return parts.joined(separator: mistake.1)
      }
      return Reading(of: text, named: name, with: Plain()).diagnostics
        .map { "\($0.position.line):\($0.position.column) \($0.id) \($0.summary)" }.sorted()
    }
    let alone = try mistakes.map { try problems([$0]) }
    for (mistake, problems) in zip(mistakes, alone) {
      #expect(!problems.isEmpty, "'\(mistake.1)' is a mistake")
    }
    for (first, one) in mistakes.indices.map({ ($0, mistakes[$0]) }) {
      for second in mistakes.indices where second > first {
        let both = try problems([one, mistakes[second]])
        #expect(both == (alone[first] + alone[second]).sorted(), "\(one.1), \(mistakes[second].1)")
      }
    }
    #expect(try problems(mistakes) == alone.flatMap(\.self).sorted(), "all at once")
  }

  @Test func anAgreementTellsAllItsMistakes() {
    expectDiagnostics(
      from: Plain(),
      reading: """
        passerelle: 1
        agreement:
          id: 1️⃣The treaty
          kind: 2️⃣treaty
          title: {en: T}
          from: 3️⃣UK
          date: 4️⃣once
          source: 5️⃣lex
        sources: {law: {title: The Act}, act: {title: Another}}
        declarations:
          - {from: 6️⃣A 1, to: yy:1, purpose: 7️⃣wrok}
          - {from: xx:1, to: yy:1}
        decisions:
          - {from: xx:1, to: yy:1, outcome: 8️⃣good, source: law}
        notes: 9️⃣none
        """, named: "treaty.yaml",
      [
        "1️⃣": "bad-framework-name", "2️⃣": "bad-kind", "3️⃣": "bad-country", "4️⃣": "bad-date",
        "5️⃣": "unknown-source", "6️⃣": "bad-identifier", "7️⃣": "bad-purpose", "8️⃣": "bad-outcome",
        "9️⃣": "wrong-type",
      ])
  }

  @Test func mappingsTellAllTheirMistakes() {
    expectDiagnostics(
      from: Plain(),
      reading: """
        passerelle: 1
        mappings: {id: 1️⃣A to B, title: 2️⃣Table, from: 3️⃣A B, to: yy, open: 4️⃣no}
        sources: 5️⃣[act]
        links:
          - {from: xx:1, relation: 6️⃣same, to: 7️⃣Y 1, confidence: 8️⃣high}
          - 9️⃣{from: xx:1, relation: exactMatch}
          - {from: xx:1, relation: exactMatch, to: yy:1}
        """, named: "a-to-b.yaml",
      [
        "1️⃣": "bad-framework-name", "2️⃣": "missing-language", "3️⃣": "bad-framework-name",
        "4️⃣": "bad-truth-value", "5️⃣": "wrong-type", "6️⃣": "bad-relation", "7️⃣": "bad-identifier",
        "8️⃣": "bad-confidence", "9️⃣": "missing-key",
      ])
  }

  @Test func theRecognitionOfACountryTellsAllItsMistakes() {
    expectDiagnostics(
      from: Plain(),
      reading: """
        passerelle: 1
        recognition: {id: 1️⃣X Y, country: 2️⃣Qatar, title: 3️⃣R, source: 4️⃣lex}
        sources: {act: {title: Act}}
        procedures:
          - {purpose: 5️⃣[], url: 6️⃣example.org}
          - {purpose: [study, 7️⃣wrok], covers: 8️⃣all}
        """, named: "x.yaml",
      [
        "1️⃣": "bad-framework-name", "2️⃣": "bad-country", "3️⃣": "missing-language",
        "4️⃣": "unknown-source", "5️⃣": "bad-purpose", "6️⃣": "bad-url", "7️⃣": "bad-purpose",
        "8️⃣": "missing-language",
      ])
  }

  @Test func aFileWithoutAnySourceIsToldSoOnce() {
    let text = """
      passerelle: 1
      framework: {id: xx, kind: meta-framework, title: {en: X}}
      levels:
        - {code: "1", title: {en: One}}
        - {code: "2", title: {en: Two}, notes: [{text: {en: careful}}]}
      """
    let reading = Reading(of: text, named: "x.yaml", with: Plain())

    #expect(reading.diagnostics.map(\.id) == ["missing-source"])
  }

  @Test func whatLeadsToALevelWithoutACodeIsNotBlamed() {
    let text = """
      passerelle: 1
      framework: {id: xx, kind: meta-framework, title: {en: X}}
      sources: {act: {title: Act}}
      levels: [{kode: "1", title: {en: One}}, {code: "2", title: {en: Two}}]
      qualifications: [{code: q, title: {en: Q}, level: ["1", "2"]}]
      """
    let reading = Reading(of: text, named: "x.yaml", with: Plain())

    #expect(reading.diagnostics.map(\.id) == ["unknown-key"])
    #expect(reading.links.map(\.to.description) == ["xx:2"])
  }
}
