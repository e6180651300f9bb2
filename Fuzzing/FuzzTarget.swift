import PasserelleTesting

@testable import Bundle
@testable import CASE
@testable import CTDL
@testable import Classifications
@testable import Correspondence
@testable import Decisions
@testable import ESCO
@testable import Europass
@testable import ISCED
@testable import ISCO
@testable import Ofqual
@testable import OpenBadges
@testable import PasserelleKit
@testable import Plain
@testable import Profiles
@testable import RNCP
@testable import SDMX
@testable import SKOS
@testable import SSSOM
@testable import Tabiya

/// What is given bytes that nobody has vouched for.
///
/// What each does with them does not matter, as long as it ends: a crash is a finding, and so is what takes long.
enum FuzzTarget: String, CaseIterable, Sendable {
  case xml, yaml, json, table
  case descriptorYAML = "descriptor-yaml"
  case descriptorXML = "descriptor-xml"
  case turtle
  case nTriples = "n-triples"
  case rdfXML = "rdf-xml"
  case jsonLD = "json-ld"
  case sdmxML = "sdmx-ml"
  case sdmxJSON = "sdmx-json"
  case tables, packages, releases, archives, workbooks
  case frames, trust, imports, resume, receipts, requests, statements, signed

  /// Takes an input.
  func run(_ bytes: [UInt8]) {
    switch self {
    case .xml: Self.walk(try? part("a.xml", bytes).xml())
    case .yaml: Self.walk(try? part("a.yaml", bytes).yaml())
    case .json: Self.walk(try? part("a.json", bytes).json())
    case .table: readTable(bytes)
    case .descriptorYAML: read("a.yaml", bytes, Plain())
    case .descriptorXML: read("a.xml", bytes, Plain())
    case .turtle: read("a.ttl", bytes, SKOS())
    case .nTriples: read("a.nt", bytes, SKOS())
    case .rdfXML: read("a.rdf", bytes, SKOS())
    case .jsonLD: read("a.jsonld", bytes, SKOS())
    case .sdmxML: read("a.xml", bytes, SDMX())
    case .sdmxJSON: read("a.json", bytes, SDMX())
    case .tables:
      read("a.csv", bytes, Classifications())
      read("a.csv", bytes, Correspondence())
      read("a.csv", bytes, Decisions())
      read("a.tsv", bytes, SSSOM())
      read("a.csv", bytes, Ofqual())
      read("a.csv", bytes, ISCED())
      read("a.csv", bytes, ISCO())
    case .packages:
      read("a.json", bytes, CASE())
      read("a.json", bytes, CTDL())
      read("a.json", bytes, Europass())
      read("a.json", bytes, OpenBadges())
      read("a.xml", bytes, Europass())
      read("a.xml", bytes, RNCP())
      read("a.yaml", bytes, Profiles())
    case .releases: readRelease(bytes)
    case .frames: HostTargets.frames(bytes)
    case .archives: UnpackingTargets.archive(bytes)
    case .workbooks: UnpackingTargets.workbook(bytes)
    case .trust: FileTargets.trust(bytes)
    case .imports: FileTargets.imports(bytes)
    case .resume: FileTargets.resume(bytes)
    case .receipts: FileTargets.receipt(bytes)
    case .requests: HostTargets.request(bytes)
    case .statements: HostTargets.statement(bytes)
    case .signed: HostTargets.signed(bytes)
    }
  }

  private func part(_ name: String, _ bytes: [UInt8]) -> SourcePart {
    SourcePart(name: name, bytes: bytes)
  }

  /// Files that are read together, with a NUL between each two; the first line of each is its name.
  private func readRelease(_ bytes: [UInt8]) {
    let files = bytes.split(separator: 0, maxSplits: 15, omittingEmptySubsequences: false)
    let parts = files.enumerated().map { index, file in
      let name = file.prefix { $0 != 0x0A }
      let text = part(
        name.isEmpty ? "a.csv" : String(decoding: name, as: UTF8.self),
        Array(file.dropFirst(name.count + 1)))
      return SourcePart(name: text.name, index: index) { text.read(at: $0, into: $1) }
    }
    let source = Source(parts: parts)
    read(source, Bundle())
    read(source, ESCO())
    read(source, Tabiya())
  }

  private func read(_ name: String, _ bytes: [UInt8], _ adapter: some Adapter) {
    read(Source(parts: [part(name, bytes)]), adapter)
  }

  private func read(_ source: Source, _ adapter: some Adapter) {
    _ = adapter.identify(source)
    let reading = Reading(of: source, with: adapter)
    // What is told of a file can be shown.
    for problem in reading.diagnostics { _ = problem.description.printable }
  }

  private func readTable(_ bytes: [UInt8]) {
    let source = Source(parts: [part("a.csv", bytes)])
    _ = source.tableSample()
    guard let table = try? source.table() else { return }
    let columns = table.header.indices.map { Table.Column(index: $0) }
    let writer = GraphWriter(emit: { _, _ in true }, report: { _ in })
    try? table.forEachRow(reportingTo: writer) { row throws(Diagnostic) in
      for column in columns { _ = (row.text(column), row.given(column), row.position(column)) }
    }
  }

  /// Visits all of a tree: each node has its place, its text and its name.
  private static func walk(_ node: SourceNode?) {
    guard let node else { return }
    precondition(node.position.line > 0)
    _ = (node.name.count, node.text.count, node.keyPosition)
    for child in node.children { walk(child) }
  }
}
