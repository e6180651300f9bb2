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
    guard main.isNamed(".csv", ".tsv", ".txt"), let head = try? main.head(16 << 10) else {
      return nil
    }
    let isWhole = head.count < 16 << 10
    let lines = isWhole ? head[...] : head[..<(head.lastIndex(of: 0x0A) ?? head.endIndex)]
    let sample = SourcePart(name: main.name, bytes: Array(lines))
    return try? Table(sample, head: parts.dropFirst().first)
  }
}
