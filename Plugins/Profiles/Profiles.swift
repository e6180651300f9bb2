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
    guard let head = try? source.main.head(1 << 16) else { return 0 }
    // A byte order mark comes before the text, and UTF-16 shows as ASCII with zeros between.
    let text = String(decoding: head.filter { (1..<0x80).contains($0) }, as: UTF8.self)
    guard isJSON(source) else {
      return text.split(whereSeparator: \.isNewline).contains { $0.hasPrefix("profile:") } ? 100 : 0
    }
    // Programs write keys in any order.
    let tokens = text.filter { !$0.isWhitespace }
    return tokens.hasPrefix("{") && tokens.contains("\"profile\":1") ? 90 : 0
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
