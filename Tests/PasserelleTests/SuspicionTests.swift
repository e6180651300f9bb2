import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// What is legal and suspicious, and what only looks so.
struct SuspicionTests {
  private static let report = "sources: {act: {title: x, date: 2020, official: true}}\n"

  /// The parts of a descriptor below its head, and what a check on a day in 2026 says of them.
  static let cases: [(text: String, ids: [String])] = [
    (
      "levels: [{code: \"1\", title: {en: A}}]", ["nothing-referenced"]
    ),
    (
      "levels: [{code: \"1\", title: {en: A}}]\nnotes: [{text: {en: nothing is known}}]", []
    ),
    (
      "levels: [{code: \"1\", title: {en: A}, notReferenced: {to: eqf}}]", []
    ),
    (
      "levels: [{code: \"1\", title: {en: A}}]\nlinks: [{comparedTo: {to: eqf}}]", []
    ),
    (
      """
      levels:
        - {code: "1", title: {en: A}, referencedTo: {to: "eqf:1"}}
        - {code: "2", title: {en: B}}
        - {code: "3", title: {en: C}, notes: [{text: {en: not in the table}}]}
      """, ["unreferenced-level"]
    ),
    (
      """
      levels:
        - {code: "1", title: {en: A}, notReferenced: {to: eqf}}
        - {code: "2", title: {en: B}, notReferenced: {to: eqf}}
        - {code: "4", title: {en: D}, notReferenced: {to: eqf}}
        - {code: "4+", title: {en: E}, notReferenced: {to: eqf}}
        - {code: "6", title: {en: F}, notReferenced: {to: eqf}}
      """, ["level-gap"]
    ),
    (
      """
      levels:
        - {code: "1", title: {en: Level 1}, notReferenced: {to: eqf}}
        - {code: "2", title: {en: Level 3}, notReferenced: {to: eqf}}
        - {code: "3", title: {en: Level 3 of 8}, notReferenced: {to: eqf}}
        - {code: C, title: {en: Level 7}, notReferenced: {to: eqf}}
      """, ["title-against-code"]
    ),
    (
      """
      levels:
        - {code: a, title: {en: Basic}, notReferenced: {to: eqf}}
        - {code: b, title: {en: Basic}, notReferenced: {to: eqf}}
        - {code: c, title: {en: Basic, fr: Base}, notReferenced: {to: eqf}}
      """, ["same-title"]
    ),
    (
      """
      levels: [{code: a, title: {en: A}, notReferenced: {to: eqf}}]
      qualifications:
        - {code: q, title: {en: Q}}
        - {code: r, title: {en: R}, notes: [{text: {en: it has no level yet}}]}
        - {code: s, title: {en: S}, level: a}
      """, ["unplaced-qualification"]
    ),
  ]

  @Test func aLevelAQualificationOrATitleIsQuestioned() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    for (text, ids) in Self.cases {
      #expect(try Self.ids(of: Self.report + text, library, place) == ids, "\(text)")
    }
  }

  /// The sources of a level that is referenced to EQF 1 by each of them, and what is said of them.
  static let sources: [(declared: String, used: [String], ids: [String])] = [
    ("a: {title: x, date: 2016-11-25, official: true}", ["a"], ["old-report"]),
    ("a: {title: x, date: 2016-11-26, official: true}", ["a"], []),
    ("a: {title: x, official: true}", ["a"], []),
    (
      "a: {title: x, date: 2009, official: true}, b: {title: y, date: 2024, official: true}",
      ["a", "b"], []
    ),
    ("a: {title: x, date: 2026-12, official: true}", ["a"], ["future-date"]),
    ("a: {title: x, date: 2024}", ["a"], ["unofficial-referencing"]),
    ("a: {title: x}, b: {title: y, official: true}", ["a", "b"], []),
    ("act: {title: x, official: true, verified: false}", ["act"], ["unverified-framework"]),
  ]

  @Test func aSourceIsQuestioned() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    for (declared, used, ids) in Self.sources {
      let links = used.map { "{to: \"eqf:1\", source: \($0)}" }.joined(separator: ", ")
      let others = declared.contains("act:") ? "" : "act: {title: z, official: true}, "
      let text = """
        sources: {\(others)\(declared)}
        levels: [{code: "1", title: {en: A}, source: act, referencedTo: [\(links)]}]
        """
      #expect(try Self.ids(of: text, library, place) == ids, "\(declared)")
    }
  }

  @Test func aFrameworkMayHaveNoSourceForAll() throws {
    let place = try Place()
    defer { place.remove() }
    let text = """
      passerelle: 1
      framework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}}
      sources: {a: {title: x, official: true}, b: {title: y, official: true}}
      levels: [{code: "1", title: {en: A}, source: a, referencedTo: {to: "eqf:1", source: b}}]
      """
    let file = try place.write("xx-nqf.yaml", text)

    #expect(try place.library().checking([file], on: "2026-11-26").diagnostics == [])
  }

  @Test func anOldVersionMayRestOnAnOldReport() throws {
    let place = try Place()
    defer { place.remove() }
    let text = """
      sources: {act: {title: x, date: 2009, official: true}}
      levels: [{code: "1", title: {en: A}, referencedTo: {to: "eqf:1"}}]
      """
    let version = "version: {label: \"2009\", to: 2014}, "
    let library = try place.library()

    #expect(try Self.ids(of: text, library, place, version: version) == [])
    #expect(try Self.ids(of: text, library, place) == ["old-report"])
  }

  @Test func versionsThatDoNotFitTogetherAreQuestioned() throws {
    let place = try Place()
    defer { place.remove() }
    let library = try place.library()
    let levels = Self.report + "levels: [{code: a, title: {en: A}, notReferenced: {to: eqf}}]"
    let version = "version: {label: \"2\"}, "
    _ = try library.importing([place.write("old.yaml", Self.head() + levels)])

    #expect(try Self.ids(of: levels, library, place, version: version) == ["two-names"])
    try library.store.write { try $0.remove(FrameworkName(series: "xx-nqf")) }
    #expect(try Self.ids(of: levels, library, place, version: version) == [])
    #expect(
      try Self.ids(of: levels, library, place, version: version + "supersedes: xx-nqf@1, ")
        == ["unknown-predecessor"])
  }

  @Test func aScopeThatNamesNothingKnownIsQuestioned() throws {
    let place = try Place()
    defer { place.remove() }
    func text(_ scope: String) -> String {
      Self.report + """
        levels: [{code: "1", title: {en: A}, notReferenced: {to: eqf}}]
        procedures: [{purpose: work, decides: [office], \(scope)}]
        """
    }
    let library = try place.library()
    for scope in ["occupations: [isco-08:99999]", "origins: [eu-eea-hc]"] {
      #expect(try Self.ids(of: text(scope), library, place) == ["unknown-scope"])
    }
    #expect(try Self.ids(of: text("origins: [all]"), library, place) == [])
  }

  @Test func anImportIsNotTold() throws {
    let place = try Place()
    defer { place.remove() }
    let file = try place.write(
      "xx-nqf.yaml", Self.head() + Self.report + "levels: [{code: \"1\", title: {en: A}}]")

    #expect(try place.library().importing([file]).diagnostics == [])
  }

  private static func head(version: String = "") -> String {
    "passerelle: 1\nframework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}, "
      + "\(version)source: act}\n"
  }

  private static func ids(
    of text: String, _ library: Library, _ place: Place, version: String = ""
  ) throws -> [String] {
    let file = try place.write("xx-nqf.yaml", head(version: version) + text)
    return try library.checking([file], on: "2026-11-26").diagnostics.map(\.id.rawValue)
  }
}
