import Foundation
import Passerelle
import PasserelleKit
import PasserelleTesting
import TestSupport
import Testing

/// The template of an adapter in C keeps the rules that adapters in Swift are tried by.
struct TemplateInCTests {
  /// The adapter of the template, behind the contract.
  private struct Module: Adapter {
    static let manifest = AdapterManifest(
      id: "NewAdapter", version: "0.1.0", summary: "lists of levels", licence: "", author: "",
      dialects: [AdapterManifest.Dialect(name: "levels", filePatterns: ["*.csv"])])

    let loaded: HostedAdapter

    func identify(_ source: Source) -> Int { loaded.sureness(of: source) }

    func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
      loaded.read(
        source,
        emit: { statement, position in (try? graph.add(statement, at: position)) != nil },
        report: { graph.report($0) })
    }
  }

  @Test(arguments: ConformanceRule.all.map(\.name))
  func keepsTheRule(name: String) throws {
    let modules = try Modules()
    defer { modules.remove() }
    let template = Place.root.appending(path: "Templates/Adapter/C")
    try modules.build(
      "NewAdapter",
      try String(contentsOf: template.appending(path: "NewAdapter.c"), encoding: .utf8))
    let rule = try #require(ConformanceRule.all.first { $0.name == name })
    let sample = try Sample(
      contentsOf: template.appending(path: "Samples/levels.csv").path, file: "/")
    let module = Module(
      loaded: try modules.loader(isolation: .inProcess).adapter(named: "NewAdapter"))

    #expect(rule.violations(by: module, on: sample) == [])
  }
}
