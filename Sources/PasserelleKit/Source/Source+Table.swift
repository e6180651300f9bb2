public import PasserelleModel

extension Source {
  /// Opens the source as a table in CSV or TSV, with the head that stands in its comment lines or in a
  /// file beside it (`table.yaml` beside `table.csv`).
  public func table() throws(Diagnostic) -> Table {
    try Table(main, head: parts.dropFirst().first)
  }

  /// Opens the first bytes of the source as a table, for a look at its head, header and first rows.
  ///
  /// Nothing where the source is no table, or is named as something else.
  public func tableSample() -> Table? {
    opening.flatMap { try? Table($0, head: parts.dropFirst().first) }
  }

  /// Reads the head of a table, for a look at what it says; `nil` if there is none, or the source is
  /// not a table.
  ///
  /// It is there even where something is wrong with the table itself, which then has a reader that
  /// says so.
  public func tableHead() -> SourceNode? {
    let comments = opening.flatMap { try? TableScanner($0).preamble() } ?? nil
    return comments ?? parts.dropFirst().first.flatMap { try? $0.yaml() }
  }

  /// The first lines of a file that is named as a table.
  private var opening: SourcePart? {
    guard main.isNamed(".csv", ".tsv", ".txt"), let head = try? main.head(16 << 10) else {
      return nil
    }
    let isWhole = head.count < 16 << 10
    let lines = isWhole ? head[...] : head[..<(head.lastIndex(of: 0x0A) ?? head.endIndex)]
    return SourcePart(name: main.name, bytes: Array(lines))
  }
}
