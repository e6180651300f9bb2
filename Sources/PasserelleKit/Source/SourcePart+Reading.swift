public import PasserelleModel

extension SourcePart {
  /// Reads the part as XML and returns its root element.
  public func xml() throws(Diagnostic) -> SourceNode {
    var root: SourceNode?
    try XMLReader(part: self, scope: .document).read { root = $0 }
    guard let root else { throw .error(.empty, at: position, "the file contains no document") }
    return root
  }

  /// Reads the part as YAML and returns the root of its one document.
  public func yaml() throws(Diagnostic) -> SourceNode {
    var reader = try YAMLReader(self)
    return try reader.root()
  }

  /// Reads the part as JSON and returns its root.
  public func json() throws(Diagnostic) -> SourceNode {
    var reader = try JSONReader(self)
    return try reader.root()
  }

  /// Reads JSON that the text of a node holds, such as a signed payload.
  ///
  /// - Parameters:
  ///   - bytes: The JSON, as it was made of the text.
  ///   - node: The node, where all of it is said to be.
  /// - Returns: The root of the document.
  /// - Throws: A diagnostic at the node where the text is not JSON.
  public func json(_ bytes: [UInt8], in node: SourceNode) throws(Diagnostic) -> SourceNode {
    try json(bytes, at: node.position)
  }

  /// Reads JSON that was made of a text, all of which is said to be at one place.
  package func json(
    _ bytes: [UInt8], at place: SourcePosition
  ) throws(Diagnostic) -> SourceNode {
    let text = SourcePart(name: name, bytes: bytes)
    let part = SourcePart(name: name, index: index, limits: limits) { text.read(at: $0, into: $1) }
    var reader = try JSONReader(part, in: place)
    return try reader.root()
  }

  /// Reads the part as XML and calls the body with the subtree of each element that has one of the
  /// names, in memory that does not grow with the file.
  ///
  /// An element inside a record belongs to the record, whatever its name.
  public func records(
    named names: String..., body: (SourceNode) throws(Diagnostic) -> Void
  ) throws(Diagnostic) {
    try XMLReader(part: self, scope: .records(names)).read(body)
  }

  /// Opens the part as a table in CSV or TSV, without regard to a file beside it.
  public func table() throws(Diagnostic) -> Table {
    try Table(self)
  }
}
