import PasserelleKit

/// Reads frameworks of competences in 1EdTech's CASE, versions 1.0 and 1.1, as packages in JSON.
struct CASE: Adapter {
  static let manifest = AdapterManifest(
    id: "CASE", version: "1.0.0",
    summary: "competence frameworks in 1EdTech CASE 1.0 and 1.1 (JSON packages)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "case-package", mediaTypes: ["application/json"], filePatterns: ["*.json"],
        roots: ["CFDocument", "CFPackage"])
    ])

  func identify(_ source: Source) -> Int {
    guard source.main.isNamed(".json") else { return 0 }
    let opening = source.main.opening
    return ["\"CFDocument\"", "\"CFPackage\"", "\"CFItems\""].contains(where: opening.contains)
      ? 95 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let root = try source.main.package()
    let package = root.child("CFPackage") ?? root
    guard let document = package.node(at: "CFDocument") else {
      throw .error(
        .notAPackage, at: package.position, "this is not a CASE package: it has no 'CFDocument'",
        hint: "a list of documents has no items; request the package of each")
    }
    let framework = try FrameworkDocument(document)
    var register = try Register(
      framework.framework, restingOn: [framework.document], at: document.position, into: graph)
    try framework.rest.state(about: Identifier(register.name), in: register)
    var items: [Item] = []
    for node in package.child("CFItems")?.children ?? [] {
      let item = try graph.attempt { () throws(Diagnostic) in
        try Item(node, language: framework.language)
      }
      if let item { items.append(item) }
    }
    var found: [Association] = []
    for node in package.child("CFAssociations")?.children ?? [] {
      let association = try graph.attempt { () throws(Diagnostic) in try Association(node) }
      if let association { found.append(association) }
    }
    let order = ItemOrder(items.map(\.identifier), found, below: framework.identifier)
    for index in order.indices {
      _ = try graph.attempt { () throws(Diagnostic) in try items[index].state(in: register) }
    }
    var associations = Associations(framework, items)
    for association in found {
      _ = try graph.attempt { () throws(Diagnostic) in
        try associations.state(association, in: &register)
      }
    }
    for rubric in package.child("CFRubrics")?.children ?? [] {
      register.passedOver.count("a rubric", at: rubric.position)
    }
    register.finish()
  }
}

extension SourcePart {
  /// The part as a package: a state's standards are one document, and a server gives them whole.
  fileprivate func package() throws(Diagnostic) -> SourceNode {
    var part = self
    part.limits.events = 4_000_000
    return try part.json()
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_CASE")
public func passerelleAdapterCASE() -> UnsafeRawPointer { AdapterModule.export(CASE()) }
