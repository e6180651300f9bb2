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
    var link = Link(from: id, .relatedMatch, to: target.id, source: "")
    link.toURI = target.uri
    link.note = node.texts("targetName")
    link.details = Self.details.compactMap { name in
      node.text(at: name).map { "\(name): \($0)" }
    }
    return link
  }

  /// What the target is called here, and its address, which two parts of one catalogue may share.
  ///
  /// An address is found by itself, so that the name of its framework, which others may have, too, is used
  /// only without one.
  private var target: (id: Identifier, uri: String?)? {
    let code = node.text(at: "targetCode")
    if let address = node.text(at: "targetUrl"), address.contains(":") {
      if let own = Identifier(ownAddress: address) { return (own, nil) }
      return Identifier(ofAddress: address, code: code).map { ($0, address) }
    }
    guard let framework = node.text(at: "targetFramework").flatMap(FrameworkName.init(folding:)),
      let code = (code ?? node.text(at: "targetName")).flatMap(Code.named)
    else { return nil }
    return (Identifier(framework, code), nil)
  }
}
