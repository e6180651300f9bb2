import PasserelleKit

extension SourceNode {
  /// What the node points at: `uri` or `idref` in XML, `id` in JSON-LD, or its text.
  var reference: String? {
    if let name = text(at: "uri") ?? text(at: "idref") ?? text(at: "id") { return name }
    let text = self.text.trimmed
    return children.isEmpty && !text.isEmpty ? text : nil
  }
}
