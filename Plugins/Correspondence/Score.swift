import PasserelleKit

/// A column of numbers that say how much the rows mean, such as how important a skill is.
///
/// Passerelle does not calculate with them: a score and its scale become a note on the link.
struct Score {
  private let column: Table.Column
  /// What the numbers are on: `importance, 1 to 5`.
  private let scale: String

  init?(_ node: SourceNode?, of table: Table, graph: GraphWriter) throws(Diagnostic) {
    guard let node else { return nil }
    guard node.kind == .mapping else {
      column = try table.column(namedBy: node)
      scale = table.header[column.index]
      return
    }
    try node.checkKeys(["column", "scale"], to: graph)
    column = try table.column(namedBy: try node.require("column"))
    scale = try node.require("scale").scalar()
  }

  func note(of row: TableRow) -> String? {
    row.text(column).map { "\(scale): \($0)" }
  }
}
