internal import PasserelleGraph
internal import PasserelleModel

/// The chains of an explanation as a picture for a sheet of A4: a lane for each, the best at the top.
package struct ChainPicture {
  private let explanation: Explanation
  private let finding: Phrase
  private let titles: [Identifier: String]
  private let say: Language

  /// Prepares to draw an explanation in a language.
  package init(_ answer: ExplanationAnswer, in language: Language) {
    (explanation, say) = (answer.explanation, language.writing(.page))
    finding = answer.comparison.summary
    titles = Dictionary(
      [explanation.from, explanation.to].map { ($0.id, $0.concept.fullTitle) },
      uniquingKeysWith: { first, _ in first })
  }

  // MARK: - SVG

  /// Lengths in millimetres.
  private enum Length {
    static let margin = 8.0
    static let box = (width: 46.0, height: 12.0)
    /// An arrow, with the name of the relation above it.
    static let gap = (least: 28.0, most: 40.0)
    static let heading = 10.0
    static let row = 17.0
    static let lane = 6.0
    static let head = 30.0
    static let line = 4.4
    static let portrait = 210.0
    static let landscape = 297.0
  }

  /// How many steps stand in a row: what is longer goes on in the next.
  private var stepsInRow: Int {
    let longest = explanation.chains.map(\.chain.steps.count).max() ?? 1
    return longest > 2 ? min(longest, 3) : 2
  }

  private var width: Double { stepsInRow > 2 ? Length.landscape : Length.portrait }

  private var gap: Double {
    let boxes = Double(stepsInRow + 1) * Length.box.width
    let room = (width - 2 * Length.margin - boxes) / Double(stepsInRow)
    return min(max(room, Length.gap.least), Length.gap.most)
  }

  package var svg: String {
    var canvas = SVGCanvas()
    canvas.label(title, x: Length.margin, y: 12, size: 6, weight: 700)
    var y = 19.0
    for line in lines(of: say(finding), size: 4.2) {
      canvas.label(line, x: Length.margin, y: y, size: 4.2, weight: 600)
      y += 5
    }
    canvas.label(subtitle, x: Length.margin, y: y, size: 3.2, fill: "#555555")
    y = max(Length.head, y + 5)
    for (number, ranked) in explanation.chains.enumerated() {
      y = draw(ranked, number: number + 1, at: y, on: &canvas)
    }
    for line in footer.flatMap({ lines(of: $0, size: 3.2) }) {
      canvas.label(line, x: Length.margin, y: y + 3, size: 3.2, fill: "#555555")
      y += Length.line
    }
    return canvas.text(
      titled: title, width: width, height: y + Length.margin, markedBy: TrialMark(say).words)
  }

  private func lines(of text: String, size: Double) -> [String] {
    SVGCanvas.lines(of: text, in: width - 2 * Length.margin, size: size)
  }

  /// Draws a chain, and says where the next one begins.
  private func draw(
    _ ranked: RankedChain, number: Int, at y: Double, on canvas: inout SVGCanvas
  ) -> Double {
    let conclusion = say(ranked.conclusion)
    let words =
      ranked.alternatives.isEmpty
      ? conclusion : say(.pictureDisputed, ["conclusion": conclusion])
    canvas.label("\(number)  \(words)", x: Length.margin, y: y + 4, size: 4, weight: 700)
    var top = y + Length.heading
    for (index, step) in ranked.chain.steps.enumerated() {
      let place = index % stepsInRow
      if place == 0 {
        top += index == 0 ? 0 : Length.row
        draw(step.from, x: Length.margin, y: top, isAgain: index > 0, on: &canvas)
      }
      let x = Length.margin + Double(place) * (Length.box.width + gap) + Length.box.width
      draw(step, from: x, y: top, on: &canvas)
      draw(step.to, x: x + gap, y: top, isAgain: false, on: &canvas)
    }
    return top + Length.row + Length.lane
  }

  private func draw(
    _ step: Chain.Step, from start: Double, y: Double, on canvas: inout SVGCanvas
  ) {
    let (end, middle, centre) = (start + gap, y + Length.box.height / 2, start + gap / 2)
    canvas.arrow(
      from: step.isAgainst ? end : start, to: step.isAgainst ? start : end, y: middle,
      isDashed: step.link.evidence.grade == .unverified)
    canvas.label(
      SVGCanvas.shortened(say.name(of: step.link.link.relation), to: gap - 2, size: 2.8), x: centre,
      y: middle - 1.6, size: 2.8, anchor: "middle")
    let document = step.link.evidence.document
    let sources = [
      document?.publisher ?? document?.title, document?.date.map { say.date($0) },
    ]
    for (index, source) in sources.compactMap({ $0 }).enumerated() {
      canvas.label(
        SVGCanvas.shortened(source, to: gap - 2, size: 2.4), x: centre,
        y: middle + 3.4 + 3 * Double(index), size: 2.4, anchor: "middle", fill: "#555555")
    }
  }

  /// Draws a concept: its name, and its title where the explanation has it.
  private func draw(
    _ id: Identifier, x: Double, y: Double, isAgain: Bool, on canvas: inout SVGCanvas
  ) {
    canvas.rectangle(
      x: x, y: y, width: Length.box.width, height: Length.box.height,
      fill: isAgain ? "#ffffff" : "#eef4f8", stroke: "#55788c", isDashed: isAgain)
    let (centre, room) = (x + Length.box.width / 2, Length.box.width - 3)
    let title = titles[id] ?? ""
    canvas.label(
      SVGCanvas.shortened(id.description, to: room, size: 3.4), x: centre,
      y: y + (title.isEmpty ? 7.2 : 5.2), size: 3.2, weight: 600, anchor: "middle")
    canvas.label(
      SVGCanvas.shortened(title, to: room, size: 2.6), x: centre, y: y + 9.4, size: 2.6,
      anchor: "middle")
  }

  private var title: String {
    say(.pictureTitle, ["from": "\(explanation.from.id)", "to": "\(explanation.to.id)"])
  }

  private var subtitle: String {
    say(.pictureLegend, ["day": say.date(explanation.comparison.day)])
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
      let label = [say.name(of: record.link.relation), source].compactMap { $0 }
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
  /// The text as a quoted string of Graphviz.
  fileprivate var quoted: String {
    let escaped = replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
      .replacing("\n", with: "\\n")
    return "\"\(escaped)\""
  }
}
