internal import PasserelleGraph

extension Pen {
  /// Indications under their heading, each with its links; no lines if there are none.
  ///
  /// - Parameters:
  ///   - indications: The indications, strongest first.
  ///   - leftOut: How many more there are.
  ///   - isNaming: Whether the second side has to be named: the reader did not name it.
  ///   - shown: The links that the answer shows elsewhere: of them the mark of the source is enough.
  /// - Returns: The lines.
  func indications(
    _ indications: [IndicationAnswer], leftOut: Int = 0, naming isNaming: Bool = false,
    besides shown: [LinkAnswer] = []
  ) -> [String] {
    guard !indications.isEmpty else { return [] }
    let shown = Set(shown)
    var lines = [say(.indicationHeading)]
    for indication in indications {
      let (known, own) = (
        indication.links.filter(shown.contains), indication.links.filter { !shown.contains($0) }
      )
      let marks = known.map { mark($0.evidence) }.reduce(into: [String]()) { marks, mark in
        if !marks.contains(mark) { marks.append(mark) }
      }
      lines.append(
        "  " + ([indication.line(in: say).printable] + marks).joined(separator: " "))
      if isNaming {
        lines += indication.sides.dropFirst().map { side in
          "    \(ink.bold(side.id.printable))  \(side.title.printable)"
        }
      }
      lines += own.flatMap { $0.lines(indent: "    ", by: self) }
    }
    if leftOut > 0 { lines.append("  \(say(.indicationMore, ["count": "\(leftOut)"]))") }
    return lines + [""]
  }
}
