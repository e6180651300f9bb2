import Passerelle
import PasserelleModel
import Testing

/// What a set of SSSOM says comes out as it went in.
struct SSSOMRoundTripTests {
  private static let set = """
    #curie_map:
    #  FOO: http://foo.org/x_
    #  BAR: http://bar.org/y#
    #  orcid: https://orcid.org/
    #mapping_set_id: https://www.example.org/rt.sssom.tsv
    #mapping_set_title: Round trip
    #mapping_set_version: "2.1"
    #creator_id: ["orcid:1", "orcid:2"]
    #license: https://creativecommons.org/licenses/by/4.0/
    #mapping_date: "2024-05-06"
    #subject_source_version: "v1"
    subject_id\tsubject_label\tpredicate_id\tpredicate_modifier\tobject_id\tobject_label\tmapping_justification\tauthor_id\tmapping_date\tconfidence\tsubject_source_version\tmapping_tool\tcomment
    FOO:001\tA\tskos:exactMatch\t\tBAR:010\tB\tsemapv:LexicalMatching\torcid:0000-0001|orcid:0000-0002\t2023-01-02\t0.80\tv9\tlogmap\tHello, "world"
    FOO:001\tA\tskos:broadMatch\tNot\tBAR:011\tC\tsemapv:MappingReview\t\t\t1.0\t\t\t
    FOO:002\tA2\tskos:exactMatch\t\tsssom:NoTermFound\t\tsemapv:SemanticSimilarityThresholdMatching\t\t\t\t\t\t

    """

  private static let rows = """
    #curie_map:
    #  xx_skills: https://example.org/x/
    #  yy_skills: https://example.org/y/
    #  zz: https://example.org/z/
    #mapping_set_id: https://example.org/os.sssom.tsv
    #license: https://creativecommons.org/licenses/by/4.0/
    subject_id\tpredicate_id\tobject_id\tmapping_justification\tobject_source\tmapping_provider\tmapping_date
    xx_skills:4.10\tskos:exactMatch\tzz:1\tsemapv:ManualMappingCuration\tyy_skills:all\thttps://office.example.org\t2025-03-01
    xx_skills:cut\tskos:exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration\tyy_skills:all\thttps://office.example.org\t2025-03-01

    """

  /// The same, as the field's tool condenses it.
  private static let condensed = """
    # curie_map:
    #   xx_skills: https://example.org/x/
    #   yy_skills: https://example.org/y/
    #   zz: https://example.org/z/
    # license: https://creativecommons.org/licenses/by/4.0/
    # mapping_date: '2025-03-01'
    # mapping_provider: https://office.example.org
    # mapping_set_id: https://example.org/os.sssom.tsv
    # object_source: yy_skills:all
    subject_id\tpredicate_id\tobject_id\tmapping_justification
    xx_skills:4.10\tskos:exactMatch\tzz:1\tsemapv:ManualMappingCuration
    xx_skills:cut\tskos:exactMatch\tsssom:NoTermFound\tsemapv:ManualMappingCuration

    """

  private static let descriptor = """
    passerelle: 1
    mappings: {id: xx-yy, title: {en: Mappings of welders}, source: list, open: true}
    sources:
      list: {title: A list, publisher: Example office, date: 2025-03-01, url: "https://example.org/list"}
    links:
      - {from: "xx-skills@2023:weld", relation: broadMatch, to: "yy-skills:metal", confidence: 0.8}
      - {from: "xx-skills@2023:weld", relation: notExactMatch, to: "yy-skills:metal", verified: false}
      - {from: "xx-skills@2023:4+", relation: exactMatch, to: "yy-skills:Entry level 100%", note: {en: "a|b; c, \\"d\\""}}
      - {from: "xx-skills@2023:cut", relation: noMatch, to: "yy-skills", date: 2024}
      - {from: "xx-skills@2023:cut", relation: overlaps, to: "skos:1", authors: ["A|B", "C\\\\D"], tool: t}

    """

  @Test func keepsJustificationAuthorsToolDateAndVersion() throws {
    let out = SSSOMTable(try Conversion(Self.set, named: "rt.sssom.tsv", to: .sssom).text)

    #expect(
      out.rows.map { $0["mapping_justification"] } == [
        "semapv:LexicalMatching", "semapv:MappingReview",
        "semapv:SemanticSimilarityThresholdMatching",
      ])
    #expect(out.rows.map { $0["mapping_date"] } == ["2023-01-02", "2024-05-06", "2024-05-06"])
    #expect(out.rows.map { $0["author_id"] } == ["orcid:0000-0001|orcid:0000-0002", nil, nil])
    #expect(out.rows.map { $0["mapping_tool"] } == ["logmap", nil, nil])
    #expect(out.rows.map { $0["subject_source_version"] } == ["v9", "v1", "v1"])
    #expect(out.rows.map { $0["subject_label"] } == ["A", "A", "A2"])
    #expect(out.rows.map { $0["comment"] } == [#""Hello, ""world""""#, nil, nil])
    #expect(out.rows.map { $0["confidence"] } == ["0.80", "1.0", nil])
    #expect(out.head.contains { $0.hasPrefix("mapping_set_id: ") && $0.contains("/rt.sssom.tsv") })
    #expect(out.head.contains(#"mapping_set_version: "2.1""#))
    #expect(out.head.contains(#"  - "orcid:1""#) && out.head.contains(#"  - "orcid:2""#))
  }

  @Test func losesNothingOfASet() throws {
    let loss = try Conversion(Self.set, named: "rt.sssom.tsv", to: .sssom).loss
    #expect(loss == [:])
  }

  @Test func everyCURIEExpandsToTheAddressThatWasRead() throws {
    let out = SSSOMTable(try Conversion(Self.set, named: "rt.sssom.tsv", to: .sssom).text)

    #expect(out.expanded(out.rows[0]["subject_id"]) == "http://foo.org/x_001")
    #expect(out.expanded(out.rows[0]["object_id"]) == "http://bar.org/y#010")
    #expect(
      out.expanded(out.rows[0]["author_id"]?.prefix { $0 != "|" }.description)
        == "https://orcid.org/0000-0001")
  }

  @Test(arguments: [
    (set, "rt.sssom.tsv"), (rows, "os.sssom.tsv"), (condensed, "os.sssom.tsv"),
    (descriptor, "m.yaml"),
  ])
  func isTheSameWhenItIsReadAndWrittenAgain(text: String, name: String) throws {
    let once = try Conversion(text, named: name, to: .sssom)
    let twice = try Conversion(once.text, named: "again.sssom.tsv", to: .sssom)

    #expect(once.text == twice.text)
    #expect(once.problems.filter { $0.severity == .error } == [])
    #expect(twice.problems.filter { $0.severity == .error } == [])
  }

  @Test func aSlotMeansTheSameInTheHeadAndInTheRows() throws {
    let texts = try [Self.rows, Self.condensed].map {
      try Conversion($0, named: "os.sssom.tsv", to: .sssom).text
    }
    #expect(texts[0] == texts[1])
  }

  @Test func theProviderAndTheDateOfRowsAreThoseOfTheirDocument() throws {
    for set in [Self.rows, Self.condensed] {
      let text = try Conversion(set, named: "os.sssom.tsv", to: .yaml).text

      #expect(
        text.contains("publisher: \"https://office.example.org\"\n    date: 2025-03-01\n"))
      #expect(text.contains("justification: manual-mapping-curation\n"))
    }
  }

  @Test func noTermFoundSaysWhereItWasLookedFor() throws {
    let out = SSSOMTable(try Conversion(Self.descriptor, named: "m.yaml", to: .sssom).text)
    let row = try #require(out.rows.first { $0["object_id"] == "sssom:NoTermFound" })

    #expect(out.expanded(row["object_source"]) == "urn:passerelle:yy-skills")
    let again = try Conversion(
      try Conversion(Self.descriptor, named: "m.yaml", to: .sssom).text, named: "x.sssom.tsv",
      to: .yaml)
    #expect(again.text.contains("relation: noMatch\n    to: yy-skills\n"))
  }

  @Test func codesVersionsAndFrameworksComeBackAsTheyWere() throws {
    let out = try Conversion(Self.descriptor, named: "m.yaml", to: .sssom).text
    let back = try Conversion(out, named: "x.sssom.tsv", to: .yaml).text

    for name in ["xx-skills@2023:4+", "yy-skills:Entry level 100%", "skos:1"] {
      #expect(back.contains("\"\(name)\""), "\(name)")
    }
  }

  @Test func noPrefixHasAHyphen() throws {
    let out = SSSOMTable(try Conversion(Self.descriptor, named: "m.yaml", to: .sssom).text)

    #expect(out.rows.allSatisfy { $0["subject_id"]?.hasPrefix("xx_skills_2023:") == true })
    #expect(out.rows.map { $0["object_id"] }.contains("skos_:1"))
  }

  @Test func whatStatesNoJustificationIsNotSaidToBeMadeByHand() throws {
    let out = SSSOMTable(try Conversion(Self.descriptor, named: "m.yaml", to: .sssom).text)

    #expect(
      Set(out.rows.map { $0["mapping_justification"] }) == ["semapv:UnspecifiedMatching"])
    #expect(Set(out.rows.map { $0["mapping_date"] }) == [nil])
    #expect(Set(out.rows.map { $0["publication_date"] }) == ["2025-03-01"])
  }

  @Test func whatHasNoSlotIsCounted() throws {
    let first = try Conversion(Self.descriptor, named: "m.yaml", to: .sssom).loss
    #expect(first == ["date of a link that is not a day": 1])
    let links = """
      passerelle: 1
      mappings: {id: xx-yy, title: {en: M, fr: N}, source: list, open: true}
      sources: {list: {title: M}}
      links:
        - {from: "a:1", relation: exactMatch, to: "b:1", details: ["sequenceNumber: 2"], note: {en: x, fr: y}}

      """
    let second = try Conversion(links, named: "m.yaml", to: .sssom).loss
    #expect(
      second == ["'sequenceNumber' of a link": 1, "note in 'fr'": 1, "title in 'fr'": 1])
  }

  @Test func frameworksThatShareAnAddressSpaceHaveOnePrefixAndAreStillTold() throws {
    let text = """
      #curie_map:
      #  aa: http://qdr.example.org/
      #  p: "urn:passerelle:"
      #  eqf: http://eqf.org/
      #mapping_set_id: https://example.org/m
      #license: CC0
      subject_id\tpredicate_id\tobject_id\tmapping_justification\tsubject_source
      aa:c_1\tskos:closeMatch\teqf:1\tsemapv:LexicalMatching\tp:aa-nqf
      aa:c_2\tskos:closeMatch\teqf:2\tsemapv:LexicalMatching\tp:bb-nqf

      """
    let once = try Conversion(text, named: "x.sssom.tsv", to: .sssom).text
    let out = SSSOMTable(once)
    let yaml = try Conversion(once, named: "y.sssom.tsv", to: .yaml).text

    #expect(out.rows.map { $0["subject_id"] } == ["example:c_1", "example:c_2"])
    #expect(out.rows.map { $0["subject_source"] } == ["passerelle:aa-nqf", "passerelle:bb-nqf"])
    #expect(yaml.contains("\"aa-nqf:c_1\"") && yaml.contains("\"bb-nqf:c_2\""))
    let again = try Conversion(once, named: "y.sssom.tsv", to: .sssom).text
    #expect(again == once)
  }

  @Test func aFrameworkWithTwoAddressSpacesHasTwoPrefixes() throws {
    let text = """
      passerelle: 1
      framework: {id: xx, kind: classification-of-competences, title: {en: X}, source: s, open: true}
      sources: {s: {title: S}}
      competences:
        - {code: "1", title: {en: One}, uri: "http://x.org/skill/1", exactMatch: {to: "b:1"}}
        - {code: "2", title: {en: Two}, uri: "http://x.org/group/2", exactMatch: {to: "b:2"}}
        - {code: "3", title: {en: Three}, uri: "http://x.org/group/other", exactMatch: {to: "b:3"}}

      """
    let once = try Conversion(text, named: "x.yaml", to: .sssom).text
    let out = SSSOMTable(once)

    #expect(
      out.rows.map { out.expanded($0["subject_id"]) } == [
        "http://x.org/skill/1", "http://x.org/group/2", "http://x.org/group/other",
      ])
    let again = try Conversion(once, named: "y.sssom.tsv", to: .sssom).text
    #expect(again == once)
  }
}
