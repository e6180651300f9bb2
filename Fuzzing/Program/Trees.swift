import Foundation
import PasserelleModel
import Synchronization

@testable import PasserelleKit
@testable import PasserelleRDF

/// What the readers make of files, for a program that has read them with another parser: a line of JSON for each.
enum Trees {
  /// Prints what is read of each file, as its name says it is written.
  static func print(_ paths: some Sequence<String>) {
    for path in paths {
      let bytes = (FileManager.default.contents(atPath: path)).map(Array.init) ?? []
      var line: [String: Any] = ["file": path]
      do throws(Diagnostic) {
        line["tree"] = try tree(of: SourcePart(name: path, bytes: bytes))
      } catch {
        line["refused"] = error.id.rawValue
      }
      guard let data = try? JSONSerialization.data(withJSONObject: line) else { continue }
      Swift.print(String(decoding: data, as: UTF8.self))
    }
  }

  private static func tree(of part: SourcePart) throws(Diagnostic) -> [Any] {
    if part.isNamed(".xml") { return nodes(try part.xml()) }
    if part.isNamed(".yaml") { return nodes(try part.yaml()) }
    if part.isNamed(".json") { return nodes(try part.json()) }
    if part.isNamed(".csv") { return try rows(of: part) }
    return try triples(of: part)
  }

  /// A node as a list: its kind, its name, its text, and what is below it.
  private static func nodes(_ node: SourceNode) -> [Any] {
    ["\(node.kind)", node.name, node.text, (node.attributes + node.children).map(nodes)]
  }

  private static func rows(of part: SourcePart) throws(Diagnostic) -> [Any] {
    let table = try part.table()
    var rows: [[String]] = [table.header]
    let columns = table.header.indices.map { Table.Column(index: $0) }
    try table.forEachRow { row throws(Diagnostic) in rows.append(columns.map { row[$0] }) }
    return rows
  }

  private static func triples(of part: SourcePart) throws(Diagnostic) -> [Any] {
    guard let syntax = RDFSyntax(of: part, opening: part.opening) else {
      throw .error("not-rdf", at: part.position, "it is no RDF")
    }
    let problems = Mutex<Diagnostic?>(nil)
    let writer = GraphWriter(
      emit: { _, _ in true }, report: { problem in problems.withLock { $0 = problem } })
    let graph = try RDFGraph(
      reading: part, as: syntax.form, naming: { $0 }, reportingTo: writer)
    if let problem = problems.withLock({ $0 }) { throw problem }
    var rows: [[String]] = []
    for resource in graph.resources {
      for property in resource.properties {
        switch property.object {
        case .resource(let iri): rows.append([resource.iri, property.name, iri])
        case .literal(let text, let language):
          rows.append([resource.iri, property.name, text, language])
        }
      }
    }
    return rows
  }
}
