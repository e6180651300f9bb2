internal import PasserelleGraph
package import PasserelleModel
package import PasserelleStore

/// The frameworks of a library as documents of CASE, and their concepts as items.
package struct CASELibrary {
  private let graph: StoredGraph
  private let names: ConceptNames
  private let day: Day
  private let form: CASEForm

  /// Opens a library.
  ///
  /// - Parameters:
  ///   - graph: The state of the store.
  ///   - day: The day on which what has no day of change is given.
  ///   - form: The form of the objects.
  package init(_ graph: StoredGraph, on day: Day, as form: CASEForm) {
    (self.graph, self.day, self.form) = (graph, day, form)
    names = ConceptNames(graph)
  }

  /// The frameworks that are documents: who decides in a country is none.
  static func frameworks(of graph: StoredGraph) throws -> [Framework] {
    try graph.frameworks().filter { $0.kind != .recognition }
  }

  /// All documents, by the names of their frameworks.
  package func documents() throws -> [CASEObject] {
    try Self.frameworks(of: graph).compactMap { try document($0.name) }
  }

  /// The document of a framework.
  package func document(_ name: FrameworkName) throws -> CASEObject? {
    try made { exporter in try head(of: name, &exporter) }.document
  }

  /// All that a framework says.
  package func package(_ name: FrameworkName) throws -> CASEPackage {
    try made { exporter in
      try graph.statements(of: name) { try exporter.add($0) }
      try exporter.end()
    }
  }

  /// An item, with the associations of its framework that it has a part in.
  package func item(_ id: Identifier) throws -> CASEPackage {
    try made { exporter in
      try head(of: id.framework, &exporter)
      guard let record = try graph.concept(id) else { return }
      try exporter.add(.concept(record.concept))
      let incoming = try graph.links(to: id).filter { $0.link.from != id }
      for link in try graph.links(from: id) + incoming where link.publication == id.framework {
        try exporter.add(.link(link.link))
      }
      try exporter.end()
    }
  }

  private func head(of name: FrameworkName, _ exporter: inout CASEExporter) throws {
    if let framework = try graph.framework(name) { try exporter.add(.framework(framework)) }
  }

  private func made(_ body: (inout CASEExporter) throws -> Void) throws -> CASEPackage {
    let package = CASEPackage()
    var exporter = CASEExporter(names, on: day, as: form, into: package)
    try body(&exporter)
    return package
  }
}
