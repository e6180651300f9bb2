public import PasserelleModel

/// A node of a located tree: an XML element or attribute, or a value of YAML or JSON.
///
/// The same node serves the three formats. A mapping's values and a JSON object's members are
/// children with the key as name; the items of a list are children without a name; an attribute is
/// a node as well. Values are text until the adapter asks for more: `NO` is Norway, `0311` keeps
/// its zero, `4.10` is not `4.1`. Text is as the source gave it; nothing is normalised.
public struct SourceNode: Sendable {
  /// What a node is.
  public enum Kind: Sendable {
    /// An XML element.
    case element
    /// An XML attribute.
    case attribute
    /// A mapping of YAML, an object of JSON.
    case mapping
    /// A list.
    case sequence
    /// A single value of YAML or JSON.
    case scalar
  }

  let tree: SourceTree
  let index: Int

  private var entry: SourceTree.Entry { tree.entries[index] }

  /// What the node is.
  public var kind: Kind {
    switch entry.kind {
    case .element: .element
    case .attribute: .attribute
    case .mapping: .mapping
    case .sequence: .sequence
    case .text, .plain, .quoted: .scalar
    }
  }

  /// The element's local name, the attribute's name with prefix (`xml:lang`), or the key.
  public var name: String { tree.string(entry.nameStart, entry.nameCount) }

  /// Where the element or value starts; where the name of an attribute does.
  public var position: SourcePosition {
    SourcePosition(
      file: tree.file, part: tree.part, line: Int(entry.line), column: Int(entry.column))
  }

  /// Where the key of a value of YAML or JSON stands; for all else, where the node itself starts.
  public var keyPosition: SourcePosition {
    SourcePosition(
      file: tree.file, part: tree.part, line: Int(entry.nameLine), column: Int(entry.nameColumn))
  }

  /// The node's own text: the value, or the character data directly inside the element.
  public var text: String {
    let own = tree.string(entry.textStart, entry.textCount)
    guard entry.kind == .element else { return own }
    return below.filter { tree.entries[$0].kind == .text }.reduce(own) { text, run in
      text + tree.string(tree.entries[run].textStart, tree.entries[run].textCount)
    }
  }

  /// Whether the value is written as nothing: an empty plain scalar, `~` or `null`.
  public var isNull: Bool {
    entry.kind == .plain && ["", "~", "null"].contains(text)
  }

  /// Whether the value stands in quotes, or in a block of its own.
  public var isQuoted: Bool { entry.kind == .quoted }

  /// The elements, members or items directly below, in order.
  public var children: [SourceNode] {
    below.filter { tree.entries[$0].kind != .attribute && tree.entries[$0].kind != .text }
      .map { SourceNode(tree: tree, index: $0) }
  }

  /// The attributes of the element, in order.
  public var attributes: [SourceNode] {
    below.filter { tree.entries[$0].kind == .attribute }
      .map { SourceNode(tree: tree, index: $0) }
  }

  /// Returns the first child with the given name.
  public func child(_ name: String) -> SourceNode? {
    first(named: name) { $0 != .attribute && $0 != .text }
  }

  /// Returns the attribute with the given name.
  public func attribute(_ name: String) -> SourceNode? {
    first(named: name) { $0 == .attribute }
  }

  /// Returns the attribute or the first child with the given name, whichever the author chose.
  public func field(_ name: String) -> SourceNode? {
    first(named: name) { $0 != .text }
  }

  /// Returns the children with the given name, in order.
  public func children(_ name: String) -> [SourceNode] {
    below.filter { tree.entries[$0].kind != .attribute && tree.name(of: $0, equals: name) }
      .map { SourceNode(tree: tree, index: $0) }
  }

  /// Returns the attribute or the first child with the given name.
  ///
  /// - Throws: A `missing-key` diagnostic at this node, when there is none.
  public func require(_ name: String) throws(Diagnostic) -> SourceNode {
    guard let node = field(name) else {
      let known = (attributes + children).map { "'\($0.name)'" }
      throw .error(
        .missingKey, at: position,
        self.name.isEmpty ? "'\(name)' is missing" : "'\(self.name)' has no '\(name)'",
        hint: known.isEmpty
          ? "it is empty; write '\(name)' in it" : "it has \(known.joined(separator: ", "))")
    }
    return node
  }

  /// The nodes near the beginning of the tree that have the name of this one, in order.
  var namesakes: some Sequence<SourceNode> {
    let (tree, name) = (tree, name)
    return tree.entries.indices.prefix(10_000).lazy.filter { tree.name(of: $0, equals: name) }
      .map { SourceNode(tree: tree, index: $0) }
  }

  private func first(named name: String, where fits: (SourceTree.Kind) -> Bool) -> SourceNode? {
    for index in below where fits(tree.entries[index].kind) {
      if tree.name(of: index, equals: name) { return SourceNode(tree: tree, index: index) }
    }
    return nil
  }

  /// The indices of the nodes directly below this one.
  private var below: some Sequence<Int> {
    let end = Int(entry.end)
    return sequence(state: index + 1) { [tree] next -> Int? in
      guard next < end else { return nil }
      defer { next = Int(tree.entries[next].end) }
      return next
    }
  }
}
