package import PasserelleGraph

/// The levels of two countries beside the levels of a reference framework: what a page draws and a
/// terminal sets in columns.
package struct LadderTable: Sendable {
  /// How a level is linked to the scale.
  package enum Bond: Sendable {
    case referenced, comparedOnly, none
  }

  /// A level, in words.
  package struct Rung: Sendable {
    package var text: String
    package var bond: Bond
    /// Whether it is what the question is about.
    package var isAsked = false
  }

  /// A reference level, or why levels reach none.
  package struct Row: Sendable {
    package var level: String
    package var from: [Rung]
    package var to: [Rung]
    /// How both sides meet; `nil` if they do not.
    package var meeting: Ladder.Meeting?
  }

  package var from: String
  package var reference: String
  package var to: String
  /// Highest first.
  package var rows: [Row]
}

// MARK: - In columns

extension LadderTable {
  /// The ladder in three columns, its reference levels in the middle.
  ///
  /// A line leads from a level that is referenced to its reference level, dots from one that is only
  /// compared.
  func lines(width: Int, ink: Ink) -> [String] {
    let middle = ([reference] + rows.map(\.level)).map(\.count).max() ?? 0
    let column = max(12, (width - 2 - min(middle, 24) - 8) / 2)
    let head = Self.columns(
      [from], [reference], [to], widths: (column, min(middle, 24)), bridges: ("  ", "  "))
    return head.map { ink.bold($0) }
      + rows.flatMap { row in
        Self.columns(
          Self.cell(row.from), [row.level], Self.cell(row.to),
          widths: (column, min(middle, 24)),
          bridges: (Self.bridge(row.from), Self.bridge(row.to)))
      }
  }

  /// A line for each level that is placed; those that are not are told one after the other.
  private static func cell(_ rungs: [Rung]) -> [String] {
    let others = rungs.filter { $0.bond == .none }.map(\.text).joined(separator: " ")
    return rungs.filter { $0.bond != .none }.map(\.text) + (others.isEmpty ? [] : [others])
  }

  private static func bridge(_ rungs: [Rung]) -> String {
    if rungs.contains(where: { $0.bond == .referenced }) { return "──" }
    return rungs.contains { $0.bond == .comparedOnly } ? "··" : "  "
  }

  private static func columns(
    _ from: [String], _ level: [String], _ to: [String], widths: (side: Int, middle: Int),
    bridges: (String, String)
  ) -> [String] {
    let cells = [
      from.flatMap { folded($0, to: widths.side) }, level.flatMap { folded($0, to: widths.middle) },
      to.flatMap { folded($0, to: widths.side) },
    ]
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in
      func part(_ cell: Int) -> String { line < cells[cell].count ? cells[cell][line] : "" }
      let (left, right) = line == 0 ? bridges : ("  ", "  ")
      return [
        "  " + part(0).filled(to: widths.side), left, part(1).filled(to: widths.middle), right,
        part(2),
      ].joined(separator: " ").trimmedEnd
    }
  }

  /// A text in lines, parted between words.
  private static func folded(_ text: String, to width: Int) -> [String] {
    text.printable.split(separator: " ").reduce(into: [String]()) { lines, word in
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
  }
}

// MARK: - On a page

extension LadderTable {
  /// What draws a ladder, in logical directions only: a page may run from right to left.
  static let style = """
    .ladder{table-layout:fixed;break-inside:avoid;margin:.5rem 0 1rem}.ladder th,.ladder td{border-bottom:1px solid #ddd;
    padding:.2rem .25rem;font-weight:normal;width:auto;vertical-align:middle;overflow-wrap:anywhere}
    .ladder thead th{color:#111;font-weight:600;border-bottom:1.5px solid #111}
    .ladder td:first-child{text-align:end}.ladder td:last-child{text-align:start}
    .ladder th:first-child{text-align:end}.ladder th:last-child{text-align:start}
    .ladder th:nth-child(2){text-align:center;width:22%;color:#111}
    .ladder th[scope=row]{font-weight:600;border-inline:1px solid #bbb}
    .ladder .meets{background:#dfe9f3;print-color-adjust:exact}
    .ladder .may-meet{background:#f3f0df;print-color-adjust:exact}
    .rung{display:inline-block;border:1px solid #111;border-radius:.2rem;padding:0 .3rem;margin:.1rem 0}
    .rung.open{border-style:dashed;color:#444}.rung:has(strong){outline:2px solid #111}
    @media (max-width:35rem){.ladder{font-size:.9rem}.ladder th:nth-child(2){width:27%}}
    """

  func markup(in frame: PageFrame) -> [String] {
    func cell(_ rungs: [Rung]) -> String {
      rungs.map { rung in
        let text = rung.text.html(in: frame)
        return "<span class=\"rung\(rung.bond == .referenced ? "" : " open")\">"
          + "\(rung.isAsked ? "<strong>\(text)</strong>" : text)</span>"
      }.joined(separator: " ")
    }
    let head = [from, reference, to].map { "<th scope=\"col\">\($0.html(in: frame))</th>" }
      .joined()
    return ["<table class=\"ladder\">", "<thead><tr>\(head)</tr></thead>", "<tbody>"]
      + rows.map { row in
        let kind =
          switch row.meeting {
          case .referenced: " class=\"meets\""
          case .comparedOnly, .spanning: " class=\"may-meet\""
          case nil: ""
          }
        return "<tr\(kind)><td>\(cell(row.from))</td>"
          + "<th scope=\"row\">\(row.level.html(in: frame))</th><td>\(cell(row.to))</td></tr>"
      } + ["</tbody>", "</table>"]
  }
}

extension String {
  /// The text with spaces behind it, none if it is as wide already.
  fileprivate func filled(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
