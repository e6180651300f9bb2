import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// What a file says twice, or of a thing and itself: kept once, and told with both places.
struct RepeatTests {
  @Test func aLinkThatIsStatedTwiceIsKeptOnce() throws {
    let (problems, links) = try importing(
      """
      sources: {act: {title: x}}
      levels:
        - {code: a, title: {en: A}, referencedTo: [{to: eqf:1}, {to: eqf:1}]}
        - code: b
          title: {en: B}
          notes: [{text: {en: A note.}}, {text: {en: Another.}}, {text: {en: A note.}}]
          referencedTo:
            - {to: eqf:2}
            - {to: eqf:2}
      """)

    #expect(
      problems.map { "\($0.position.line):\($0.position.column) \($0.severity) \($0.id)" } == [
        "5:64 warning duplicate-pair", "8:60 warning duplicate-statement",
        "11:14 warning duplicate-pair",
      ])
    #expect(
      problems.map(\.hint) == [
        "the first is on the same line, at column 51, and is kept",
        "the first is on the same line, at column 13, and is kept",
        "the first is on line 10, and is kept",
      ])
    #expect(problems.first?.summary.contains("'xx-nqf:a' to 'eqf:1'") == true)
    #expect(links == ["xx-nqf:a eqf:1", "xx-nqf:b eqf:2"])
  }

  @Test func twoClaimsOfOnePairThatSayDifferentThingsAreTwo() throws {
    let (problems, links) = try importing(
      """
      sources: {act: {title: x}, other: {title: y}}
      levels:
        - code: a
          title: {en: A}
          referencedTo:
            - {to: eqf:1}
            - {to: eqf:1, source: other}
            - {to: eqf:1, note: {en: as amended}}
            - {to: eqf:1, confidence: 0.5}
            - {to: eqf:1, verified: false}
          comparedTo: {to: eqf:1}
      """)

    #expect(problems == [])
    #expect(links.count == 6)
  }

  @Test func aClaimWithDetailsThatIsStatedTwiceIsKeptOnce() throws {
    let details = "{to: eqf:1, note: {en: as amended, fr: tel quel}, confidence: 0.5}"
    let (problems, links) = try importing(
      "sources: {act: {title: x}}\nlevels:\n  - {code: a, title: {en: A}, referencedTo: ["
        + "\(details), \(details)]}")

    #expect(problems.map(\.id) == ["duplicate-pair"])
    #expect(links.count == 1)
  }

  @Test func manyAreCounted() throws {
    let links = (1...150).map { "    - {to: \"xx-nqf:q\($0)\"}\n" }.joined()
    let parts = (1...150).map { "  - {code: q\($0), title: {en: Q\($0)}, level: a}\n" }.joined()
    let (problems, kept) = try importing(
      "sources: {act: {title: x}}\nlevels: [{code: a, title: {en: A}, notReferenced: {to: eqf}}]\n"
        + "qualifications:\n  - code: whole\n    title: {en: W}\n    level: a\n    partOf:\n"
        + links + links + parts)

    let told = problems.filter { $0.id == "duplicate-pair" }
    #expect(told.count == 101)
    #expect(told.last?.summary == "50 more links are stated twice; each is kept once")
    #expect(kept.filter { $0.hasPrefix("xx-nqf:whole") }.count == 151)
  }

  @Test func aProcedureThatIsStatedTwiceIsKeptOnce() throws {
    let (problems, _) = try importing(
      """
      sources: {act: {title: x}}
      levels: [{code: a, title: {en: A}, notReferenced: {to: eqf}}]
      procedures:
        - {purpose: study, decides: [A body]}
        - {purpose: study, decides: [A body]}
      """)

    #expect(problems.map { "\($0.position.line) \($0.id)" } == ["7 duplicate-statement"])
    #expect(problems.first?.hint == "the first is on line 6, and is kept")
  }

  @Test(arguments: ["broader", "partOf", "supersedes", "exactMatch", "relatedMatch"])
  func aLinkFromSomethingToItselfIsLeftOut(relation: String) throws {
    let (problems, links) = try importing(
      """
      sources: {act: {title: x}}
      competences: [{code: d, title: {en: D}, \(relation): {to: "xx-nqf:d"}}]
      """)

    #expect(
      problems.map { "\($0.position.line) \($0.severity) \($0.id)" } == ["4 warning self-reference"]
    )
    #expect(links == [])
  }

  @Test func aRowOfATableThatNamesItselfAsWiderIsTold() throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let file = try place.write(
      "jobs.csv",
      """
      # framework: {id: xx-jobs, kind: classification-of-occupations, title: {en: T}}
      # sources: {o: {title: T, publisher: O}}
      # columns: {code: Code, title: {en: Title}, broader: Up}
      Code,Title,Up
      1,One,2
      2,Two,3
      3,Three,1
      4,Four,4
      """)
    let problems = try place.library().checking([file]).diagnostics

    #expect(problems.map { "\($0.position.line) \($0.id)" } == ["7 cycle", "8 mended"])
    #expect(
      problems.first?.summary.contains(
        "'xx-jobs:1' → 'xx-jobs:2' (line 5) → 'xx-jobs:3' (line 6) → 'xx-jobs:1' (line 7)") == true)
  }

  @Test func aCycleThatASecondFileClosesIsToldThere() throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let library = try place.library()
    func file(_ own: String, _ other: String, _ open: String) throws -> SourceFile {
      try place.write(
        "\(own).yaml",
        """
        passerelle: 1
        framework: {id: \(own), kind: classification-of-competences, title: {en: x}, source: s\(open)}
        sources: {s: {title: x}}
        competences: [{code: c, title: {en: C}, broader: {to: "\(other):c"}}]
        """)
    }
    let first = try library.importing([file("aa-skills", "bb-skills", ", open: true")])
    #expect(first.diagnostics.map(\.id) == ["unknown-framework"])
    let second = try library.importing([file("bb-skills", "aa-skills", "")])

    #expect(second.diagnostics.map(\.id) == ["cycle"])
    #expect(second.diagnostics.first?.position.line == 4)
    #expect(second.diagnostics.first?.summary.contains("(aa-skills.yaml, line 4)") == true)
  }

  @Test func frameworksThatTakeThePlaceOfEachOtherAreTold() throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let files = try [("1", "3"), ("2", "1"), ("3", "2"), ("4", "4")].map { label, old in
      try place.write(
        "v\(label).yaml",
        """
        passerelle: 1
        framework:
          id: xx-sup
          kind: classification-of-competences
          title: {en: x}
          version: {label: "\(label)"}
          supersedes: "xx-sup@\(old)"
          source: s
        sources: {s: {title: x}}
        competences: [{code: c, title: {en: C}}]
        """)
    }
    let problems = try place.library().checking(files).diagnostics

    #expect(problems.map(\.id) == ["cycle", "cycle"])
    #expect(
      problems.first?.summary.contains("'xx-sup@1' → 'xx-sup@3' → 'xx-sup@2' → 'xx-sup@1'") == true)
    #expect(problems.last?.summary == "'xx-sup@4' is said to take its own place")
  }

  @Test func twoTitlesOfOneLanguageAreATitleAndAnAlternative() throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let file = try place.write(
      "x.jsonld",
      """
      {"type": ["EuropeanDigitalCredential"], "credentialSubject": {"hasClaim": [{"specifiedBy":
       {"id": "urn:q", "type": "Qualification", "title": {"en-US": "Color", "EN-us": ["Colour", "Color"]}}}]}}
      """)
    let library = try place.library()
    let report = try library.importing([file])

    #expect(report.diagnostics.map(\.id) == ["duplicate-language"])
    #expect(
      report.diagnostics.first?.summary.hasSuffix("'Colour' is kept as an alternative") == true)
    let concept = try library.store.read { try $0.concepts(titled: "colour") }.first?.concept
    #expect(concept?.title.entries.map { "\($0.language) \($0.text)" } == ["en-US Color"])
    #expect(concept?.alternatives.entries.map { "\($0.language) \($0.text)" } == ["en-US Colour"])
  }

  // MARK: - Helpers

  private func importing(
    _ text: String
  ) throws -> (problems: [Diagnostic], links: [String]) {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let library = try place.library()
    let file = try place.write(
      "xx-nqf.yaml",
      "passerelle: 1\nframework: {id: xx-nqf, kind: qualifications-framework, title: {en: x}, source: act}\n"
        + text)
    let report = try library.importing([file])
    let links = try library.store.read { try $0.links() }
      .filter { $0.link.from.framework.series == "xx-nqf" }
    return (
      report.diagnostics, links.map { "\($0.link.from) \($0.link.to)" }
    )
  }
}
