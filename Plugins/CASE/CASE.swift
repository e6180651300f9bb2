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
    let root = try source.main.json()
    let package = root.child("CFPackage") ?? root
    guard let document = package.node(at: "CFDocument") else {
      throw .error(
        .notAPackage, at: package.position, "this is not a CASE package: it has no 'CFDocument'",
        hint: "a list of documents has no items; request the package of each")
    }
    let framework = try FrameworkDocument(document)
    var register = try Register(
      framework.framework, restingOn: [framework.document], at: document.position, into: graph)
    try register.describe(Identifier(register.name), framework.rest, at: document.position)
    var items: Set<String> = []
    for node in package.child("CFItems")?.children ?? [] {
      _ = try graph.attempt { () throws(Diagnostic) in
        let item = try Item(node, language: framework.language)
        try item.state(in: register)
        items.insert(item.identifier)
      }
    }
    let associations = Associations(document: framework.identifier, items: items)
    for node in package.child("CFAssociations")?.children ?? [] {
      _ = try graph.attempt { () throws(Diagnostic) in
        try associations.state(node, in: &register)
      }
    }
    for rubric in package.child("CFRubrics")?.children ?? [] {
      register.passedOver.count("a rubric", at: rubric.position)
    }
    register.finish()
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_CASE")
public func passerelleAdapterCASE() -> UnsafeRawPointer { AdapterModule.export(CASE()) }
