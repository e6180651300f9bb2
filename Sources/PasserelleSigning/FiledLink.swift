internal import Foundation

/// A link that a statement rests on, with a digest of what its source says.
package struct FiledLink: Hashable, Sendable {
  package let from: String
  package let relation: String
  package let to: String
  /// The SHA-256 of the link and its evidence, but for the place in a descriptor: that moves whenever a
  /// line above it is added.
  package let digest: String
  private let source: [String: String]

  /// The link as the credential has it.
  var claim: [String: String] {
    source.merging(["from": from, "relation": relation, "to": to, "digest": digest]) { $1 }
  }

  /// Reads a link of a credential.
  init?(claim: [String: Any]) {
    guard let claim = claim as? [String: String], let from = claim["from"],
      let relation = claim["relation"], let to = claim["to"], let digest = claim["digest"]
    else { return nil }
    (self.from, self.relation, self.to, self.digest) = (from, relation, to, digest)
    source = claim.filter { Self.ofSource.contains($0.key) }
  }

  /// Reads a link of an answer in JSON; `nil` if the object is something else.
  private init?(_ object: [String: Any]) throws {
    guard let from = object["from"] as? String, let relation = object["relation"] as? String,
      let to = object["to"] as? String, var evidence = object["evidence"] as? [String: Any]
    else { return nil }
    (self.from, self.relation, self.to) = (from, relation, to)
    var source: [String: String] = [:]
    for key in Self.ofSource { source[key] = evidence[key] as? String }
    self.source = source
    evidence["position"] = nil
    var content = object
    content["evidence"] = evidence
    digest = try CanonicalJSON.text(content).digest
  }

  /// What is said of the source of a link.
  private static let ofSource: Set = ["authority", "date", "document", "url"]

  /// All links of an answer, each once, in their order of appearance.
  package static func all(in answer: Any) throws -> [FiledLink] {
    var seen: Set<FiledLink> = []
    return try links(in: answer).filter { seen.insert($0).inserted }
  }

  private static func links(in value: Any) throws -> [FiledLink] {
    if let list = value as? [Any] { return try list.flatMap(links) }
    guard let object = value as? [String: Any] else { return [] }
    if let link = try FiledLink(object) { return [link] }
    return try object.sorted { $0.key < $1.key }.flatMap { try links(in: $0.value) }
  }
}
