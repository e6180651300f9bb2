import Foundation
import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// Which files of a folder are read, and what is said of the rest.
struct FolderTests {
  private static let table = """
    # framework: {id: xx-k, kind: classification-of-occupations, title: {en: K}}
    # sources: {o: {title: T, publisher: O}}
    # columns: {code: Code, title: {en: Title}}
    Code,Title
    5,Five

    """
  private static let descriptor = """
    passerelle: 1
    framework: {id: xx-s, title: {en: S}, kind: classification-of-competences, source: s}
    sources: {s: {title: T, publisher: P, date: 2025}}
    competences: [{code: a, title: {en: A}}]

    """
  private static let turtle = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    <https://x.example/s> a skos:ConceptScheme ; skos:prefLabel "Occupations"@en .
    <https://x.example/a> a skos:Concept ; skos:inScheme <https://x.example/s> ; skos:prefLabel "A"@en .

    """
  private static let triples = """
    <https://x.example/t> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#ConceptScheme> .
    <https://x.example/b> <http://www.w3.org/2004/02/skos/core#inScheme> <https://x.example/t> .
    <https://x.example/b> <http://www.w3.org/2004/02/skos/core#prefLabel> "B"@en .

    """

  @Test func whatAnAdapterHasAPatternForIsRead() throws {
    let report = try check(
      ["a/k.csv": Self.table, "m.ttl": Self.turtle, "n.nt": Self.triples, "K.CSV": "bolt,price\n"])
    #expect(report.readers.map(\.path) == ["K.CSV", "a/k.csv", "m.ttl", "n.nt"])
    #expect(
      report.readers.map(\.adapter) == ["Classifications", "Classifications", "SKOS", "SKOS"])
    #expect(report.leftOut == [])
  }

  @Test func whatIsLeftOutIsNamed() throws {
    let report = try check(["k.csv": Self.table, "README.md": "x", "x.n3": "x", ".hidden": "x"])
    #expect(report.diagnostics == [])
    #expect(report.leftOut == ["README.md", "x.n3"])
  }

  @Test func aDatabaseBesideATableIsAWarning() throws {
    let report = try check([
      "k.csv": Self.table, "s.db": "SQLite format 3\0", "z.zip": "PK\u{3}\u{4}",
    ])
    #expect(
      report.diagnostics.map { "\($0.position) \($0.severity) \($0.id)" } == [
        "s.db warning unread-format", "z.zip warning compressed",
      ])
    #expect(report.leftOut == ["s.db", "z.zip"])
  }

  @Test(arguments: [
    ("s.db", "SQLite format 3\0", "unread-format"), ("README.md", "x", "no-adapter"),
  ])
  func aFolderWithNothingToReadIsAnError(name: String, text: String, id: String) throws {
    let report = try check([name: text])
    #expect(report.diagnostics.map { "\($0.severity) \($0.id)" } == ["error \(id)"])
  }

  @Test func aChosenAdapterReadsTheFilesThatItIsFor() throws {
    let report = try check(["k.csv": Self.table, "m.ttl": Self.turtle], adapter: "Classifications")
    #expect(report.readers.map(\.path) == ["k.csv"])
    #expect(report.leftOut == ["m.ttl"])
  }

  @Test(arguments: [nil, "Classifications"])
  func aDescriptorBesideATableThatHasItsNameIsNotItsHead(adapter: String?) throws {
    let report = try check(["x.csv": Self.table, "x.yaml": Self.descriptor], adapter: adapter)
    #expect(report.diagnostics == [])
    let readers = report.readers.map { "\($0.path) \($0.adapter)" }
    #expect(readers == ["x.csv Classifications"] + (adapter == nil ? ["x.yaml Plain"] : []))
  }

  @Test func aTableAndTheDescriptorOfItsNameAreReadFromTheirPaths() throws {
    let place = try place(["x.csv": Self.table, "x.yaml": Self.descriptor])
    defer { place.remove() }
    let paths = ["x.csv", "x.yaml"].map { place.folder.appending(path: "in/\($0)").path }
    let library = try place.library()

    #expect(
      try library.checking(SourceFile.files(atAll: [paths[0]])).readers.map(\.path) == [paths[0]])
    #expect(try library.checking(SourceFile.files(atAll: paths)).readers.map(\.path) == paths)
  }

  /// The report, with paths below the folder.
  private func check(_ files: [String: String], adapter: String? = nil) throws -> Importer.Report {
    let place = try place(files)
    defer { place.remove() }
    let folder = place.folder.appending(path: "in").path
    var report = try place.library().checking(SourceFile.files(atAll: [folder]), adapter: adapter)
    func short(_ path: String) -> String { path.replacing("\(folder)/", with: "") }
    for index in report.readers.indices {
      report.readers[index].path = short(report.readers[index].path)
    }
    report.leftOut = report.leftOut.map(short)
    report.diagnostics = report.diagnostics.map { problem in
      var problem = problem
      problem.position.file = short(problem.position.file)
      return problem
    }
    return report
  }

  private func place(_ files: [String: String]) throws -> Place {
    let place = try Place(bundling: SmallLibrary.descriptors)
    for (name, text) in files {
      let path = place.folder.appending(path: "in/\(name)")
      try FileManager.default.createDirectory(
        at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path)
    }
    return place
  }
}
