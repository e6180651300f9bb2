internal import GRDB
internal import PasserelleModel

extension ImportTransaction {
  /// What open publications name and is not known here, counted by the framework that it belongs to.
  ///
  /// Their links are kept: the other end may be imported later, and what a register says is not lost.
  func openEnds() throws -> [Diagnostic] {
    try nodes.undescribed.sorted { $0.framework < $1.framework }.compactMap {
      framework, named in
      let nodes = try meaningless(named)
      guard !nodes.isEmpty else { return nil }
      let isKnown = try isPublished(framework)
      let missing = isKnown ? try nodes.filter { try !isDescribed($0) } : nodes
      guard let row = try missing.first.flatMap({ try links(at: $0).first }), row["is_open"] else {
        return nil
      }
      let hint = isKnown ? try spreadsheetHint(for: missing, of: framework) : nil
      return try openEnd(row, count: missing.count, isKnown: isKnown, hint: hint)
    }
  }

  private func openEnd(
    _ row: StoredRow, count: Int, isKnown: Bool, hint: String?
  ) throws -> Diagnostic {
    let place = SourcePosition(file: row["file"], line: row["line"], column: row["column"])
    let (framework, code): (String, String) = (row["framework"], row["code"])
    guard isKnown else {
      return .warning(
        .unknownFramework, at: place,
        "\(count) \(count == 1 ? "concept" : "concepts") of '\(framework)' "
          + "\(count == 1 ? "is" : "are") linked to, but '\(framework)' is not in the library; "
          + "the links are kept",
        hint: try self.hint(forUnknown: framework, orElse: "import it to connect them"))
    }
    return .warning(
      .unknownCode, at: place,
      "'\(framework)' has no '\(code)'"
        + (count == 1 ? "" : ", nor \(count - 1) more that are linked to")
        + "; the links are kept as stated",
      hint: hint ?? "'list \(framework)' shows what it has")
  }
}
