import PasserelleKit

extension [SourceNode] {
  /// What the nodes say, as a text for a note, without the kind and language that credentials in XML state
  /// beside each text.
  var words: LocalizedText {
    let lines = map { node in
      node.leaves.compactMap { leaf -> String? in
        var names = ([node.name] + leaf.path.split(separator: "/").map(String.init))
          .filter { !$0.isEmpty }
        guard let last = names.last, last != "lang", last != "content-type" else { return nil }
        if last == "text" { names.removeLast() }
        return "\(names.joined(separator: "/")): \(leaf.text)"
      }.joined(separator: "; ")
    }
    return lines.isEmpty ? LocalizedText() : .english(lines.joined(separator: "\n"))
  }
}
