public import PasserelleModel

/// A column of codes, watched for what is not part of a code: white space, marks of footnotes, and
/// what a spreadsheet has made of codes that it took for numbers or dates.
public struct CodeColumn: Sendable {
  private let marks: FootnoteMarks
  private var corrected = Tally(of: "corrected", as: .mended)
  private var traces: [SpreadsheetTrace: (code: String, position: SourcePosition, count: Int)] = [:]
  private var marked: (code: String, position: SourcePosition, count: Int)?
  private var count = 0
  /// Where the codes are of digits alone, and nothing says how many these are.
  private var digits: DigitCodes?
  private var places: [Int: SourcePosition] = [:]

  /// Creates a column.
  ///
  /// - Parameters:
  ///   - marks: The marks of footnotes that stand beside its codes.
  ///   - hasLengths: Whether it is known how long its codes are, so that nothing need be guessed.
  public init(marks: FootnoteMarks, hasLengths: Bool = false) {
    self.marks = marks
    digits = hasLengths ? nil : DigitCodes()
  }

  /// Returns the code in a field without the marks beside it, and what these mean.
  public mutating func code(
    _ text: String, in row: TableRow, _ column: Table.Column
  ) -> (code: String, meaning: LocalizedText) {
    if row.hasStraySpace(column) {
      corrected.count(TableRow.straySpace, at: row.position(column))
    }
    let (code, meaning) = marks.taken(off: text)
    if code != text {
      corrected.count("a code with a mark of a footnote", at: row.position(column))
    }
    count += 1
    digits?.see(code)
    if places[code.utf8.count] == nil { places[code.utf8.count] = row.position(column) }
    if let trace = SpreadsheetTrace(in: code) {
      let first = traces[trace]
      traces[trace] = (
        first?.code ?? code, first?.position ?? row.position(column), (first?.count ?? 0) + 1
      )
    } else if code.seemsMarked {
      marked = (
        marked?.code ?? code, marked?.position ?? row.position(column), (marked?.count ?? 0) + 1
      )
    }
    return (code, meaning)
  }

  /// Says what was corrected, and what a spreadsheet has done to the codes.
  ///
  /// - Parameters:
  ///   - graph: Where it is reported.
  ///   - other: Another column of the same table, whose corrections are counted with those of this one.
  public func report(to graph: GraphWriter, with other: CodeColumn? = nil) {
    var corrected = corrected
    if let other { corrected.add(other.corrected) }
    corrected.report(to: graph)
    reportTraces(to: graph)
    other?.reportTraces(to: graph)
  }

  private func reportTraces(to graph: GraphWriter) {
    for (trace, found) in traces.sorted(by: { $0.value.position.line < $1.value.position.line }) {
      if let what = damage(trace, found.code, found.count) {
        graph.report(
          .error(.spreadsheet, at: found.position, what, hint: Self.repair))
      }
    }
    if let (code, count, length) = digits?.short, let place = places[length - 1] {
      graph.report(
        .warning(
          .spreadsheet, at: place,
          "\(count == 1 ? "a code has" : "\(count) codes have") \(length - 1) digits, such as '\(code)', "
            + "and all others \(length): a spreadsheet may have taken a zero in front",
          hint: Self.repair))
    }
    guard let marked else { return }
    graph.report(
      .warning(
        .footnoteMark, at: marked.position,
        "\(marked.count == 1 ? "a code ends" : "\(marked.count) codes end") like a mark of a footnote: "
          + "'\(marked.code.prefix(60).printable)'",
        hint: "if it is one, list it under 'marks', and it is not read as part of the code"))
  }

  /// What to do about what a spreadsheet has done.
  static let repair =
    "format the column as text before the codes are entered, or use the publisher's own file"

  private func damage(_ trace: SpreadsheetTrace, _ code: String, _ times: Int) -> String? {
    let more = times == 1 ? "" : " (\(times) codes are)"
    switch trace {
    case .namedDay:
      return "'\(code.printable)' is a date that a spreadsheet has made of a code\(more)"
    case .date:
      // Codes may have this form; then all of them do.
      return times == count
        ? nil : "'\(code.printable)' is a date that a spreadsheet has made of a code\(more)"
    case .exponent:
      return "'\(code.printable)' is a number that a spreadsheet has made of a code\(more)"
    case .decimal:
      // A code may well end in '.0' where others do not; '1.0' alone proves nothing.
      guard times == count, times > 1 || code.utf8.count > 3 else { return nil }
      return "the codes were saved as decimal numbers: '\(code)' is '\(code.dropLast(2))'"
    }
  }
}

extension String {
  /// Whether it ends like a mark of a footnote: `2*`, `2(2)`, `2²`.
  fileprivate var seemsMarked: Bool {
    guard let last = unicodeScalars.last else { return false }
    if "*†‡§¹²³⁴⁵⁶⁷⁸⁹⁰".unicodeScalars.contains(last) { return utf8.count > 1 }
    guard last == ")", let open = lastIndex(of: "("), open > startIndex else { return false }
    return distance(from: open, to: endIndex) <= 4
  }
}
