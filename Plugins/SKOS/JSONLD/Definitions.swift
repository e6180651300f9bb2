import PasserelleKit
import PasserelleRDF

/// Defines the terms of one context; a term may be made of others that come later.
struct Definitions {
  private let context: Context
  private let names: [String]
  private let nodes: [String: SourceNode]
  private var isDefined: [String: Bool] = [:]

  /// How many terms may be made of one another.
  private static let depth = 50

  init(_ nodes: [SourceNode], in context: Context) {
    self.context = context
    let terms = nodes.filter { !$0.name.hasPrefix("@") && !$0.name.isEmpty }
    names = terms.map(\.name)
    self.nodes = Dictionary(terms.map { ($0.name, $0) }) { first, _ in first }
  }

  mutating func define() throws(Diagnostic) {
    for name in names { try define(name, depth: 0) }
  }

  /// Defines a term of this context, if it is one and is not yet defined.
  private mutating func define(_ name: String, depth: Int) throws(Diagnostic) {
    guard let node = nodes[name], isDefined[name] != true else { return }
    guard isDefined[name] == nil, depth < Self.depth else {
      throw .jsonLD(at: node, "the term '\(name.prefix(60).printable)' is defined by itself")
    }
    isDefined[name] = false
    defer { isDefined[name] = true }
    if node.isNull { return context.define(name, as: nil) }
    guard node.kind == .mapping else {
      let text = try node.jsonLDText("a term is defined by an address, an object or null")
      guard let meaning = try meaning(of: text, as: name, depth) else { return }
      return context.define(name, as: ContextTerm(meaning: meaning))
    }
    let (id, reverse) = (node.child("@id"), node.child("@reverse"))
    if let id, id.isNull { return context.define(name, as: nil) }
    let text =
      try (reverse ?? id)?.jsonLDText("the address of a term is a text, or null") ?? name
    guard let meaning = try meaning(of: text, as: name, depth) else { return }
    var term = ContextTerm(meaning: meaning)
    term.isReversed = reverse != nil
    try read(node, into: &term)
    context.define(name, as: term)
  }

  /// What a term stands for; nothing where that is not known here.
  private mutating func meaning(
    of text: String, as name: String, _ depth: Int
  ) throws(Diagnostic) -> String? {
    let prefix = text.split(separator: ":", maxSplits: 1).first.map(String.init) ?? ""
    for other in [text, prefix] where other != name { try define(other, depth: depth + 1) }
    switch text == name ? context.ownMeaning(of: text) : context.meaning(of: text) {
    case .keyword(let meaning), .address(let meaning): return meaning
    case .nothing, .undefined: return nil
    }
  }

  private func read(_ node: SourceNode, into term: inout ContextTerm) throws(Diagnostic) {
    if let type = node.child("@type") {
      switch try type.jsonLDText("the type of a term is a text") {
      case "@id": term.coercion = .address
      case "@vocab": term.coercion = .name
      case "@json": term.coercion = .json
      case "@none": break
      default: term.coercion = .typedText
      }
    }
    for container in node.child("@container")?.items ?? [] where !container.isNull {
      let text = try container.jsonLDText("a container is a text")
      guard ["@list", "@set", "@language", "@index"].contains(text) else {
        throw .unsupported("the container '\(text.prefix(60).printable)'", at: container)
      }
      term.containers.insert(text)
    }
    if let language = node.child("@language") {
      term.language =
        language.isNull ? "" : try language.jsonLDText("'@language' is a language tag or null")
    }
    term.statedPrefix = node.child("@prefix").map { $0.text == "true" }
    term.scoped = node.child("@context")
  }
}
