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
    let opening = source.main.opening
    if opening.contains("<passerelle") || opening.hasLine(startingWith: "passerelle:") {
      return 100
    }
    // Nobody else may want it; then it is a descriptor with a mistake, and the reader can say which.
    return source.main.isNamed(".yaml", ".yml", ".xml") ? 1 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let part = source.main
    let isXML = part.name.lowercased().hasSuffix(".xml")
    try DescriptorReader(isXML ? part.xml() : part.yaml(), graph: graph).read()
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Plain")
public func passerelleAdapterPlain() -> UnsafeRawPointer { AdapterModule.export(Plain()) }
