internal import PasserelleModel

/// The chart as SVG, in millimetres, for a sheet of A2 (420 by 594) or longer.
extension WallChart {
  package var svg: String {
    var drawing = SVGDrawing(chart: self)
    drawing.draw()
    return drawing.text
  }
}

private struct SVGDrawing {
  private let chart: WallChart
  private var canvas = SVGCanvas()
  private var y = 0.0

  /// Lengths in millimetres.
  private enum Length {
    static let width = 420.0
    static let margin = 10.0
    static let names = 138.0
    static let apart = 26.0
    static let row = 5.4
    static let column = 30.0
  }

  init(chart: WallChart) {
    self.chart = chart
  }

  private var grid: Double { Length.margin + Length.names + Length.apart }
  private var columnWidth: Double {
    (Length.width - Length.margin - grid) / Double(max(1, chart.columns.count))
  }

  var text: String {
    canvas.text(titled: title, width: Length.width, height: max(594, y + Length.margin))
  }

  private var name: String { chart.reference.aliases.first ?? chart.reference.name.description }

  private var title: String {
    "Qualifications frameworks against the levels of the \(name)"
  }

  mutating func draw() {
    canvas.label(title, x: Length.margin, y: 20, size: 9, weight: 700)
    canvas.label(
      "\(chart.groups.map(\.rows.count).reduce(0, +)) frameworks. A field holds the national levels "
        + "that reach a reference level, by best fit. To share a column is no equivalence.",
      x: Length.margin, y: 28, size: 3.8)
    legend(y: 36)
    y = 46
    for group in chart.groups { draw(group) }
    y += 8
    if !chart.publishers.isEmpty {
      canvas.label(
        "Sources: " + chart.publishers.joined(separator: "; "), x: Length.margin, y: y, size: 2.8,
        fill: "#555555")
    }
    canvas.label(
      "Made with passerelle export --to svg. 'passerelle show' names the source of every field.",
      x: Length.margin, y: y + 4, size: 2.8, fill: "#555555")
    y += 4
  }

  private mutating func draw(_ group: WallChart.Group) {
    y += 5
    canvas.label(group.heading, x: Length.margin, y: y + 4, size: 4.4, weight: 700)
    if group.rows.contains(where: { $0.remark == nil }) {
      canvas.label("none, below", x: grid - 2, y: y + 4, size: 2.8, anchor: "end", fill: "#555555")
      for (index, column) in chart.columns.enumerated() {
        canvas.label(
          "\(name) \(column)", x: grid + (Double(index) + 0.5) * columnWidth, y: y + 4, size: 3.8,
          weight: 700, anchor: "middle")
      }
    }
    y += 6
    for (index, row) in group.rows.enumerated() { draw(row, isShaded: index % 2 == 0) }
  }

  private mutating func draw(_ row: WallChart.Row, isShaded: Bool) {
    if isShaded {
      canvas.rectangle(
        x: Length.margin, y: y, width: Length.width - 2 * Length.margin, height: Length.row,
        fill: "#f2f2ef")
    }
    let baseline = y + Length.row * 0.7
    let codes = row.countries.count > 16 ? String(row.countries.prefix(14)) + "…" : row.countries
    canvas.label(codes, x: Length.margin + 1, y: baseline, size: 3, weight: 700)
    let indent = max(9, Double(codes.count) * 2.05 + 3)
    let room = Int((Length.names - indent) / 1.52)
    let title = row.title.count > room ? String(row.title.prefix(room - 1)) + "…" : row.title
    canvas.label(title, x: Length.margin + indent, y: baseline, size: 3)
    canvas.label(row.apart, x: grid - 2, y: baseline, size: 2.8, anchor: "end", fill: "#8a3a00")
    let open = row.open.isEmpty ? "" : "\(row.open) not seen"
    canvas.label(
      open, x: grid - (row.apart.isEmpty ? 2 : 20), y: baseline, size: 2.8, anchor: "end",
      fill: "#777777")
    if let remark = row.remark {
      canvas.label(remark, x: grid + 2, y: baseline, size: 2.9, fill: "#555555")
    }
    for (index, field) in row.fields.enumerated() where !field.codes.isEmpty {
      draw(field, column: index)
    }
    y += Length.row
  }

  private mutating func draw(_ field: WallChart.Field, column: Int) {
    let x = grid + Double(column) * columnWidth
    canvas.rectangle(
      x: x + 0.5, y: y + 0.4, width: columnWidth - 1, height: Length.row - 0.8,
      fill: field.isComparison ? "#ffffff" : Self.tint(column, of: chart.columns.count),
      stroke: field.isDisputed ? "#a33b00" : field.isComparison ? "#777777" : nil,
      isDashed: field.isComparison)
    let mark = (field.isDisputed ? " !" : "") + (field.isUnverified ? " ?" : "")
    canvas.label(
      WallChart.span(field.codes) + mark, x: x + columnWidth / 2, y: y + Length.row * 0.68, size: 3,
      weight: 600, anchor: "middle")
  }

  private mutating func legend(y: Double) {
    var x = Length.margin
    func next(_ width: Double) { x += width }
    canvas.rectangle(x: x, y: y - 3.4, width: 8, height: 4.6, fill: Self.tint(4, of: 8))
    canvas.label("referenced", x: x + 10, y: y, size: 3.2)
    next(34)
    canvas.rectangle(
      x: x, y: y - 3.4, width: 8, height: 4.6, fill: "#ffffff", stroke: "#777777", isDashed: true)
    canvas.label("compared, without commitment", x: x + 10, y: y, size: 3.2)
    next(64)
    canvas.rectangle(x: x, y: y - 3.4, width: 8, height: 4.6, fill: "#ffffff", stroke: "#a33b00")
    canvas.label("! sources disagree", x: x + 10, y: y, size: 3.2)
    next(46)
    canvas.label("? not verified", x: x, y: y, size: 3.2)
    next(30)
    canvas.label(
      "none, below: the source says that there is no reference level", x: x, y: y, size: 3.2,
      fill: "#8a3a00")
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
