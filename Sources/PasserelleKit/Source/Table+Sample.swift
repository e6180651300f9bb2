internal import PasserelleModel

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
