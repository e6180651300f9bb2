import PasserelleKit

/// The frameworks that a set lies between, where there is one on a side.
///
/// The table is read through once for them: what a set says of itself does not tell, and what it
/// says at its first row must hold for its last.
struct MappingEnds {
  let subjects: FrameworkName?
  let objects: FrameworkName?

  init(of source: Source, _ prefixes: PrefixMap) {
    var (subjects, objects): (Set<FrameworkName>, Set<FrameworkName>) = ([], [])
    // What is wrong with the table is said when it is read.
    if let table = try? source.table(), let subject = table.optionalColumn("subject_id"),
      let object = table.optionalColumn("object_id")
    {
      try? table.forEachRow { row throws(Diagnostic) in
        if subjects.count < 2 { subjects.formUnion(Self.framework(row, subject, prefixes)) }
        if objects.count < 2 { objects.formUnion(Self.framework(row, object, prefixes)) }
        // More than one on either side, and the rest tells nothing more.
        if subjects.count > 1, objects.count > 1 { throw .error(.stopped, at: row.position, "") }
      }
    }
    self.subjects = subjects.count == 1 ? subjects.first : nil
    self.objects = objects.count == 1 ? objects.first : nil
  }

  private static func framework(
    _ row: TableRow, _ column: Table.Column, _ prefixes: PrefixMap
  ) -> Set<FrameworkName> {
    guard let text = row.text(column), !MappingReader.isNothing(text),
      let end = try? prefixes.split(text, at: SourcePosition(file: "")),
      let framework = end.framework
    else { return [] }
    return [framework]
  }
}
