import PasserelleKit

/// An end of a link: what it is called here, and its address where the file has nothing but that.
struct End {
  let id: Identifier
  var uri: String?
}

extension Reader {
  /// What a value is or points to, as the end of a link.
  func end(of value: SourceNode, in node: Node) -> End? {
    guard let key = graph.key(of: value, in: node) else { return nil }
    return end(of: key)
  }

  /// What an address means: something of this file, or something outside it.
  func end(of key: String) -> End? {
    if let resource = graph[key], let id = names.identifier(of: resource) { return End(id: id) }
    return key.isAddress ? Identifier(address: key).map { End(id: $0, uri: key) } : nil
  }

  /// States a link, unless it was stated before.
  mutating func link(
    _ from: End, _ relation: Relation, _ to: End, as term: String, note: LocalizedText? = nil,
    at place: SourcePosition, in register: Register
  ) throws(Diagnostic) {
    guard links.isNew(from.id, relation, to.id, as: term, at: place, reportingTo: writer) else {
      return
    }
    try register.link(
      from.id, relation, to.id, fromURI: from.uri, uri: to.uri, note: note, at: place)
  }

  /// What nothing else was made of, as a text for a note, with the parts that it points to.
  func remainder(of node: Node, without read: Set<String>) -> LocalizedText {
    let read = read.union(["@id", "@type"])
    let rest = node.rest(without: read)
    var lines = rest.map(\.summary)
    var seen: Set<String> = []
    var open = node.terms.filter { !read.contains($0) }.flatMap { term in
      node[term].map { (value: $0, node: node) }
    }
    while let (value, node) = open.popLast() {
      guard let key = graph.key(of: value, in: node), let part = graph[key], part.kind == .part,
        !part.isNested, seen.insert(key).inserted
      else { continue }
      let properties = part.node.rest(without: ["@id", "@type"])
      lines.append("\(key): \(properties.map(\.summary).joined(separator: "; "))")
      open += part.node.terms.filter { $0 != "@id" }.flatMap { term in
        part.node[term].map { ($0, part.node) }
      }
    }
    return lines.isEmpty ? LocalizedText() : .english(lines.joined(separator: "\n"))
  }
}
