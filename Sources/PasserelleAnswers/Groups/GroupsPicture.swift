internal import PasserelleModel

/// Draws the groups of a column as bars: a row for each group, a column for each thing.
///
/// The picture is as wide as the text on A4. What it shows is in the table under it, too.
struct GroupsPicture {
  let column: GroupsAnswer.Column
  let answer: GroupsAnswer
  let say: Language

  private static let (width, names, row, head) = (178.0, 38.0, 9.0, 11.0)
  private static let bar = 24.0

  /// The picture as an element of SVG.
  var svg: String {
    var canvas = SVGCanvas()
    let step = (Self.width - Self.names) / Double(KnownThing.allCases.count)
    for (index, thing) in KnownThing.allCases.enumerated() {
      let x = Self.names + Double(index) * step
      let lines = SVGCanvas.lines(of: say(thing), in: step - 2, size: 3).prefix(3)
      for (line, text) in lines.enumerated() {
        canvas.label(
          SVGCanvas.shortened(text, to: step - 1, size: 3), x: x, y: 3 + Double(line) * 3.5,
          size: 3, weight: 600)
      }
    }
    let all = (say(.groupsAll), answer.all)
    let rows = [all] + column.groups.map { ($0.name(in: say), $0.shares) }
    for (index, (name, shares)) in rows.enumerated() {
      let y = Self.head + Double(index) * Self.row
      canvas.label(
        SVGCanvas.shortened(name.printable, to: Self.names - 3, size: 3.2), x: 0, y: y + 6.4,
        size: 3.2, weight: index == 0 ? 600 : 400)
      for (place, share) in shares.enumerated() {
        draw(share, on: &canvas, x: Self.names + Double(place) * step, y: y)
      }
    }
    return canvas.text(
      titled: say(.groupsBy, ["column": column.column]), width: Self.width,
      height: Self.head + Double(rows.count) * Self.row + 1)
  }

  /// A bar on its full length, with its share and count above it; what is hidden has a broken line.
  private func draw(
    _ share: GroupsAnswer.Share, on canvas: inout SVGCanvas, x: Double, y: Double
  ) {
    guard let count = share.count, let percent = share.percent else {
      canvas.label(say(.groupsHidden), x: x, y: y + 3.4, size: 2.8, fill: "#555555")
      canvas.rectangle(
        x: x, y: y + 4.4, width: Self.bar, height: 2.6, fill: "#ffffff", stroke: "#777777",
        isDashed: true)
      return
    }
    let words = say(.groupsBar, ["percent": "\(percent)", "count": "\(count)"])
    canvas.label(words, x: x, y: y + 3.4, size: 2.8)
    canvas.rectangle(
      x: x, y: y + 4.4, width: Self.bar, height: 2.6, fill: "#f2f2f2", stroke: "#999999")
    guard count > 0 else { return }
    canvas.rectangle(
      x: x, y: y + 4.4, width: max(0.3, Self.bar * Double(min(100, percent)) / 100), height: 2.6,
      fill: share.thing == .nothing ? "#a33b00" : "#0b4a8f")
  }
}
