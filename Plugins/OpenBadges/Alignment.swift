import PasserelleKit

/// What an achievement is aligned to: a competence, a credential, a level of some framework.
///
/// How they are aligned, a badge does not say, and neither does the link.
struct Alignment {
  private let node: SourceNode

  private static let details = [
    "targetType", "targetFramework", "targetCode", "targetDescription",
  ]

  init(_ node: SourceNode) {
    self.node = node
  }

  /// The link that it is; nothing if it does not say what with.
  func link(from id: Identifier) -> Link? {
    guard let target else { return nil }
    var link = Link(from: id, .relatedMatch, to: target, source: "")
    link.toURI = address
    link.note = node.texts("targetName")
    link.details = Self.details.compactMap { name in
      node.text(at: name).map { "\(name): \($0)" }
    }
    return link
  }

  /// The address of the target; two parts of one catalogue may have the same.
  private var address: String? {
    node.text(at: "targetUrl").flatMap { $0.contains(":") ? $0 : nil }
  }

  /// What the target is called here: an address is found by itself, so that the name of its framework,
  /// which others may share, is used only without one.
  private var target: Identifier? {
    let code = node.text(at: "targetCode")
    guard let address else {
      guard let framework = node.text(at: "targetFramework").flatMap(FrameworkName.init(folding:)),
        let code = (code ?? node.text(at: "targetName")).flatMap(Code.named)
      else { return nil }
      return Identifier(framework, code)
    }
    if let own = Identifier(ownAddress: address) { return own }
    let last = address.split { "/#:".contains($0) }.last.map(String.init) ?? address
    let start = address.firstRange(of: "://")?.upperBound ?? address.startIndex
    let place = address[start...].dropLast(address.hasSuffix(last) ? last.count : 0)
    guard let framework = FrameworkName(folding: place.isEmpty ? last : String(place)),
      let code = Code.named(code ?? last)
    else { return nil }
    return Identifier(framework, code)
  }
}
