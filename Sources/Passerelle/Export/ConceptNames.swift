package import PasserelleGraph
internal import PasserelleModel

/// The names that concepts have outside: addresses, and what people call them.
///
/// A concept keeps the address that the field has given it. Any other gets one below a base that the
/// person chooses: there is no address that everyone would know it by.
package final class ConceptNames {
  /// What addresses start with where the field has given none, by default.
  package static let usualBase = "urn:passerelle:"

  let graph: any GraphReading
  let base: String
  private var known: [Identifier: Address] = [:]
  private var labels: [Identifier: String?] = [:]
  /// The one level of a framework that is referenced to a level; `nil` where several are.
  private var sole: [End: Identifier?] = [:]

  /// The address of a concept, and the one that the field has given it.
  private typealias Address = (iri: String, given: String?)
  private static let mostKnown = 50_000

  /// What the levels of a framework are referenced to.
  private struct End: Hashable {
    var level: Identifier
    var framework: FrameworkName
  }

  package init(_ graph: any GraphReading, base: String = ConceptNames.usualBase) {
    self.graph = graph
    self.base = base
  }

  /// The address of a concept, a framework, or anything else that is published.
  func iri(_ id: Identifier) throws -> String { try address(of: id).iri }

  /// The address that the field has given a concept or framework, if it has.
  func givenAddress(of id: Identifier) throws -> String? { try address(of: id).given }

  /// The address that Passerelle itself has for a framework.
  func ownAddress(of framework: FrameworkName) -> String {
    "\(base)\(framework.description.iriEscaped)"
  }

  /// The address that Passerelle itself has for a concept or framework.
  func ownAddress(of id: Identifier) -> String {
    let own = ownAddress(of: id.framework)
    return id.code.map { "\(own):\($0.description.iriEscaped)" } ?? own
  }

  /// The title of a concept or framework, in English where there is one.
  func label(_ id: Identifier) throws -> String? {
    if let label = labels[id] { return label }
    let label =
      id.code == nil
      ? try graph.framework(id.framework)?.title.preferred
      : try graph.concept(id)?.concept.title.preferred
    if labels.count >= Self.mostKnown { labels.removeAll(keepingCapacity: true) }
    labels[id] = label
    return label
  }

  /// Whether another level of the framework is referenced to the same level.
  func isShared(_ referencing: Link) throws -> Bool {
    let end = End(level: referencing.to, framework: referencing.from.framework)
    if let sole = sole[end] { return sole != referencing.from }
    let levels = Set(
      try graph.links(to: end.level, from: end.framework)
        .filter { $0.link.relation == .referencedTo }.map(\.link.from))
    if sole.count >= Self.mostKnown { sole.removeAll(keepingCapacity: true) }
    sole[end] = .some(levels.count == 1 ? levels.first : levels.isEmpty ? referencing.from : nil)
    return levels.contains { $0 != referencing.from }
  }

  /// Notes the address of a concept that is at hand, and need not be looked for.
  func meet(_ concept: Concept) { note(concept.uri, of: concept.id) }

  private func address(of id: Identifier) throws -> Address {
    if let known = known[id] { return known }
    return note(
      id.code == nil ? try graph.framework(id.framework)?.uri : try graph.address(of: id), of: id)
  }

  @discardableResult
  private func note(_ given: String?, of id: Identifier) -> Address {
    let address = (iri: given ?? ownAddress(of: id), given: given)
    if known.count >= Self.mostKnown { known.removeAll(keepingCapacity: true) }
    known[id] = address
    return address
  }
}

extension String {
  /// The text as a part of an address: all but letters, digits and a few marks as percent escapes.
  var iriEscaped: String {
    utf8.reduce(into: "") { escaped, byte in
      let isPlain =
        (0x41...0x5A).contains(byte & ~0x20) || (0x30...0x39).contains(byte)
        || "-._~".utf8.contains(byte)
      if isPlain {
        escaped.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        escaped += "%\(byte < 16 ? "0" : "")\(String(byte, radix: 16, uppercase: true))"
      }
    }
  }
}
