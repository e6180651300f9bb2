import PasserelleKit

/// Reads the generated register: a stream of qualifications with outcomes, skills, bodies and relations.
///
/// It states what the floor program `importfloor` stores: a node for each qualification, outcome, skill and
/// body, a link for each relation, and titles and descriptions for the full-text search.
struct Register: Adapter {
  static let manifest = AdapterManifest(
    id: "Register", version: "1.0.0", summary: "the generated register of the benchmarks (XML)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "generated-register", filePatterns: ["*.xml"], roots: ["qualificationRegister"])
    ])

  func identify(_ source: Source) -> Int {
    guard let head = try? source.main.head(1_024) else { return 0 }
    return String(decoding: head, as: UTF8.self).contains("urn:passerelle:register:1") ? 100 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    var part = source.main
    part.limits.streamBytes = 4 << 30
    let framework = Framework(
      name: FrameworkName(series: "no-register"), kind: .qualificationsFramework,
      title: .english("Generated register"))
    try graph.add(.framework(framework), at: part.position)
    try graph.add(.document(Document(key: "file", title: part.name)), at: part.position)
    let reader = QualificationReader(framework: framework.name, graph: graph)
    try part.records(named: "qualification") { record throws(Diagnostic) in
      try reader.read(record)
    }
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Register")
public func passerelleAdapterRegister() -> UnsafeRawPointer { AdapterModule.export(Register()) }
