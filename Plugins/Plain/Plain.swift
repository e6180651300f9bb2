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
    let name = source.main.name.lowercased()
    guard let head = try? source.main.head() else { return 0 }
    // UTF-16 shows as ASCII with zeros between the letters.
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
    let isDescriptor =
      text.contains("<passerelle")
      || text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("passerelle:") }
    if isDescriptor { return 100 }
    // Nobody else may want it; then it is a descriptor with a mistake, and the reader can say which.
    return [".yaml", ".yml", ".xml"].contains { name.hasSuffix($0) } ? 1 : 0
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
