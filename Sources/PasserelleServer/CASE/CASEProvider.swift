internal import Passerelle
internal import PasserelleModel

/// The documents, packages and items of one state of the library, in one version of CASE.
struct CASEProvider {
  private let library: LibraryState
  private let version: CASEForm.Version
  private let memory: CASEMemory
  /// The address of the service, as its clients know it.
  private let address: String
  private let source: CASELibrary

  init(_ library: LibraryState, _ version: CASEForm.Version, _ memory: CASEMemory) {
    (self.library, self.version, self.memory) = (library, version, memory)
    address = "\(library.baseURL)/ims/case/\(version.rawValue)"
    source = CASELibrary(
      library.graph, on: library.today, as: .served(version, at: address))
  }

  func answer(_ wanted: CASERequest, _ request: ServerRequest) throws -> ServerResponse {
    switch wanted.target {
    case .allDocuments: return try documents(CASEQuery(request, version))
    case .discovery: return .case(CASEDiscovery(version, at: address).text)
    case .member(let collection, let identifier):
      guard CASECatalogue.isIdentifier(identifier) else { throw Problem.invalidUUID }
      guard let text = try member(identifier, of: collection) else { throw Problem.unknownObject }
      return .case(text)
    }
  }

  private func documents(_ query: CASEQuery) throws -> ServerResponse {
    let found = try query.chosen(from: source.documents())
    let page = found.dropFirst(query.offset).prefix(query.limit)
    var response = ServerResponse.case(
      "{\"CFDocuments\": \(page.map(query.selected).list)}\n")
    response.headers["X-Total-Count"] = "\(found.count)"
    response.headers["Link"] = query.links(
      of: found.count, at: "\(address)/\(CASERequest.Collection.documents.rawValue)")
    return response
  }

  /// A member of a collection in JSON; `nil` if it has none of the identifier.
  private func member(
    _ identifier: String, of collection: CASERequest.Collection
  ) throws -> String? {
    if collection == .associations { return try association(identifier) }
    switch (collection, try memory.catalogue(of: library)[identifier]) {
    case (.documents, .document(let name)): return try source.document(name)?.text
    case (.packages, .document(let name)): return try source.package(name).text
    case (.items, .item(let id)): return try source.item(id).items.first?.text
    case (.itemAssociations, .item(let id)):
      let package = try source.item(id)
      return package.items.first.map { item in
        "{\"CFItem\": \(item.text),\n\"CFAssociations\": \(package.associations.list)}\n"
      }
    case (.itemTypes, .itemType(let name)):
      return try definition(identifier, in: name, .itemTypes)
        .map { "{\"CFItemTypes\": \([$0].list)}\n" }
    case (.licences, .licence(let name)):
      return try definition(identifier, in: name, .licences)?.text
    default: return nil
    }
  }

  private func association(_ identifier: String) throws -> String? {
    guard let name = try memory.associations(of: library)[identifier] else { return nil }
    return try source.package(name).associations
      .first { $0.isNamed(identifier) }?.text
  }

  private func definition(
    _ identifier: String, in name: FrameworkName, _ collection: CASERequest.Collection
  ) throws -> CASEObject? {
    try source.package(name).definitions[collection.rawValue]?
      .first { $0.isNamed(identifier) }
  }
}

extension CASEObject {
  /// Whether the object has an identifier, in any case.
  fileprivate func isNamed(_ identifier: String) -> Bool {
    self["identifier"]?.lowercased() == "\"\(identifier.lowercased())\""
  }
}
