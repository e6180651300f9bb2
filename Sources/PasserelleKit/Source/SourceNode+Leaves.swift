internal import PasserelleModel

// Registers write an empty element where a descriptor would leave it out.

extension SourceNode {
  /// Whether nothing stands in the node: no text and nothing below, or `null`.
  public var isEmpty: Bool {
    isNull || (text.trimmed.isEmpty && children.isEmpty && attributes.isEmpty)
  }

  /// Returns the node at the end of a path of children or attributes, unless it is empty.
  public func node(at path: String...) -> SourceNode? {
    var node: SourceNode? = self
    for name in path { node = node?.field(name) }
    return node.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Returns the text at the end of a path of children or attributes, unless it is empty.
  public func text(at path: String...) -> String? {
    var node: SourceNode? = self
    for name in path { node = node?.field(name) }
    let text = node.map { $0.isNull ? "" : $0.text.trimmed } ?? ""
    return text.isEmpty ? nil : text
  }

  /// Everything in the node that says something, each text with the names that lead to it.
  public var leaves: [(path: String, text: String)] {
    let below = (attributes + children).flatMap { child in
      child.leaves.map { leaf in
        ([child.name, leaf.path].filter { !$0.isEmpty }.joined(separator: "/"), leaf.text)
      }
    }
    let own = isNull ? "" : text.trimmed
    return (own.isEmpty ? [] : [("", own)]) + below.map { (path: $0.0, text: $0.1) }
  }

  /// What the node says, in one text: `NAME: text`, or `NAME/CODE: text; NAME/TITLE: text`.
  public var summary: String {
    leaves.map { leaf in
      "\([name, leaf.path].filter { !$0.isEmpty }.joined(separator: "/")): \(leaf.text)"
    }.joined(separator: "; ")
  }
}
