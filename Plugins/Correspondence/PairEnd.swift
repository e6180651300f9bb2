import PasserelleKit

/// One end of a pair: a code of one side, an address, or both.
struct PairEnd {
  let id: Identifier
  /// The address, where the table gives one.
  let uri: String?
  /// What the marks beside the code mean.
  let meaning: LocalizedText
}

/// One side of a table, as its rows are read.
struct SideReader {
  private let side: CorrespondenceColumns.Side
  private var codes: CodeColumn
  /// What was read otherwise than it stands there.
  private var mended = Tally(of: "corrected", as: .mended)

  init(_ side: CorrespondenceColumns.Side, marks: FootnoteMarks) {
    self.side = side
    codes = CodeColumn(marks: marks)
  }

  /// The value that the table writes for "no code", where the row has it.
  func emptyValue(in row: TableRow, _ empty: Set<String>) -> (text: String, at: SourcePosition)? {
    for column in [side.code, side.uri].compactMap(\.self) {
      guard let text = row.text(column) else { continue }
      return empty.contains(text) ? (text, row.position(column)) : nil
    }
    return nil
  }

  mutating func end(in row: TableRow) throws(Diagnostic) -> PairEnd {
    let uri = row.text(side.uri)
    guard let column = side.code, let text = row.text(column) else {
      return PairEnd(
        id: try identifier(ofAddress: uri, in: row), uri: uri, meaning: LocalizedText())
    }
    let (own, meaning) = codes.code(text, in: row, column)
    let name = whole(own, at: row.position(column))
    guard let code = Code(name) else {
      throw .error(
        Code.diagnosticID, at: row.position(column),
        "'\(name.prefix(60).printable)' is not \(Code.expectation)", hint: Code.hint)
    }
    return PairEnd(id: Identifier(side.framework, code), uri: uri, meaning: meaning)
  }

  /// The code with the zeros that it has lost.
  private mutating func whole(_ code: String, at position: SourcePosition) -> String {
    guard let digits = side.digits, code.utf8.count < digits,
      code.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return code }
    mended.count("a code of '\(side.framework)' that lacks zeros, which were added", at: position)
    return String(repeating: "0", count: digits - code.utf8.count) + code
  }

  /// Says what is to be said of the codes of both sides.
  func report(with other: SideReader, to graph: GraphWriter) {
    codes.report(to: graph, with: other.codes)
    mended.report(to: graph)
    other.mended.report(to: graph)
  }

  private func identifier(
    ofAddress address: String?, in row: TableRow
  ) throws(Diagnostic) -> Identifier {
    guard let text = address, let column = side.uri else {
      let column = side.code ?? side.uri
      throw .error(
        Code.diagnosticID, at: column.map { row.position($0) } ?? row.position,
        "the row has no code of '\(side.framework)'",
        hint: "pass such rows over: 'except: {\(side.name): \"\"}'")
    }
    guard let code = Code.ofAddress(text) else {
      throw .error(
        .badURL, at: row.position(column), "'\(text.prefix(60).printable)' is not an address",
        hint: "an address begins with 'https://', 'http://' or 'urn:'")
    }
    return Identifier(side.framework, code)
  }
}
