import Passerelle
import PasserelleGraph
import PasserelleModel
import TestSupport
import Testing

/// What only the whole of a file, or of the library, shows.
struct CheckTests {
  @Test func warnsOfASourceThatNothingRestsOn() throws {
    let problems = try check(
      """
      sources: {act: {title: x}, other: {title: y}}
      levels:
        - {code: a, title: {en: A}, referencedTo: {to: eqf:1, source: act}, source: act}
      """)

    #expect(problems.map(\.id) == ["unused-source"])
    #expect(problems.first?.position.line == 3)
  }

  @Test func flagsARecordThatContradictsTheReferencing() throws {
    let problems = try check(
      """
      sources: {act: {title: x}}
      levels:
        - {code: "6", title: {en: A}, referencedTo: {to: eqf:6}}
      qualifications:
        - {code: q, title: {en: Q}, level: "6", referencedTo: {to: eqf:3}}
      """)

    #expect(problems.map(\.id) == ["against-referencing"])
    #expect(problems.first?.summary.contains("'xx-nqf:6' is referenced to 'eqf:6'") == true)
    #expect(problems.first?.severity == .warning)
  }

  @Test(arguments: [(note: "", ids: ["level-order"]), (note: ", note: {en: so printed}", ids: [])])
  func aNoteSaysWhyTheOrderIsNotThatOfTheReferencing(note: String, ids: [String]) throws {
    let problems = try check(
      """
      sources: {act: {title: x}}
      levels:
        - {code: a, title: {en: A}, referencedTo: {to: eqf:5}}
        - {code: b, title: {en: B}, referencedTo: {to: eqf:4\(note)}}
      """)

    #expect(problems.map(\.id.rawValue) == ids)
  }

  @Test func aNoteOnTheLevelSaysItToCheckAndToContradictionsAlike() throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let library = try place.library()
    let file = try place.write(
      "xx-nqf.yaml",
      """
      passerelle: 1
      framework: {id: xx-nqf, kind: qualifications-framework, title: {en: x}, source: act}
      sources: {act: {title: x}}
      levels:
        - {code: a, title: {en: A}, referencedTo: {to: eqf:5}}
        - {code: b, title: {en: B}, referencedTo: {to: eqf:4}, notes: [{text: {en: so printed}}]}
      """)
    let contradictions = try library.rehearsing([file]) { _, graph in
      try ContradictionFinder(graph, day: "2026-01-01") {
        $0.link.from.framework.series == "xx-nqf"
      }
      .find().found
    }

    #expect(try library.checking([file]).diagnostics == [])
    #expect(contradictions == [])
  }

  @Test func anAliasIsOneFrameworksOwnAndAnAcronymIsNot() throws {
    let levels = "sources: {act: {title: x}}\nlevels: [{code: a, title: {en: A}}]"
    #expect(try check(levels, naming: "aliases: [NFQ]").map(\.id) == ["shared-alias"])
    #expect(try check(levels, naming: "acronyms: [NQF]").isEmpty)
  }

  @Test func keepsWhatAnUploadToEuropassClaimsAndFlagsIt() throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    // Level 2 of the Irish framework, by its name in the Europass list; it is referenced to EQF 1.
    let file = try place.write(
      "loq.xml",
      """
      <Courses xmlns="http://data.europa.eu/snb/model/ap/loq-constraints/"><qualification id="q">
      <title language="en">Q</title>
      <EQFLevel uri="http://data.europa.eu/snb/eqf/2"/>
      <NQFLevel uri="http://data.europa.eu/snb/qdr/c_060f2f91"/>
      </qualification></Courses>
      """)
    let report = try place.library().checking([file])

    #expect(report.diagnostics.map { "\($0.position.line) \($0.id)" } == ["3 against-referencing"])
    #expect(report.diagnostics.first?.severity == .warning)
    #expect(
      report.diagnostics.first?.summary.contains("'ie-nqf:2' is referenced to 'eqf:1'") == true)
  }

  @Test(arguments: [
    ("atLevel: {to: \"in-nsqf@1999:5\"}", "it is available as 'in-nsqf@2013', 'in-nsqf@2023'"),
    ("atLevel: {to: \"ie-nqf@2003:5\"}", "it is available as 'ie-nqf'"),
    ("level: 3a", "did you mean '3A'?"),
    ("level: 4", "it has '3A'"),
    ("atLevel: {to: \"a-law:1\"}", "it describes nothing that this may link to"),
  ])
  func namesWhatThereIsWhereAnEndIsUnknown(end: String, hint: String) throws {
    let problems = try check(
      """
      sources: {act: {title: x}}
      levels: [{code: 3A, title: {en: A}, notReferenced: {to: eqf}}]
      qualifications: [{code: q, title: {en: Q}, \(end)}]
      """)

    #expect(problems.map(\.hint) == [hint])
  }

  @Test func asksForTheVersionWhereSeveralAreHere() throws {
    let problems = try check(
      """
      sources: {act: {title: x}}
      levels: [{code: 3A, title: {en: A}, notReferenced: {to: eqf}}]
      qualifications: [{code: q, title: {en: Q}, atLevel: {to: "in-nsqf:5"}}]
      """)

    #expect(problems.map(\.id) == [.openVersion])
    #expect(problems.first?.summary.contains("'in-nsqf@2013', 'in-nsqf@2023'") == true)
  }

  private func check(_ text: String, naming: String = "aliases: []") throws -> [Diagnostic] {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let head =
      "passerelle: 1\nframework: {id: xx-nqf, kind: qualifications-framework, title: {en: x}, "
      + "\(naming), source: act}\n"
    let file = try place.write("xx-nqf.yaml", head + text)
    return try place.library().checking([file]).diagnostics
  }
}
