import PasserelleKit

/// A node of JSON-LD: a resource, with its properties by their names in the vocabulary.
///
/// A value, a list of values and a `@list` are the same to whoever asks for the values of a property.
struct Node {
  let source: SourceNode
  let context: Context
  /// The names of its properties, in their order.
  private(set) var terms: [String] = []
  private var valuesByTerm: [String: [SourceNode]] = [:]
  /// The keys under which the file writes each property.
  private var keys: [String: [SourceNode]] = [:]

  init(_ source: SourceNode, in outer: Context, without omitted: String? = nil) {
    self.source = source
    context = outer.extended(by: source.child("@context"))
    for child in source.children where child.name != "@context" && child.name != omitted {
      let term = context.term(Self.keywords[child.name] ?? child.name)
      if valuesByTerm[term] == nil { terms.append(term) }
      valuesByTerm[term, default: []] += child.items
      keys[term, default: []].append(child)
    }
  }

  /// The names that contexts usually give to what JSON-LD writes with a sign.
  private static let keywords = ["id": "@id", "type": "@type"]

  var position: SourcePosition { source.position }

  /// Its address.
  var id: String? { self["@id"].first.flatMap(address) }

  /// The classes that it states, by their names in the vocabulary.
  var classes: [String] { self["@type"].compactMap { literal($0).map(context.term) } }

  /// Whether it says something of the resource, and does not only name it.
  var isDescription: Bool { terms.contains { $0 != "@id" && $0 != "@type" } }

  /// The values of a property, those of lists one by one.
  subscript(term: String) -> [SourceNode] { valuesByTerm[term] ?? [] }

  /// The values of several properties.
  func values(_ terms: [String]) -> [SourceNode] { terms.flatMap { self[$0] } }

  /// The properties under the names that are not in the set, as the file has them.
  func rest(without read: Set<String>) -> [SourceNode] {
    terms.filter { !read.contains($0) }.flatMap { keys[$0] ?? [] }.filter { !$0.isEmpty }
  }
}

extension SourceNode {
  /// The values that a value is: the items of a list, or itself.
  fileprivate var items: [SourceNode] {
    if kind == .sequence { return children.flatMap(\.items) }
    if let list = child("@list") ?? child("@set") { return list.items }
    return isEmpty ? [] : [self]
  }
}
