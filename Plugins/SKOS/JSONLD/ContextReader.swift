import PasserelleKit
import PasserelleRDF

/// Reads the contexts of a file of JSON-LD; those that are elsewhere are noted, and never fetched.
struct ContextReader {
  /// Where contexts are named that are elsewhere.
  private(set) var remote: [SourceNode] = []
  private var definitions = 0

  /// The context inside an object, which may have one of its own.
  mutating func context(
    of node: SourceNode, within outer: Context
  ) throws(Diagnostic) -> Context {
    guard let own = node.child("@context") else { return outer }
    return try read(own, within: outer)
  }

  /// The context that a value of `@context` makes of the one around it.
  mutating func read(_ node: SourceNode, within outer: Context) throws(Diagnostic) -> Context {
    var context = Context(within: outer)
    for item in node.items {
      if item.isNull {
        context = Context()
      } else if item.kind == .mapping {
        try define(item, in: context)
      } else {
        _ = try item.jsonLDText("a context is an object, an address or null")
        remote.append(item)
      }
    }
    return context
  }

  private mutating func define(_ node: SourceNode, in context: Context) throws(Diagnostic) {
    let children = node.children
    definitions += children.count
    guard definitions <= RDFLimits.definitions else {
      throw .error(
        .tooManyValues, at: node.position,
        "the contexts define more than \(RDFLimits.definitions) terms")
    }
    if let base = node.child("@base") {
      context.base =
        base.isNull
        ? .relativeBase
        : try base.jsonLDText("'@base' is an address or null").resolved(against: context.base)
    }
    if let vocabulary = node.child("@vocab") {
      context.vocabulary = try Self.vocabulary(vocabulary, in: context)
    }
    if let language = node.child("@language") {
      context.language =
        language.isNull ? "" : try language.jsonLDText("'@language' is a language tag or null")
    }
    if let other = node.child("@import") { remote.append(other) }
    if let propagate = node.child("@propagate"), propagate.text == "false" {
      throw .unsupported("a context that does not hold for inner nodes", at: propagate)
    }
    var definitions = Definitions(children, in: context)
    try definitions.define()
  }

  private static func vocabulary(
    _ node: SourceNode, in context: Context
  ) throws(Diagnostic) -> String? {
    if node.isNull { return nil }
    let text = try node.jsonLDText("'@vocab' is an address or null")
    switch context.ownMeaning(of: text) {
    case .address(let address) where text.contains(":"): return address
    case .undefined where text.contains(":"):
      throw .jsonLD(at: node, "the prefix of '\(text.prefix(60).printable)' is not defined")
    default: return text.resolved(against: context.base)
    }
  }
}

extension SourceNode {
  /// The items of a list; of anything else, the thing itself.
  var items: [SourceNode] { kind == .sequence ? children : [self] }

  /// The text of a value that must be one.
  func jsonLDText(_ rule: String) throws(Diagnostic) -> String {
    guard kind == .scalar, isQuoted else { throw .jsonLD(at: self, rule) }
    return text
  }
}

extension Diagnostic {
  static func jsonLD(at node: SourceNode, _ summary: String, hint: String? = nil) -> Diagnostic {
    .error(.jsonLD, at: node.position, summary, hint: hint)
  }

  static func unsupported(_ what: String, at node: SourceNode) -> Diagnostic {
    .error(
      .jsonLD, at: node.position, "\(what) is a form of JSON-LD that is not read",
      hint: "expand the file with a JSON-LD processor, and import what that writes")
  }
}
