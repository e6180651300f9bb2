public import PasserelleModel

extension SourcePart {
  /// Opens the first bytes of the part as a table, for a look at its head, header and first rows.
  ///
  /// Nothing where the part is no table, or is named as something else.
  public func tableSample() -> Table? {
    let name = name.lowercased()
    guard [".csv", ".tsv", ".txt"].contains(where: { name.hasSuffix($0) }),
      let head = try? head(16 << 10)
    else { return nil }
    let isWhole = head.count < 16 << 10
    let lines = isWhole ? head[...] : head[..<(head.lastIndex(of: 0x0A) ?? head.endIndex)]
    return try? SourcePart(name: self.name, bytes: Array(lines)).table()
  }
}

extension Table {
  /// Returns the fields of a column in the first rows that are left.
  public func sample(_ column: Column, rows count: Int = 50) -> [String] {
    var fields: [String] = []
    try? forEachRow { row throws(Diagnostic) in
      if fields.count < count { fields.append(row[column].trimmed) }
    }
    return fields
  }
}
