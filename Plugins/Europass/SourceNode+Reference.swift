import PasserelleKit

extension SourceNode {
  /// What the node points at: `uri`, `targetUrl` or `idref` in XML, `id` in JSON-LD, or its text.
  var reference: String? {
    for name in ["uri", "targetUrl", "idref", "id"] {
      if let reference = text(at: name) { return reference }
    }
    let text = self.text.trimmed
    return children.isEmpty && !text.isEmpty ? text : nil
  }
}
