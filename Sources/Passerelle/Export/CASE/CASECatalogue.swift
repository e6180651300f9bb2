package import PasserelleModel
package import PasserelleStore

/// What the identifiers of CASE mean in a library: they are made from addresses, and no way leads back.
package struct CASECatalogue: Sendable {
  /// What an identifier is of.
  package enum Entry: Hashable, Sendable {
    case document(FrameworkName)
    case item(Identifier)
    case itemType(FrameworkName)
    case licence(FrameworkName)
  }

  private var entries: [String: Entry] = [:]

  /// Reads the addresses of all that a library has.
  ///
  /// - Throws: Errors of the store.
  package init(_ graph: StoredGraph) throws {
    let names = ConceptNames(graph)
    let identity = CASEIdentity(names)
    for framework in try CASELibrary.frameworks(of: graph) {
      let id = Identifier(framework.name)
      let identifier = try identity.identifier(of: id, at: names.iri(id))
      entries[identifier.lowercased()] = .document(framework.name)
      if let licence = framework.licence {
        entries[identity.licence(licence, of: framework.name)] = .licence(framework.name)
      }
      for concept in try graph.addresses(in: framework.name) {
        let iri = concept.uri ?? names.ownAddress(of: concept.id)
        let identifier = try identity.identifier(of: concept.id, at: iri)
        entries[identifier.lowercased()] = .item(concept.id)
        let type = identity.itemType(concept.type, of: framework.name)
        entries[type] = .itemType(framework.name)
      }
    }
  }

  /// What an identifier is of; `nil` if nothing here has it.
  package subscript(identifier: String) -> Entry? { entries[identifier.lowercased()] }

  /// Whether a text has the form of an identifier.
  package static func isIdentifier(_ text: String) -> Bool { text.isUUID }
}

/// In which documents associations are, which only making all of them tells.
package struct CASEAssociations: Sendable {
  private var frameworks: [String: FrameworkName] = [:]

  /// Makes all associations of a library, and keeps where each is.
  package init(_ graph: StoredGraph, on day: Day) throws {
    let library = CASELibrary(graph, on: day, as: .file)
    for framework in try CASELibrary.frameworks(of: graph) {
      for association in try library.package(framework.name).associations {
        guard let identifier = association["identifier"] else { continue }
        frameworks[identifier.lowercased()] = framework.name
      }
    }
  }

  /// The framework whose document has an association.
  package subscript(identifier: String) -> FrameworkName? {
    frameworks["\"\(identifier.lowercased())\""]
  }
}
