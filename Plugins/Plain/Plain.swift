import PasserelleKit

/// Reads Passerelle's own descriptor of one framework, in YAML and in XML.
struct Plain: Adapter {
  static let manifest = AdapterManifest(
    id: "Plain", version: "1.0.0",
    summary: "Passerelle's descriptor of a qualifications framework, in YAML or XML",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "descriptor-yaml", mediaTypes: ["application/yaml"],
        filePatterns: ["*.yaml", "*.yml"], roots: ["passerelle"]),
      AdapterManifest.Dialect(
        name: "descriptor-xml", mediaTypes: ["application/xml"], filePatterns: ["*.xml"],
        roots: ["passerelle"]),
    ])

  func identify(_ source: Source) -> Int {
    if Self.isDescriptor(source.main) { return 100 }
    // Nobody else may want it; then it is a descriptor with a mistake, and the reader can say which.
    return source.main.isNamed(".yaml", ".yml", ".xml") ? 1 : 0
  }

  private static func isDescriptor(_ part: SourcePart) -> Bool {
    let opening = part.opening
    if let root = opening.rootElement { return root == "passerelle" }
    return opening.hasLine(startingWith: "passerelle:")
      || (part.isNamed(".xml") && opening.contains("<passerelle"))
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let root = try root(of: source.main)
    try DescriptorReader(root, graph: graph).read()
  }

  private func root(of part: SourcePart) throws(Diagnostic) -> SourceNode {
    let opening = part.opening
    do throws(Diagnostic) {
      return try part.isNamed(".xml") || opening.starts(with: "<") ? part.xml() : part.yaml()
    } catch {
      // Of a large file that is something else, its size is not what is wrong.
      guard error.id == .fileTooLarge, !Self.isDescriptor(part) else { throw error }
      throw .notADescriptor(at: part.position, root: opening.rootElement)
    }
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Plain")
public func passerelleAdapterPlain() -> UnsafeRawPointer { AdapterModule.export(Plain()) }
