internal import PasserelleModel

/// The chart as SVG, in millimetres, for a sheet of A2 (420 by 594): longer only where its rows would be
/// too small to read.
extension WallChart {
  func svg(in say: Language) -> String {
    var drawing = SVGDrawing(chart: self, say: say)
    drawing.draw()
    return drawing.text
  }
}

private struct SVGDrawing {
  private let chart: WallChart
  private let say: Language
  private var canvas = SVGCanvas()
  private var y = 0.0
  /// The height of a row, of which the size of its letters is a part.
  private let row: Double

  /// Lengths in millimetres.
  private enum Length {
    static let sheet = (width: 420.0, height: 594.0)
    static let margin = 10.0
    static let names = 138.0
    static let apart = 26.0
    static let head = 46.0
    static let row = (least: 3.4, most: 5.4)
    /// What stands above the rows of a group, in rows.
    static let heading = 2.0
    static let foot = 4.0
  }

  init(chart: WallChart, say: Language) {
    (self.chart, self.say) = (chart, say)
    let lines = chart.groups.map { Length.heading + Double(Self.lines(of: $0)) }.reduce(0, +)
    let room =
      Length.sheet.height - Length.head - Length.margin
      - Length.foot * Double(Self.foot(of: chart, say).count + 1)
    row = min(max(room / max(1, lines), Length.row.least), Length.row.most)
  }

  /// Frameworks without a field in any column leave half of the sheet empty: two of them share a line.
  private static func isNarrow(_ group: WallChart.Group) -> Bool {
    group.rows.allSatisfy { $0.remark != nil }
  }

  private static func lines(of group: WallChart.Group) -> Int {
    isNarrow(group) ? (group.rows.count + 1) / 2 : group.rows.count
  }

  private var grid: Double { Length.margin + Length.names + Length.apart }
  private var columnWidth: Double {
    (Length.sheet.width - Length.margin - grid) / Double(max(1, chart.columns.count))
  }

  /// A size of letters that goes with the height of the rows.
  private func size(_ most: Double) -> Double { most * row / Length.row.most }

  var text: String {
    canvas.text(
      titled: title, width: Length.sheet.width,
      height: max(Length.sheet.height, y + Length.margin), restingOn: chart.trials,
      markedBy: TrialMark(say).words)
  }

  private var title: String { say(.chartTitle, ["reference": chart.reference]) }

  mutating func draw() {
    canvas.label(title, x: Length.margin, y: 20, size: 9, weight: 700)
    let count = chart.groups.map(\.rows.count).reduce(0, +)
    let nature = say(
      .chartNature, chart.stamp.merging(["count": say.number(count)]) { own, _ in own })
    // One line in every language: the longest are a quarter longer than the English.
    let room = Length.sheet.width - 2 * Length.margin
    let size = min(3.8, room / SVGCanvas.width(of: nature, size: 1))
    canvas.label(nature, x: Length.margin, y: 28, size: size)
    legend(y: 36)
    y = Length.head
    for group in chart.groups { draw(group) }
    y += Length.foot
    for line in Self.foot(of: chart, say) {
      canvas.label(line, x: Length.margin, y: y, size: 2.8, fill: "#555555")
      y += Length.foot
    }
    y -= Length.foot
  }

  /// Who published what is drawn, and how to look further.
  private static func foot(of chart: WallChart, _ say: Language) -> [String] {
    let sources =
      chart.publishers.isEmpty
      ? []
      : SVGCanvas.lines(
        of: say(.chartSources, ["publishers": chart.publishers.joined(separator: say.clauses)]),
        in: Length.sheet.width - 2 * Length.margin, size: 2.8)
    return sources + [say(.chartMade)]
  }

  private mutating func draw(_ group: WallChart.Group) {
    let isNarrow = Self.isNarrow(group)
    y += row
    let baseline = y + row * 0.7
    canvas.label(group.heading, x: Length.margin, y: baseline, size: size(4.4), weight: 700)
    if !isNarrow {
      canvas.label(
        say(.chartApart), x: grid - 2, y: baseline, size: size(2.8), anchor: "end", fill: "#555555")
      for (index, column) in chart.columns.enumerated() {
        canvas.label(
          column, x: grid + (Double(index) + 0.5) * columnWidth, y: baseline, size: size(3.8),
          weight: 700, anchor: "middle")
      }
    }
    y += row
    let lines = Self.lines(of: group)
    for line in 0..<lines {
      if line % 2 == 0 { shade() }
      let (start, end) = (Length.margin, Length.sheet.width - Length.margin)
      if isNarrow {
        let middle = Length.sheet.width / 2
        drawNarrow(group.rows[line], from: start, to: middle - 2)
        if line + lines < group.rows.count {
          drawNarrow(group.rows[line + lines], from: middle, to: end)
        }
      } else {
        draw(group.rows[line])
      }
      y += row
    }
  }

  private mutating func shade() {
    canvas.rectangle(
      x: Length.margin, y: y, width: Length.sheet.width - 2 * Length.margin, height: row,
      fill: "#f2f2ef")
  }

  /// A framework that stands in no column: what it is, and why.
  private mutating func drawNarrow(_ row: WallChart.Row, from start: Double, to end: Double) {
    let remark = row.remark ?? ""
    canvas.label(
      remark, x: end, y: baseline, size: size(2.9), anchor: "end", fill: "#555555")
    name(row, from: start, to: end - SVGCanvas.width(of: remark, size: size(2.9)) - 2)
  }

  private mutating func draw(_ row: WallChart.Row) {
    let ends = [(row.apart, "#8a3a00"), (row.open, "#777777")]
    var end = grid - 2
    for (text, fill) in ends where !text.isEmpty {
      canvas.label(text, x: end, y: baseline, size: size(2.8), anchor: "end", fill: fill)
      end -= SVGCanvas.width(of: text, size: size(2.8)) + 2
    }
    name(row, from: Length.margin, to: end)
    if let remark = row.remark {
      canvas.label(remark, x: grid + 2, y: baseline, size: size(2.9), fill: "#555555")
    }
    for (index, field) in row.fields.enumerated() where !field.codes.isEmpty {
      draw(field, column: index)
    }
  }

  private var baseline: Double { y + row * 0.7 }

  /// The countries and the title of a framework, in the room that there is.
  private mutating func name(_ row: WallChart.Row, from start: Double, to end: Double) {
    let codes = row.countries.count > 16 ? String(row.countries.prefix(14)) + "…" : row.countries
    canvas.label(codes, x: start + 1, y: baseline, size: size(3), weight: 700)
    let indent = max(9, SVGCanvas.width(of: codes, size: size(3), isBold: true) + 3)
    canvas.label(
      SVGCanvas.shortened(row.title, to: end - start - indent, size: size(3)), x: start + indent,
      y: baseline, size: size(3))
  }

  private mutating func draw(_ field: WallChart.Field, column: Int) {
    let x = grid + Double(column) * columnWidth
    canvas.rectangle(
      x: x + 0.5, y: y + 0.4, width: columnWidth - 1, height: row - 0.8,
      fill: field.isComparison ? "#ffffff" : Self.tint(column, of: chart.columns.count),
      stroke: field.isDisputed ? "#a33b00" : field.isComparison ? "#777777" : nil,
      isDashed: field.isComparison)
    let mark = (field.isDisputed ? " !" : "") + (field.isUnverified ? " ?" : "")
    canvas.label(
      WallChart.span(field.codes) + mark, x: x + columnWidth / 2, y: baseline, size: size(3),
      weight: 600, anchor: "middle")
  }

  /// What the fields look like and mean, one after the other.
  private mutating func legend(y: Double) {
    let boxes: [(key: OverviewKey, fill: String, stroke: String?)] = [
      (.legendReferenced, Self.tint(4, of: 8), nil), (.legendCompared, "#ffffff", "#777777"),
      (.legendDisputed, "#ffffff", "#a33b00"),
    ]
    var x = Length.margin
    func next(_ text: String) { x += SVGCanvas.width(of: text, size: 3.2) + 8 }
    for (key, fill, stroke) in boxes {
      canvas.rectangle(
        x: x, y: y - 3.4, width: 8, height: 4.6, fill: fill, stroke: stroke,
        isDashed: key == .legendCompared)
      x += 10
      canvas.label(say(key), x: x, y: y, size: 3.2)
      next(say(key))
    }
    canvas.label(say(.legendUnverified), x: x, y: y, size: 3.2)
    next(say(.legendUnverified))
    canvas.label(say(.legendApart), x: x, y: y, size: 3.2, fill: "#8a3a00")
  }

  /// From light to strong, and black text is legible on all of them.
  private static func tint(_ index: Int, of count: Int) -> String {
    let share = Double(index) / Double(max(1, count - 1))
    func channel(_ from: Double, _ to: Double) -> String {
      let value = Int(from + (to - from) * share)
      return (value < 16 ? "0" : "") + String(value, radix: 16)
    }
    return "#" + channel(226, 116) + channel(240, 178) + channel(246, 214)
  }
}
