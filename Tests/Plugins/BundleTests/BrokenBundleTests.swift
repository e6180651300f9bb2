import PasserelleKit
import PasserelleTesting
import Testing

@testable import Bundle

/// What is missing, foreign or out of order is told with its place.
struct BrokenBundleTests {
  @Test func theTableOfPublicationsIsNeeded() {
    #expect(
      SmallBundle().without("publication.csv").problems == ["publication_word.csv missing-part"])
  }

  @Test func theTablesOfTitlesAreNeeded() {
    #expect(
      SmallBundle().without("publication_word.csv").problems == [
        "publication.csv:1:1 missing-part", "publication.csv:2:1 missing-part",
      ])
    #expect(
      SmallBundle().without("label.csv").problems == [
        "publication.csv:1:1 missing-part", "concept.csv:2:1 missing-part",
      ])
  }

  @Test func otherTablesThatAreMissingAreToldOnce() {
    let bundle = SmallBundle().without("note.csv", "procedure.csv", "procedure_word.csv")
    #expect(bundle.problems == ["publication.csv:1:1 missing-part"])
    #expect(bundle.reading.diagnostics.map(\.severity) == [.warning])
  }

  @Test func aTableTwiceAndAForeignTableAreErrors() {
    let twice = SmallBundle().files + [("note (1).csv", SmallBundle().files[7].text)]
    let foreign = SmallBundle().files + [("bolts.csv", "bolt,price\nM6,1\n")]
    #expect(
      Reading(of: twice, with: Bundle()).diagnostics.map { "\($0.position) \($0.id)" }
        == ["note (1).csv duplicate-part"])
    #expect(
      Reading(of: foreign, with: Bundle()).diagnostics.map { "\($0.position) \($0.id)" }
        == ["bolts.csv:1:1 not-a-bundle"])
  }

  static let misplaced: [(file: String, old: String, new: String, problem: String)] = [
    ("concept.csv", "aa:1,aa,1,0", "aa:1,zz,1,0", "concept.csv:2:6 dangling-row"),
    ("link.csv", "2,aa-bb", "2,zz", "link.csv:3:3 dangling-row"),
    ("publication_word.csv", "aa-bb,title", "zz,title", "publication_word.csv:5:1 dangling-row"),
    (
      "link.csv", "2,aa-bb,aa:2,exactMatch,bb:2,https://example.org/2,act,false",
      "2,aa-bb,aa:2,exactMatch,bb:2,,act,false\n3,aa,aa:2,closeMatch,bb:2,,act,true",
      "link.csv:4:3 bundle-order"
    ),
    ("concept.csv", "aa,2,1", "aa,2,0", "concept.csv:3:11 bundle-order"),
    ("label.csv", "aa:1,", "aa:9,", "label.csv:2:1 bundle-order"),
    ("label.csv", "aa:2,title", "aa:9,title", "label.csv:4:1 bundle-order"),
    ("link_word.csv", "2,note", "9,note", "link_word.csv:2:1 bundle-order"),
    (
      "publication.csv", "aa-bb,mapping-set,aa", "aa,mapping-set,aa",
      "publication.csv:3:1 bundle-order"
    ),
  ]

  @Test(arguments: misplaced)
  func aRowThatIsNotWhereItBelongsIsAnError(
    file: String, old: String, new: String, problem: String
  ) {
    #expect(SmallBundle().with(file, old, new).problems == [problem])
  }

  static let values: [(file: String, old: String, new: String, problem: String)] = [
    ("publication.csv", "mapping-set", "mapping", "publication.csv:3:7 bad-kind"),
    ("publication.csv", "true,true", "true,maybe", "publication.csv:3:34 bad-truth-value"),
    ("publication_word.csv", ",,IE", ",,Ireland", "publication_word.csv:4:15 bad-country"),
    ("publication_word.csv", "0,en,A\n", "0,english,A\n", "publication_word.csv:2:12 bad-language"),
    ("concept.csv", "0,level", "0,step", "concept.csv:2:13 bad-kind"),
    ("concept.csv", "1 years", "1 moons", "concept.csv:3:19 bad-workload"),
    ("concept.csv", "aa,1,0", "aa,1,first", "concept.csv:2:11 bad-number"),
    ("link.csv", "exactMatch", "sameAs", "link.csv:3:14 bad-relation"),
    ("link.csv", ",act,true", ",law,true", "link.csv:2:28 unknown-source"),
    ("note.csv", "One note.", "", "note.csv:2:14 missing-value"),
    ("note.csv", ",act,true,false", ",,act,true,false", "note.csv:2:1 row-length"),
    ("label.csv", "aa:2,title", "aa:2,alternative", "concept.csv:3:1 missing-title"),
  ]

  @Test(arguments: values)
  func aValueThatDoesNotFitIsToldAtItsPlace(
    file: String, old: String, new: String, problem: String
  ) {
    #expect(SmallBundle().with(file, old, new).problems.contains(problem))
  }

  @Test func aRowThatIsWrongKeepsTheRestInPlace() {
    let reading = SmallBundle().with("concept.csv", "0,level", "0,step").reading
    #expect(reading.diagnostics.map(\.id) == ["bad-kind"])
    #expect(reading.concepts.map { "\($0.id) \($0.title.preferred ?? "")" } == ["aa:2 Two"])
  }

  @Test func aRowWithoutASourceRestsOnThatOfItsPublication() {
    let bundle = SmallBundle().with("note.csv", "Another.,act", "Another.,")
    #expect(bundle.problems == [])
    #expect(bundle.reading.notes.map(\.source) == ["act", "act"])
    let without = bundle.with(
      "publication.csv", "aa,qualifications-framework,,,act", "aa,qualifications-framework,,,")
    #expect(without.problems == ["note.csv:4:23 missing-source"])
  }
}
