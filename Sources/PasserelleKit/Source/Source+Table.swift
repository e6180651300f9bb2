public import PasserelleModel

extension Source {
  /// Opens the source as a table in CSV or TSV, with the head that stands in its comment lines or in a
  /// file beside it (`table.yaml` beside `table.csv`).
  public func table() throws(Diagnostic) -> Table {
    try Table(main, head: parts.dropFirst().first)
  }

  /// Opens the first bytes of the source as a table, for a look at its head, header and first rows.
  ///
  /// A mistake in the head or the header does not keep the table from being known by what is sound: of a
  /// head that is not valid YAML, its keys and the values that can be read. Whoever then reads the table is
  /// told the mistake with its place. Nothing where the source is not a table, or is named as something else.
  public func tableSample() -> Table? {
    let size = 64 << 10
    guard main.isNamed(".csv", ".tsv", ".txt"), let head = try? main.head(size) else {
      return nil
    }
    let isWhole = head.count < size
    let lines = isWhole ? head[...] : head[..<(head.lastIndex(of: 0x0A) ?? head.endIndex)]
    let sample = SourcePart(name: main.name, bytes: Array(lines))
    return try? Table(sampleOf: sample, head: parts.dropFirst().first)
  }
}
