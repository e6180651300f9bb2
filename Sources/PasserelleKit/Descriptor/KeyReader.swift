package import PasserelleModel

/// Reads the keys of one part of a file, each by itself, so that a mistake in one hides none in another.
///
/// A mistake is reported where it is, and the value is then missing: whoever reads goes on with what
/// is there. It is told once: a required key that is only misspelt is unknown, and not missing as well.
package struct KeyReader: Sendable {
  /// The part.
  package let node: SourceNode
  /// Where problems are reported.
  package let graph: GraphWriter
  private let known: @Sendable () -> [String]

  /// Looks at a part of a descriptor, and reports the keys that it does not have.
  ///
  /// - Throws: A diagnostic if it has no keys at all.
  package init(
    _ node: SourceNode, of part: DescriptorPart, to graph: GraphWriter
  ) throws(Diagnostic) {
    try node.checkKeys(of: part, to: graph)
    (self.node, self.graph) = (node, graph)
    known = { node.kind == .element ? part.elements : part.names }
  }

  /// Looks at a part that may have these keys, and reports the others.
  ///
  /// - Throws: A diagnostic if it has no keys at all.
  package init(
    _ node: SourceNode, keys: [String], to graph: GraphWriter
  ) throws(Diagnostic) {
    try node.checkKeys(keys, to: graph)
    (self.node, self.graph) = (node, graph)
    known = { keys }
  }

  /// The same part for a writer that is told of mistakes, and states nothing.
  package var reportingOnly: KeyReader {
    KeyReader(node: node, graph: graph.reportingOnly, known: known)
  }

  private init(node: SourceNode, graph: GraphWriter, known: @escaping @Sendable () -> [String]) {
    (self.node, self.graph, self.known) = (node, graph, known)
  }

  /// Returns what is read, or reports why it cannot be.
  package func read<Value>(_ value: @autoclosure () throws(Diagnostic) -> Value) -> Value? {
    do {
      return try value()
    } catch {
      graph.report(error)
      return nil
    }
  }

  /// Returns the attribute or the first child with a name, and reports that there is none.
  package func require(_ key: String) -> SourceNode? {
    if let found = node.field(key) { return found }
    let known = known()
    let isMisspelt = (node.attributes + node.children).contains {
      !known.contains($0.name) && nearNames(to: $0.name, in: known).contains(key)
    }
    return isMisspelt ? nil : read(try node.require(key))
  }
}

// MARK: Values

extension KeyReader {
  /// Returns the value under a key that the part cannot do without.
  package func required<Value: TextValue>(
    _ key: String, as type: Value.Type = Value.self
  ) -> Value? {
    require(key).flatMap { value(of: $0) }
  }

  /// Returns the single text under a key that the part cannot do without.
  package func requiredText(_ key: String) -> String? {
    require(key).flatMap { scalar(of: $0) }
  }

  /// Returns the text by language under a key that the part cannot do without; nothing if there is none.
  package func requiredWords(_ key: String) -> LocalizedText? {
    guard require(key) != nil else { return nil }
    let text = words(key)
    return text.isEmpty && node.attribute(key) == nil ? nil : text
  }

  /// Returns the value under a key.
  package func value<Value: TextValue>(_ key: String, as type: Value.Type = Value.self) -> Value? {
    read(try node.value(key, as: type)) ?? nil
  }

  /// Returns the values under keys: a list and its singular.
  package func values<Value: TextValue>(
    _ keys: String..., as type: Value.Type = Value.self
  ) -> [Value] {
    keys.flatMap { node.all($0) }.compactMap { value(of: $0) }
  }

  /// Returns the single text under a key.
  package func text(_ key: String) -> String? { read(try node.text(key)) ?? nil }

  /// Returns the single texts under keys: a list and its singular.
  package func texts(_ keys: String...) -> [String] {
    keys.flatMap { node.all($0) }.compactMap { scalar(of: $0) }
  }

  /// Returns the text by language under a key.
  package func words(_ key: String) -> LocalizedText {
    node.localized(node.children(key), as: key, isList: false) { graph.report($0) }
  }

  /// Returns the texts by language under a key, several in one language.
  package func wordLists(_ key: String, each singular: String) -> LocalizedText {
    node.localized(node.lists(key, each: singular), as: key, isList: true) { graph.report($0) }
  }

  /// Returns the truth under a key.
  package func flag(_ key: String, usual: Bool) -> Bool {
    read(try node.flag(key, usual: usual)) ?? usual
  }

  /// Returns the web address under a key.
  package func webAddress(_ key: String) -> String? { read(try node.webAddress(key)) ?? nil }

  /// Returns the items of a list; nothing if it is not one.
  package func items(_ plural: String, each singular: String) -> [SourceNode]? {
    read(try node.items(plural, each: singular))
  }

  /// Returns the keys of a part of this part.
  package func part(_ node: SourceNode, _ part: DescriptorPart) -> KeyReader? {
    read(try KeyReader(node, of: part, to: graph))
  }

  /// Returns the span under `valid`, if there is one.
  package func validSpan() -> Validity? {
    node.child("valid").flatMap { part($0, .validity) }?.span()
  }

  /// Returns the span between the dates of this part itself.
  package func span() -> Validity {
    let span = Validity(from: value("from"), by: value("by"), to: value("to"))
    return read(try node.checkOrder(of: span)) == nil ? Validity() : span
  }

  private func value<Value: TextValue>(of node: SourceNode) -> Value? { read(try node.value()) }

  private func scalar(of node: SourceNode) -> String? { read(try node.scalar()) }
}
