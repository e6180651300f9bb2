import PasserelleKit

/// The frameworks that a set lies between.
///
/// The table is read through once for them: what a set says of itself does not tell, and what it
/// says at its first row must hold for its last.
struct MappingEnds {
  private(set) var subjects: Set<FrameworkName> = []
  private(set) var objects: Set<FrameworkName> = []

  init(of source: Source, _ prefixes: PrefixMap, _ common: [String: [String]]) {
    // What is wrong with the table is said when it is read.
    guard let table = try? source.table(), let subject = table.optionalColumn("subject_id"),
      let object = table.optionalColumn("object_id")
    else { return }
    let sources = ["subject_source", "object_source"].map { slot in
      (column: table.optionalColumn(slot), common: common[slot]?.first)
    }
    func framework(_ row: TableRow, _ column: Table.Column, _ side: Int) -> FrameworkName? {
      guard let text = row.text(column), !MappingReader.isNothing(text) else { return nil }
      let stated = row.text(sources[side].column).flatMap { prefixes.known($0)?.address }
      return prefixes.known(text)?.framework(from: stated ?? sources[side].common)
    }
    try? table.forEachRow { row throws(Diagnostic) in
      if let framework = framework(row, subject, 0) { subjects.insert(framework) }
      if let framework = framework(row, object, 1) { objects.insert(framework) }
    }
  }
}

extension Set {
  /// The element, if it is the only one.
  var only: Element? { count == 1 ? first : nil }
}
