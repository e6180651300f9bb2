import PasserelleKit

/// The members of an object of JSON-LD by what their keys mean.
struct NodeMembers {
  /// A property, and how what stands under it is to be read.
  struct Property {
    let address: String
    let term: ContextTerm?

    /// A property of the language RDF itself: `first`.
    static func rdf(_ name: String) -> Property {
      Property(address: (Vocabulary.space(of: "rdf") ?? "") + name, term: nil)
    }
  }

  /// The values of keywords; of `@type` and `@included`, all that there are.
  private var keywords: [String: [SourceNode]] = [:]
  private(set) var properties: [(property: Property, value: SourceNode)] = []

  init(
    of node: SourceNode, in context: Context, _ undefined: inout UndefinedTerms,
    _ skipped: inout Tally
  ) throws(Diagnostic) {
    try add(node, in: context, &undefined, &skipped)
  }

  subscript(keyword: String) -> SourceNode? { keywords[keyword]?.first }

  func all(_ keyword: String) -> [SourceNode] {
    (keywords[keyword] ?? []).flatMap(\.items).filter { !$0.isNull }
  }

  private mutating func add(
    _ node: SourceNode, in context: Context, _ undefined: inout UndefinedTerms,
    _ skipped: inout Tally
  ) throws(Diagnostic) {
    for child in node.children {
      switch context.meaning(of: child.name) {
      case .keyword("@context"): continue
      case .keyword("@nest"):
        for item in child.items where item.kind == .mapping {
          try add(item, in: context, &undefined, &skipped)
        }
      case .keyword(let keyword):
        let known = keywords[keyword, default: []]
        guard known.isEmpty || keyword == "@type" || keyword == "@included" else {
          throw .error(
            .jsonLD, at: child.keyPosition,
            "'\(child.name.prefix(60).printable)' says '\(keyword)' a second time")
        }
        keywords[keyword] = known + [child]
      case .address(let address) where !address.hasPrefix("_:"):
        let term = context.term(child.name) ?? nil
        properties.append((Property(address: address, term: term), child))
      case .address, .nothing:
        skipped.count(
          "'\(child.name.prefix(120).printable)', which the context makes nothing of",
          at: child.keyPosition)
      case .undefined: undefined.add(child.name, at: child.keyPosition)
      }
    }
  }
}
