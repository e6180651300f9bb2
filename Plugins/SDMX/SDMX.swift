import PasserelleKit

/// Reads structures of SDMX: code lists, concept schemes, hierarchies, and maps between code lists.
struct SDMX: Adapter {
  static let manifest = AdapterManifest(
    id: "SDMX", version: "1.0.0",
    summary: "code lists, hierarchies and maps in SDMX (SDMX-ML 2.1, 3.0 and 3.1, SDMX-JSON 2.0)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "sdmx-ml", mediaTypes: ["application/vnd.sdmx.structure+xml"],
        filePatterns: ["*.xml"], roots: ["Structure"]),
      AdapterManifest.Dialect(
        name: "sdmx-json", mediaTypes: ["application/vnd.sdmx.structure+json"],
        filePatterns: ["*.json"]),
    ])

  func identify(_ source: Source) -> Int {
    Message.Form(source.main.opening) == nil ? 0 : 95
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let message = try Message(source.main)
    var (tallies, found) = (Tallies(), false)
    try message.forEachArtefact { kind, node, header throws(Diagnostic) in
      found = true
      _ = try graph.attempt { () throws(Diagnostic) in
        try Artefact(node, kind, header).state(into: graph, &tallies)
      }
    } others: { kind, position in
      tallies.passedOver.count("a '\(kind)'", at: position)
    }
    if !found {
      graph.report(
        .error(
          .noCodelist, at: source.main.position,
          "the message has no code list, concept scheme, hierarchy or map of codes",
          hint: "ask the registry for the code list itself: /structure/codelist/AGENCY/ID"))
    }
    tallies.assumed.report(to: graph)
    tallies.passedOver.report(to: graph)
  }
}

/// What is counted over all artefacts of a message.
struct Tallies {
  var passedOver = Tally()
  var assumed = Tally(of: "assumed", as: .assumedKind)
}

extension Artefact {
  /// States what the artefact is made of.
  fileprivate func state(
    into graph: GraphWriter, _ tallies: inout Tallies
  ) throws(Diagnostic) {
    switch kind {
    case .codelist, .conceptScheme:
      try ItemScheme(self).state(into: graph, &tallies)
    case .hierarchicalCodelist, .hierarchy:
      for hierarchy in try Hierarchy.all(in: self) { try hierarchy.state(into: graph, &tallies) }
    case .structureSet, .representationMap, .conceptSchemeMap:
      for map in try ItemMap.all(in: self, &tallies) { try map.state(into: graph, &tallies) }
    }
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_SDMX")
public func passerelleAdapterSDMX() -> UnsafeRawPointer { AdapterModule.export(SDMX()) }
