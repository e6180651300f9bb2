import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore
import TestSupport
import Testing

/// Where the tools are, where they are.
let interopTools = ProcessInfo.processInfo.environment["PASSERELLE_INTEROP"]

/// The JSON Schema of CASE, beside the project.
private let caseSchema = Place.root
  .appending(path: "../shared/data/case/schema/case-v1p0-cfpackage-schema.json")
  .standardizedFileURL.path

/// What we export, as the field's own tools read it: their counts must be ours.
///
/// `make interop` installs the tools and runs these; without them they are passed over.
@Suite(
  .enabled(if: interopTools != nil, "'make interop' installs the tools that these tests ask"))
struct InteropTests {
  @Test func rdflibReadsOneGraphInThreeSyntaxes() throws {
    let export = try Export([.turtle, .nTriples, .jsonLD])
    defer { export.remove() }
    let counts = try export.python(
      """
      import rdflib, sys
      graphs = [rdflib.Graph().parse(path, format=form) for path, form in
        zip(sys.argv[1:], ["turtle", "nt", "json-ld"])]
      assert set(graphs[0]) == set(graphs[1]) == set(graphs[2])
      skos = rdflib.Namespace("http://www.w3.org/2004/02/skos/core#")
      print(len(set(graphs[0].subjects(rdflib.RDF.type, skos.Concept))))
      """)

    #expect(counts == ["\(export.concepts)"])
  }

  @Test(arguments: [("turtle", "ttl"), ("xml", "rdf"), ("json-ld", "jsonld")])
  func whatALibraryOfRDFWritesReadsBackWhole(form: String, suffix: String) throws {
    let export = try Export([.turtle])
    defer { export.remove() }
    let (ours, theirs) = (
      "\(export.place.folder.path)/ours.ttl", "\(export.place.folder.path)/theirs.\(suffix)"
    )
    try FileManager.default.copyItem(atPath: export.files[0], toPath: ours)
    _ = try export.python(
      """
      import rdflib, sys
      graph = rdflib.Graph().parse(sys.argv[1], format="turtle")
      graph.serialize(sys.argv[2], format=sys.argv[3], encoding="utf-8")
      """, theirs, form)
    let before = try export.place.links(in: ours)
    let after = try export.place.links(in: theirs)

    #expect(before.count > 1_000)
    #expect(before == after)
  }

  /// Labels of SKOS-XL, collections and two schemes, as the library writes them in each syntax.
  @Test func labelsAndCollectionsAreTheSameInEachSyntax() throws {
    let place = try Place()
    defer { place.remove() }
    let folder = place.folder.path
    _ = try Program.run(
      "\(try #require(interopTools))/bin/python", ["-c", Self.labelsAndCollections, folder])
    let found = try ["ttl", "nt", "rdf", "jsonld"].map { suffix in
      try place.links(in: "\(folder)/a.\(suffix)")
    }

    #expect(
      found[0] == [
        "jobs:a closeMatch skills:s", "jobs:a partOf jobs:some", "jobs:a partOf skills",
        "jobs:b broader jobs:a", "jobs:b partOf jobs:some",
      ])
    #expect(found.allSatisfy { $0 == found[0] })
  }

  private static let labelsAndCollections = """
    import rdflib, sys
    graph = rdflib.Graph().parse(format="turtle", data='''
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      @prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
      @prefix dcterms: <http://purl.org/dc/terms/> .
      @base <https://example.org/> .
      <jobs> a skos:ConceptScheme ; dcterms:type "classification-of-occupations" .
      <skills> a skos:ConceptScheme ; dcterms:type "classification-of-competences" .
      <a> a skos:Concept ; skos:topConceptOf <jobs> ; skos:inScheme <skills> ; skos:notation "a" ;
        xl:prefLabel [ a xl:Label ; xl:literalForm "A"@en ] ; skos:closeMatch <s> .
      <b> a skos:Concept ; skos:broader <a> ; skos:notation "b" ; skos:prefLabel "B"@en .
      <s> a skos:Concept ; skos:inScheme <skills> ; skos:notation "s" ; skos:prefLabel "S"@en .
      <some> a skos:OrderedCollection ; skos:inScheme <jobs> ; skos:prefLabel "Some"@en ;
        skos:memberList ( <b> <a> ) .
      ''')
    for suffix, form in [("ttl", "turtle"), ("nt", "nt"), ("rdf", "xml"), ("jsonld", "json-ld")]:
      graph.serialize(f"{sys.argv[1]}/a.{suffix}", format=form, encoding="utf-8")
    """

  @Test func rapperReadsTheTurtle() throws {
    let export = try Export([.turtle])
    defer { export.remove() }
    let lines = try export.run("/usr/bin/env", ["rapper", "-q", "-i", "turtle"] + export.files)

    #expect(lines.count > export.concepts)
  }

  @Test func networkxCountsTheLinks() throws {
    let export = try Export([.graphML])
    defer { export.remove() }
    let counts = try export.python(
      "import networkx, sys; print(networkx.read_graphml(sys.argv[1]).number_of_edges())")

    #expect(counts == ["\(export.links)"])
  }

  @Test func theReferenceToolOfSSSOMAcceptsTheMappings() throws {
    let export = try Export([.sssom])
    defer { export.remove() }
    let text = try String(contentsOfFile: export.files[0], encoding: .utf8)
    let rows = text.split(separator: "\n").count { !$0.hasPrefix("#") } - 1
    let counts = try export.python(
      """
      import sys
      from sssom.parsers import parse_sssom_table
      from sssom.validators import validate
      from sssom.constants import DEFAULT_VALIDATION_TYPES
      mappings = parse_sssom_table(sys.argv[1])
      validate(mappings, DEFAULT_VALIDATION_TYPES)
      print(len(mappings.df))
      """)

    #expect(counts.last == "\(rows)")
  }

  @Test func whatTheReferenceToolOfSSSOMWritesReadsBackWhole() throws {
    let export = try Export([.sssom])
    defer { export.remove() }
    let folder = export.place.folder
    let (ours, theirs) = (
      folder.appending(path: "ours.sssom.tsv"), folder.appending(path: "theirs.sssom.tsv")
    )
    try FileManager.default.copyItem(at: URL(filePath: export.files[0]), to: ours)
    let program = try #require(interopTools) + "/bin/sssom"
    _ = try export.run(program, ["parse", ours.path, "-o", theirs.path])
    let before = try export.place.statements(in: ours.path)
    let after = try export.place.statements(in: theirs.path)

    #expect(!before.isEmpty)
    #expect(before == after)
  }

  @Test(
    .enabled(if: FileManager.default.fileExists(atPath: caseSchema), "the schema is not here"))
  func caseIsValidAgainstItsSchema() throws {
    let export = try Export([.caseJSON])
    defer { export.remove() }
    let counts = try export.python(
      """
      import glob, json, jsonschema, sys
      schema = json.load(open(sys.argv[2]))
      kind = jsonschema.validators.validator_for(schema)
      check = kind(schema, format_checker=jsonschema.FormatChecker())
      packages = [json.load(open(path)) for path in glob.glob(sys.argv[1] + "/*.json")]
      for package in packages: check.validate(package)
      print(sum(len(package["CFItems"]) for package in packages))
      """, caseSchema)

    #expect(counts == ["\(export.concepts)"])
  }
}

/// The library in some formats, in a folder of its own.
private struct Export {
  let place: Place
  private(set) var files: [String] = []
  private(set) var concepts = 0
  private(set) var links = 0

  init(_ formats: [ExportFormat]) throws {
    place = try Place()
    let library = try place.library()
    let folder = place.folder.path
    (files, concepts, links) = try library.store.read { graph in
      let names = try graph.publications()
      let statistics = try graph.statistics()
      let files = try formats.map { format in
        let path = "\(folder)/export.\(format.rawValue)"
        _ = try GraphExport(
          graph, ExportOrder(format, to: path, mixesLicences: true), on: "2026-11-25"
        ).write(names)
        return path
      }
      return (
        files, statistics.concepts.map(\.count).reduce(0, +),
        statistics.links.map(\.count).reduce(0, +)
      )
    }
  }

  func remove() { place.remove() }

  /// Runs a program of Python on the files.
  func python(_ program: String, _ more: String...) throws -> [String] {
    let tools = try #require(interopTools)
    return try run("\(tools)/bin/python", ["-c", program] + files + more)
  }

  func run(_ path: String, _ arguments: [String]) throws -> [String] {
    try Program.run(path, arguments)
  }
}

extension Place {
  /// The links that a file states, in words: read by itself, without what comes with the program.
  fileprivate func links(in path: String) throws -> [String] {
    var locations = locations
    locations.frameworks = nil
    locations.data += "/alone"
    return try Library(at: locations).rehearsing(SourceFile.files(at: path)) { report, graph in
      #expect(report.diagnostics.filter { $0.severity == .error } == [])
      return try graph.links().map {
        "\($0.link.from) \($0.link.relation.rawValue) \($0.link.to)"
      }.sorted()
    }
  }

  /// What a set of mappings states: each link in words, in the order of these.
  fileprivate func statements(in path: String) throws -> [String] {
    try Library(at: locations).rehearsing(SourceFile.files(at: path)) { report, graph in
      #expect(report.diagnostics.filter { $0.severity == .error } == [])
      return try graph.links().map(\.link).filter { $0.justification != nil }.map { link in
        let facts: [String?] = [
          link.confidence.map { "\($0.value)" }, link.justification?.rawValue,
          link.date?.description, link.fromURI, link.toURI, link.note.preferred,
        ]
        let all = facts.map { $0 ?? "-" } + link.authors + link.details.sorted()
        return "\(link.from) \(link.relation.rawValue) \(link.to) \(all.joined(separator: " "))"
      }.sorted()
    }
  }
}

enum Program {
  /// Runs a program, which must succeed, and returns the lines that it prints.
  static func run(_ path: String, _ arguments: [String]) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
