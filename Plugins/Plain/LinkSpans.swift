import PasserelleKit

/// When a framework as a whole is linked to others: what its levels do not say themselves, it says.
///
/// What is wrong there is told when the links are read.
struct LinkSpans {
  private struct Span {
    var relation: Relation
    var to: FrameworkName
    var validity: Validity
  }

  private var spans: [Span] = []

  init(of root: SourceNode) {
    for holder in Self.holders(of: root) {
      for relation in [Relation.referencedTo, .comparedTo] {
        for node in holder.all(relation.rawValue) {
          guard let valid = node.child("valid"), let validity = try? valid.validity(),
            let to = try? node.require("to").value(as: Identifier.self), to.code == nil
          else { continue }
          spans.append(Span(relation: relation, to: to.framework, validity: validity))
        }
      }
    }
  }

  /// Returns the span of the framework's own link to where a link leads.
  func span(of link: Link) -> Validity? {
    spans.first { $0.relation == link.relation && $0.to == link.to.framework }?.validity
  }

  /// The nodes that hold the links of the framework as a whole.
  static func holders(of root: SourceNode) -> [SourceNode] {
    guard let list = root.child("links"), !list.isNull else { return [] }
    return list.kind == .sequence ? list.children : [list]
  }
}
