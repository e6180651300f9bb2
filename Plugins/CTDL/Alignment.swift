import PasserelleKit

/// What a resource is aligned to: a node of some framework, known by its address and name.
///
/// An alignment is not sameness: it says what a credential is near to.
struct Alignment {
  /// The address of the node, or its key in the file.
  let target: String?
  /// The address of its framework.
  let framework: String?
  /// The name of its framework.
  let frameworkName: LocalizedText
  /// The name of the node.
  let label: LocalizedText
  /// Where the object is written, or the address in its place.
  let position: SourcePosition

  private static let terms = [
    "ceterms:targetNode", "ceterms:targetNodeName", "ceterms:targetName", "ceterms:framework",
    "ceterms:frameworkName",
  ]

  /// Reads an alignment object, wherever it is written, or an address in its place.
  init(_ value: SourceNode, in node: Node, of graph: Graph) {
    guard let object = graph.node(of: value, in: node),
      !object.values(Self.terms).isEmpty
    else {
      target = graph.key(of: value, in: node)
      framework = nil
      (frameworkName, label) = (LocalizedText(), LocalizedText())
      position = value.position
      return
    }
    position = object.position
    target = object["ceterms:targetNode"].first.flatMap { graph.key(of: $0, in: object) }
    framework = object["ceterms:framework"].first.flatMap { graph.key(of: $0, in: object) }
    frameworkName = object.texts("ceterms:frameworkName")
    label = object.texts("ceterms:targetNodeName", "ceterms:targetName")
  }

  /// The list of CTDL's own that the node is in: `AudienceLevel`.
  ///
  /// It goes by its address; what it is called is of a language, and may be left out.
  var ownList: String? {
    if let framework {
      let name = Vocabulary.name(of: framework)
      guard name.hasPrefix("ceterms:") else { return nil }
      return name.withoutOwnPrefix.split { "#/".contains($0) }.first.map(String.init)
    }
    let parts = (target ?? "").split { "/:#".contains($0) }
    return parts.dropLast().last == "audLevel" ? "AudienceLevel" : nil
  }

  /// The end of the address of the node, or else its name.
  var local: String {
    (target ?? label.preferred ?? "").split { "/:#".contains($0) }.last.map(String.init) ?? ""
  }
}

extension Reader {
  /// What an alignment means: something of this file, a list of CTDL's own, or something outside.
  func end(of alignment: Alignment) -> End? {
    let target = alignment.target ?? ""
    if let resource = graph[target], let id = names.identifier(of: resource) { return End(id: id) }
    let uri = target.isAddress ? target : nil
    guard let (name, code) = place(of: alignment, uri) else { return nil }
    return End(id: Identifier(name, code), uri: uri)
  }

  private func place(of alignment: Alignment, _ uri: String?) -> (FrameworkName, Code)? {
    let local = Code.named(alignment.local)
    if let list = alignment.ownList {
      return pair(FrameworkName(folding: "ctdl \(list.wordsOfClass)"), local)
    }
    if let framework = alignment.framework, framework.isAddress {
      let isBeside = uri.map { $0.spaceAndLastPart.space == framework.spaceAndLastPart.space }
      return pair(
        names.framework(framework) ?? FrameworkName(naming: framework, at: framework),
        isBeside ?? true ? local : uri.flatMap { Code(address: $0) })
    }
    if let title = alignment.frameworkName.preferred ?? alignment.framework {
      return pair(FrameworkName(folding: title), local)
    }
    return uri.flatMap { Identifier(address: $0) }.flatMap { pair($0.framework, $0.code) }
  }

  private func pair(_ name: FrameworkName?, _ code: Code?) -> (FrameworkName, Code)? {
    guard let name, let code else { return nil }
    return (name, code)
  }
}
