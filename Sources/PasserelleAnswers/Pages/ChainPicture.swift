internal import PasserelleGraph
internal import PasserelleModel

/// The chains of an explanation as a picture: a lane for each, the best at the top.
package struct ChainPicture {
  private let explanation: Explanation
  private let say: Language

  /// Prepares to draw an explanation in a language.
  package init(_ answer: ExplanationAnswer, in language: Language) {
    (explanation, say) = (answer.explanation, language)
  }

  // MARK: - SVG

  /// Lengths in millimetres.
  private enum Length {
    static let margin = 8.0
    static let box = (width: 46.0, height: 11.0)
    static let gap = 40.0
    static let lane = 31.0
    static let head = 24.0
    static let line = 4.4
  }

  package var svg: String {
    var canvas = SVGCanvas()
    let longest = explanation.chains.map(\.chain.steps.count).max() ?? 1
    let width = max(
      210,
      2 * Length.margin + Double(longest + 1) * Length.box.width + Double(longest) * Length.gap)
    canvas.label(title, x: Length.margin, y: 12, size: 6, weight: 700)
    canvas.label(subtitle, x: Length.margin, y: 18, size: 3.4, fill: "#555555")
    var y = Length.head
    for (number, ranked) in explanation.chains.enumerated() {
      draw(ranked, number: number + 1, at: y, on: &canvas)
      y += Length.lane
    }
    for line in footer {
      canvas.label(line, x: Length.margin, y: y + 3, size: 3.2, fill: "#555555")
      y += Length.line
    }
    return canvas.text(titled: title, width: width, height: y + Length.margin)
  }

  private func draw(
    _ ranked: RankedChain, number: Int, at y: Double, on canvas: inout SVGCanvas
  ) {
    let conclusion = say(ranked.conclusion)
    let words =
      ranked.alternatives.isEmpty
      ? conclusion : say(.pictureDisputed, ["conclusion": conclusion])
    canvas.label(
      "\(number)  \(words)", x: Length.margin, y: y + 4, size: 4,
      weight: 700)
    let top = y + 10
    var x = Length.margin
    draw(ranked.chain.steps.first?.from, x: x, y: top, on: &canvas)
    for step in ranked.chain.steps {
      let (start, end) = (x + Length.box.width, x + Length.box.width + Length.gap)
      let middle = top + Length.box.height / 2
      canvas.arrow(
        from: step.isAgainst ? end : start, to: step.isAgainst ? start : end, y: middle,
        isDashed: step.link.evidence.grade == .unverified)
      let centre = (start + end) / 2
      canvas.label(
        step.link.link.relation.rawValue, x: centre, y: middle - 1.6, size: 3, anchor: "middle")
      let document = step.link.evidence.document
      let source = [document?.publisher ?? document?.title, document?.date?.description]
        .compactMap { $0 }.joined(separator: ", ")
      canvas.label(
        source.shortened(to: 26), x: centre, y: middle + 4, size: 2.5, anchor: "middle",
        fill: "#555555")
      x = end
      draw(step.to, x: x, y: top, on: &canvas)
    }
  }

  private func draw(_ id: Identifier?, x: Double, y: Double, on canvas: inout SVGCanvas) {
    guard let id else { return }
    canvas.rectangle(
      x: x, y: y, width: Length.box.width, height: Length.box.height, fill: "#eef4f8",
      stroke: "#55788c")
    canvas.label(
      id.description.shortened(to: 26), x: x + Length.box.width / 2,
      y: y + Length.box.height / 2 + 1.2, size: 3.4, weight: 600, anchor: "middle")
  }

  private var title: String {
    say(.pictureTitle, ["from": "\(explanation.from.id)", "to": "\(explanation.to.id)"])
  }

  private var subtitle: String {
    say(.pictureLegend, ["day": "\(explanation.comparison.day)"])
  }

  private var footer: [String] {
    var lines: [String] = []
    if explanation.chains.isEmpty { lines.append(say(.pictureNoChain)) }
    if explanation.superfluous > 0 {
      lines.append(say(.explainSuperfluous, ["count": "\(explanation.superfluous)"]))
    }
    if !explanation.isComplete { lines.append(say(.explainIncomplete)) }
    return lines + [say(.pictureMadeWith)]
  }

  // MARK: - DOT

  /// The same as a graph for Graphviz: each statement once.
  package var dot: String {
    let chains = explanation.chains.map(\.chain)
    let names = Set(chains.flatMap { $0.steps.flatMap { [$0.from, $0.to] } })
      .union([explanation.from.id, explanation.to.id])
    let links = Set(chains.flatMap(\.links)).sorted { $0.sortKey < $1.sortKey }
    let nodes = names.map(\.description).sorted().map { "  \($0.quoted);" }
    let edges = links.map { record in
      let source = record.evidence.document.map { document in
        [document.publisher ?? document.title, document.date?.description].compactMap { $0 }
          .joined(separator: ", ")
      }
      let label = [record.link.relation.rawValue, source].compactMap { $0 }
        .joined(separator: "\n")
      let style = record.evidence.grade == .unverified ? ", style=dashed" : ""
      return "  \(record.link.from.description.quoted) -> \(record.link.to.description.quoted) "
        + "[label=\(label.quoted)\(style)];"
    }
    return """
      digraph explanation {
        rankdir=LR;
        node [shape=box];
      \((nodes + edges).joined(separator: "\n"))
      }

      """
  }
}

extension String {
  /// The text, or its beginning and a sign that there is more.
  fileprivate func shortened(to count: Int) -> String {
    self.count > count ? prefix(count - 1) + "…" : self
  }

  /// The text as a quoted string of Graphviz.
  fileprivate var quoted: String {
    let escaped = replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
