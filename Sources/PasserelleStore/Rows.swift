internal import GRDB
internal import PasserelleModel

// How the values of the model are read from rows.

extension [StoredRow] {
  /// The rows in runs that have the same numbers in some columns.
  func grouped(by columns: [String]) -> [[StoredRow]] {
    var groups: [[StoredRow]] = []
    for row in self {
      let last = groups.last?.last
      let belongs = last.map { last in columns.allSatisfy { row[$0] as Int64 == last[$0] } }
      if belongs == true { groups[groups.count - 1].append(row) } else { groups.append([row]) }
    }
    return groups
  }
}

extension Identifier {
  init?(_ row: StoredRow) {
    self.init(framework: row["framework"], code: row["code"])
  }

  init?(framework: String, code: String) {
    guard let name = FrameworkName(framework) else { return nil }
    self.init(name, code.isEmpty ? nil : Code(code))
  }
}

extension Validity {
  init(_ row: StoredRow) {
    self.init(
      from: (row["valid_from"] as String?).flatMap(CalendarDate.init),
      by: (row["valid_by"] as String?).flatMap(CalendarDate.init),
      to: (row["valid_to"] as String?).flatMap(CalendarDate.init))
  }
}

extension LocalizedText.Entry {
  init?(_ row: StoredRow) {
    self.init(row, text: row["text"])
  }

  init?(_ row: StoredRow, text: String) {
    guard let language = row["language"] as String?, let tag = LanguageTag(language) else {
      return nil
    }
    self.init(tag, text)
  }
}

extension Document {
  /// Makes a document of its row.
  init(_ row: StoredRow) {
    self.init(key: row["key"], title: row["title"])
    DocumentColumns.table.read(row, into: &self)
  }
}

extension Array where Element: TextValue {
  /// Makes the values of the column that has them.
  init(column: String?) {
    self = (column ?? "").split(separator: ";").compactMap { Element(String($0)) }
  }
}

extension [Workload] {
  /// The workloads as one column has them.
  var column: String? { isEmpty ? nil : map(\.description).joined(separator: ";") }
}

extension [Sector] {
  /// The sectors as one column has them.
  var column: String? { isEmpty ? nil : map(\.rawValue).joined(separator: ";") }
}
