public import PasserelleModel

/// What the comment lines at the head of a table say: which classification or correspondence it
/// is, and where it comes from.
///
/// A table without a head is read as well; its evidence is then the file itself.
public struct TableHead: Sendable {
  /// The head's own node, where there is one.
  public let node: SourceNode?
  /// The sources and what rests on them.
  public let scope: DescriptorScope

  /// Reads the head of a table.
  ///
  /// - Parameters:
  ///   - table: The table.
  ///   - part: The file that it is in.
  ///   - keys: What a head of this dialect may say, besides `sources`, `source`, `notes`, `layout`, and the
  ///     keys that choose rows.
  ///   - graph: Where problems are reported.
  /// - Throws: The problem that cannot be read past.
  public init(of table: Table, in part: SourcePart, keys: [String], graph: GraphWriter)
    throws(Diagnostic)
  {
    node = table.preamble
    try node?.checkKeys(
      keys + RowChoice.keys + ["sources", "source", "notes", "layout"], to: graph)
    var scope = try DescriptorScope(node, default: node, graph: graph)
    if scope.documents.isEmpty {
      scope.assume(Document(key: "file", title: part.name), at: part.position)
    }
    self.scope = scope
  }

  /// The key of the source of the rows: the default, or the first that is declared.
  public var source: String? { scope.defaultSource ?? scope.documents.first?.key }
}
