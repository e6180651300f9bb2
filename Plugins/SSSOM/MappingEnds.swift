import PasserelleKit

/// The frameworks that a set lies between.
///
/// The table is read through once for them: what a set says of itself does not tell, and what it
/// says at its first row must hold for its last.
struct MappingEnds {
  private(set) var subjects: Set<FrameworkName> = []
  private(set) var objects: Set<FrameworkName> = []

  init(of source: Source, _ prefixes: PrefixMap) {
    // What is wrong with the table is said when it is read.
    guard let table = try? source.table(), let subject = table.optionalColumn("subject_id"),
      let object = table.optionalColumn("object_id")
    else { return }
    try? table.forEachRow { row throws(Diagnostic) in
      if let framework = Self.framework(row, subject, prefixes) { subjects.insert(framework) }
      if let framework = Self.framework(row, object, prefixes) { objects.insert(framework) }
    }
  }

  private static func framework(
    _ row: TableRow, _ column: Table.Column, _ prefixes: PrefixMap
  ) -> FrameworkName? {
    guard let text = row.text(column), !MappingReader.isNothing(text) else { return nil }
    return prefixes.known(text)?.framework
  }
}

extension Set {
  /// The element, if it is the only one.
  var only: Element? { count == 1 ? first : nil }
}
