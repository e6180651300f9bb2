internal import PasserelleModel

/// The sheets of workbooks that hold notes, as offices put them before the table: no adapter knows them, and
/// others of the same workbook are read.
struct NoteSheets {
  private(set) var leftOut: Set<SourceFile> = []
  private(set) var problems: [Diagnostic] = []

  init(_ unknown: [SourceFile], in files: [SourceFile]) {
    guard !unknown.isEmpty else { return }
    let sheets = Dictionary(grouping: files.filter { $0.sheet != nil }, by: \.path)
    for (path, unread) in Dictionary(grouping: unknown, by: \.path).sorted(by: { $0.key < $1.key })
    {
      let isAny = unread.count == sheets[path, default: []].count
      // If none is known, the reader of the first may say why.
      let rest = isAny ? unread.dropFirst() : unread[...]
      leftOut.formUnion(rest)
      guard !rest.isEmpty else { continue }
      let names = rest.prefix(12).map { "'\(($0.sheet ?? "").printable)'" }.joined(separator: ", ")
      problems.append(
        .warning(
          .unreadSheet, at: SourcePosition(file: path), "no adapter knows the sheets \(names)",
          hint:
            "'--sheet NAME' reads one alone; a map beside the workbook says what its columns are"))
    }
  }
}
