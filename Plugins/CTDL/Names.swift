import PasserelleKit

/// What the resources of a file are called here, and what lies outside it.
struct Names {
  /// The name of what the file has beside its frameworks: `ctdl-graph` of `graph.json`.
  let register: FrameworkName
  private let membership: Membership
  private var frameworks: [String: FrameworkName] = [:]

  init(_ graph: Graph, _ membership: Membership, of part: SourcePart) {
    self.membership = membership
    let file = part.name.split(separator: "/").last.map(String.init) ?? part.name
    let stem = file.split(separator: ".").first.map(String.init) ?? file
    register = FrameworkName(folding: "CTDL \(stem)") ?? FrameworkName(series: "ctdl")
    for resource in graph.resources {
      switch resource.kind {
      case .competencyFramework, .qualificationsFramework, .alignmentMap:
        let title = resource.node.title().text.preferred ?? ""
        frameworks[resource.key] = FrameworkName(
          naming: "ctdl \(title)", at: resource.node.uri ?? title)
      default: break
      }
    }
  }

  /// The name of a framework or alignment map of the file, by its address or that of its levels.
  func framework(_ key: String) -> FrameworkName? {
    frameworks[key] ?? membership.schemes[key].flatMap { frameworks[$0] }
  }

  /// The framework that a resource of the file is stated in: its own, or the register.
  func home(of key: String) -> FrameworkName {
    membership.frameworks[key].flatMap { frameworks[$0] } ?? register
  }

  /// What a resource of the file is called, if a concept is made of it, or a framework.
  func identifier(of resource: Resource) -> Identifier? {
    switch resource.kind {
    case .credential, .organisation:
      return code(of: resource).map { Identifier(register, $0) }
    case .competency:
      guard !membership.descriptors.contains(resource.key) else { return nil }
      return code(of: resource).map { Identifier(home(of: resource.key), $0) }
    case .concept:
      guard membership.frameworks[resource.key] != nil else { return nil }
      return code(of: resource).map { Identifier(home(of: resource.key), $0) }
    case .scheme, .competencyFramework, .qualificationsFramework, .alignmentMap:
      return framework(resource.key).map { Identifier($0) }
    case .part, .other: return nil
    }
  }

  /// Its address or number; its name, where it has neither.
  private func code(of resource: Resource) -> Code? {
    resource.node.hasKey
      ? Code(address: resource.key)
      : resource.node.title().text.preferred.flatMap(Code.named)
  }
}

// The host finds what an address means by the address; a name made of it only has to be another for
// each address, and the same each time.

extension Identifier {
  /// Makes a name of an address that the file has nothing but the address of.
  init?(address: String) {
    let (space, last) = address.spaceAndLastPart
    guard let code = Code(address: last) else { return nil }
    self.init(FrameworkName(naming: space, at: space), code)
  }
}

extension FrameworkName {
  /// Makes a name of words, and a digest of the address that they stand for.
  ///
  /// Words repeat, and are cut; with the digest, two addresses do not share a name.
  init(naming words: String, at address: String) {
    let text = words.withoutProtocol.map(String.init) ?? words
    let folded = FrameworkName(folding: text)?.series ?? "ctdl"
    let kept = folded.prefix(64 - 1 - address.digest.utf8.count)
    self.init(series: "\(kept)-\(address.digest)")
  }
}

extension Code {
  /// Makes a code of an address: the address, or as much of it as a code may have, and a digest.
  init?(address: String) {
    if let code = Code(address) {
      self = code
    } else {
      let text = address.trimmed.unicodeScalars.filter { !$0.properties.isWhitespace && $0.isASCII }
      self.init("\(String(String.UnicodeScalarView(text)).prefix(100))-\(address.digest)")
    }
  }
}

extension String {
  /// The address without its last part, and that part: `eqf/` and `6`.
  var spaceAndLastPart: (space: String, last: String) {
    guard let end = lastIndex(where: { "/#:".contains($0) }), index(after: end) < endIndex else {
      return (self, self)
    }
    return (String(self[...end]), String(self[index(after: end)...]))
  }
}
