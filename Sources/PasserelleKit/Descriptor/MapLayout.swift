internal import PasserelleModel

/// Which tables a map is of that comes with the program: nobody has put it beside a table.
///
/// ```yaml
/// layout:
///   seen: "ONSdigital/soc-classification-utils, soc2020.csv, commit 469bc84, 31,274 bytes"
///   name: "*soc*2020*"
///   has: {Code: "0"}
/// ```
///
/// A table has to have the columns that the map names, and no others. If other tables have the same, the
/// map also says what such a file or sheet is called, or what one of the first rows has in a column.
public struct MapLayout {
  private let head: SourceNode
  private let layout: SourceNode

  /// The layout that a map states; `nil` if it states none, and is of the table that it is beside.
  public init?(_ head: SourceNode?) {
    guard let head, let layout = head.child("layout") else { return nil }
    (self.head, self.layout) = (head, layout)
  }

  /// Returns whether a table is one of those that the map is of.
  ///
  /// - Parameters:
  ///   - table: The table, or its first rows.
  ///   - name: The name of its file; of a sheet, that of the workbook is before it.
  /// - Returns: Whether nothing speaks against it.
  public func fits(_ table: Table, named name: String) -> Bool {
    guard let columns = head.child("columns") else { return false }
    let names = columns.children.flatMap { part in
      // Of these, one value is the column, and others say what it is about.
      part.name == "links"
        ? part.children.flatMap(Self.namesOfLinks)
        : ["score", "workload"].contains(part.name) ? Self.namesOfLinks(part) : Self.names(in: part)
    }
    let chosen = ["only", "except"].flatMap { Self.keys(of: head.child($0)) }
    return table.hasExactly(names + chosen) && isNamed(name) && hasValues(table)
  }

  private static func names(in node: SourceNode) -> [String] {
    node.kind == .scalar ? [node.text] : node.children.flatMap(names)
  }

  private static func namesOfLinks(_ node: SourceNode) -> [String] {
    switch node.kind {
    case .mapping: ["column", "uri"].flatMap { node.child($0).map(names) ?? [] }
    case .sequence: node.children.flatMap(namesOfLinks)
    default: [node.text]
    }
  }

  private static func keys(of node: SourceNode?) -> [String] {
    node?.children.map(\.name) ?? []
  }

  private func isNamed(_ name: String) -> Bool {
    let patterns = layout.all("name").map { $0.text.lowercased() }
    return patterns.isEmpty || patterns.contains { name.lowercased().matches(pattern: $0) }
  }

  /// Whether, for each column that the layout names, one of the first rows has the value.
  private func hasValues(_ table: Table) -> Bool {
    var wanted = (layout.child("has")?.children ?? []).map { ($0.name, $0.text.trimmed) }
    guard !wanted.isEmpty else { return true }
    try? table.forEachRow { row throws(Diagnostic) in
      wanted.removeAll { name, value in
        table.optionalColumn(name).map { row[$0].trimmed == value } ?? false
      }
    }
    return wanted.isEmpty
  }
}

extension Table {
  /// Whether the names are those of all columns; one without a name counts for nothing.
  fileprivate func hasExactly(_ names: [String]) -> Bool {
    var found: Set<Column> = []
    for name in names {
      let columns = columns(named: name)
      guard !columns.isEmpty else { return false }
      found.formUnion(columns)
    }
    return columns.allSatisfy { $0.name.isEmpty || found.contains($0.column) }
  }
}

extension String {
  /// Whether the text is what a pattern says, in which `*` is any text.
  fileprivate func matches(pattern: String) -> Bool {
    let pieces = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard let first = pieces.first, let last = pieces.last, pieces.count > 1 else {
      return self == pattern
    }
    guard hasPrefix(first) else { return false }
    var rest = dropFirst(first.count)
    for piece in pieces.dropFirst().dropLast() where !piece.isEmpty {
      guard let found = rest.firstRange(of: piece) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(last)
  }
}
