import Foundation
import Passerelle
import PasserelleGraph
import PasserelleModel
import PasserelleStore

/// A few statements, as a store has them.
struct SmallGraph {
  private var statements: [Statement] = []
  private var names: [FrameworkName] = []

  /// A reference framework of two levels, and a framework of four that is linked to it.
  static func ofTwoFrameworks(
    _ add: (inout SmallGraph) -> Void = { _ in }
  ) -> SmallGraph {
    var graph = SmallGraph()
    graph.framework("eqf", kind: .metaFramework)
    for level in ["1", "2"] { graph.level(level, title: "Level \(level)") }
    graph.framework("aa-nqf")
    for level in ["1", "2", "3", "4+"] { graph.level(level, title: "Level \(level)") }
    for (level, reference) in [("1", "1"), ("2", "2"), ("3", "2")] {
      graph.link("aa-nqf:\(level)", .referencedTo, "eqf:\(reference)")
    }
    add(&graph)
    return graph
  }

  mutating func framework(
    _ text: String, kind: FrameworkKind = .qualificationsFramework, licence: String? = nil
  ) {
    guard let name = FrameworkName(text) else { return }
    names.append(name)
    var framework = Framework(name: name, kind: kind, title: .english(text))
    framework.licence = licence
    framework.source = "report"
    statements.append(.framework(framework))
    statements.append(.document(Document(key: "report", title: "A report")))
  }

  mutating func level(_ text: String, title: String) {
    guard let name = names.last, let code = Code(text) else { return }
    var concept = Concept(
      id: Identifier(name, code), kind: .level, title: .english(title))
    concept.source = "report"
    statements.append(.concept(concept))
  }

  mutating func link(
    _ from: String, _ relation: Relation, _ to: String, _ change: (inout Link) -> Void = { _ in }
  ) {
    guard let from = Identifier(from), let to = Identifier(to) else { return }
    var link = Link(from: from, relation, to: to, source: "report")
    change(&link)
    statements.append(.link(link))
  }

  mutating func note(_ about: String, _ text: String) {
    guard let about = Identifier(about) else { return }
    statements.append(.note(Note(about: about, text: .english(text), source: "report")))
  }

  func read<Value>(_ body: (StoredGraph) throws -> Value) throws -> Value {
    let store = try CompetenceStore()
    try store.write { transaction in
      for (line, statement) in statements.enumerated() {
        try transaction.add(
          statement, at: SourcePosition(file: "small", line: line + 1, column: 1),
          from: .init(adapter: "Small", isBundled: false))
      }
    }
    return try store.read(body)
  }

  /// Writes the framework of the example alone, or all.
  @discardableResult
  func write(as format: ExportFormat, to place: String) throws -> LossReport {
    try read { graph in
      try GraphExport(graph, ExportOrder(format, to: place), on: "2026-11-25").write(
        names.filter { $0.series == "aa-nqf" })
    }
  }

  func text(as format: ExportFormat) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(as: format, to: path)
    return try String(contentsOfFile: path, encoding: .utf8)
  }

  func loss(as format: ExportFormat) throws -> [String: Int] {
    let path = FileManager.default.temporaryDirectory.appending(path: "export-\(UUID())").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try write(as: format, to: path).entries.mapValues(\.count)
  }

  func licences() throws -> LicenceReport {
    try read { try LicenceReport(of: names, in: $0) }
  }
}
