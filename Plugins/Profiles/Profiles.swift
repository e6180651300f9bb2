import PasserelleKit

/// Reads the profile of a person: certificates, work, competences and languages, in YAML and in JSON.
///
/// It has no key for a name, a day of birth or an address, and refuses keys that it does not know.
struct Profiles: Adapter {
  static let manifest = AdapterManifest(
    id: "Profiles", version: "1.0.0",
    summary: "a person's profile for an assessment, in YAML or JSON",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "profile-yaml", mediaTypes: ["application/yaml"], filePatterns: ["*.yaml", "*.yml"],
        roots: ["profile"]),
      AdapterManifest.Dialect(
        name: "profile-json", mediaTypes: ["application/json"], filePatterns: ["*.json"],
        roots: ["profile"]),
    ])

  func identify(_ source: Source) -> Int {
    let opening = source.main.opening
    guard isJSON(source) else { return opening.hasLine(startingWith: "profile:") ? 100 : 0 }
    // Programs write keys in any order.
    let isProfile = ["\"profile\":1", "\"profile\": 1", "\"profile\" : 1"]
      .contains(where: opening.contains)
    return opening.starts(with: "{") && isProfile ? 90 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let part = source.main
    try ProfileReader(isJSON(source) ? part.json() : part.yaml(), graph: graph).read()
  }

  private func isJSON(_ source: Source) -> Bool { source.main.name.lowercased().hasSuffix(".json") }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Profiles")
public func passerelleAdapterProfiles() -> UnsafeRawPointer { AdapterModule.export(Profiles()) }
