internal import PasserelleGraph

/// An atlas as a matrix in SVG, in millimetres, for an upright sheet of A3 (297 by 420), and as a page
/// with it.
///
/// Each kind of link has a shape of its own: colour is never the only mark. Letters are at least 5 points
/// high; the sheet grows only where there are more frameworks than it has room for at that size.
package struct AtlasPicture {
  private let atlas: AtlasAnswer
  private let say: Language

  package init(_ atlas: AtlasAnswer, in language: Language) {
    (self.atlas, say) = (atlas, language)
  }

  /// Lengths in millimetres.
  private enum Length {
    static let sheet = (width: 297.0, height: 420.0)
    static let margin = 10.0
    static let names = 24.0
    static let legend = 5.2
    static let square = (least: 1.9, most: 9.0)
    /// Five points.
    static let leastLetter = 1.77
  }

  private var square: Double {
    let room = Length.sheet.width - 2 * Length.margin - Length.names
    return min(
      max(room / Double(max(1, atlas.frameworks.count)), Length.square.least), Length.square.most)
  }
  private var letter: Double { max(Length.leastLetter, min(square * 0.86, 3)) }
  private var grid: Double { square * Double(atlas.frameworks.count) }

  package var svg: String {
    var canvas = SVGCanvas()
    canvas.define(Reach.allCases.map { ($0.rawValue, $0.shape) } + [("old", Reach.oldShape)])
    let width = max(Length.sheet.width, 2 * Length.margin + Length.names + grid)
    var y = drawHead(on: &canvas)
    let left = Length.margin + Length.names
    y += Length.names
    for (index, row) in atlas.frameworks.enumerated() {
      let offset = Double(index) * square
      if index % 5 == 0 {
        canvas.rectangle(
          x: Length.margin, y: y + offset, width: Length.names + grid, height: square,
          fill: "#eeeeea")
      }
      let middle = offset + (square + letter * 0.7) / 2
      canvas.label(row.id, x: left - 1, y: y + middle, size: letter, anchor: "end")
      canvas.uprightLabel(row.id, x: left + middle, y: y - 1, size: letter)
    }
    canvas.stamp(stamps, x: left, y: y, square: square)
    y += grid + 6
    for line in SVGCanvas.lines(of: say(.atlasMadeWith), in: width - 2 * Length.margin, size: 2.8) {
      canvas.label(line, x: Length.margin, y: y, size: 2.8, fill: "#555555")
      y += 4
    }
    return canvas.text(
      titled: say(.atlasTitle), width: width, height: max(Length.sheet.height, y + Length.margin),
      markedBy: TrialMark(say).words)
  }

  /// The title, what the sheet shows, and what each shape means.
  ///
  /// - Returns: Where the matrix begins.
  private func drawHead(on canvas: inout SVGCanvas) -> Double {
    canvas.label(say(.atlasTitle), x: Length.margin, y: 18, size: 7, weight: 700)
    canvas.label(say(.atlasHead, atlas.facts(in: say)), x: Length.margin, y: 25, size: 3.4)
    var y = 33.0
    let lines =
      Reach.allCases.map { ([$0.rawValue], say($0)) } + [(["chained", "old"], say(.atlasOld))]
    for (shapes, words) in lines {
      canvas.rectangle(
        x: Length.margin, y: y - 3.2, width: 4, height: 4, fill: "#ffffff", stroke: "#aaaaaa")
      canvas.stamp(
        shapes.map { ($0, 0, 0) }, x: Length.margin, y: y - 3.2, square: 4)
      canvas.label(words, x: Length.margin + 6, y: y, size: 3.2)
      y += Length.legend
    }
    canvas.label(say(.atlasRead), x: Length.margin, y: y + 1, size: 3.2, weight: 700)
    return y + 3
  }

  private var stamps: [(name: String, column: Int, row: Int)] {
    let others = max(1, atlas.frameworks.count - 1)
    return atlas.cells.enumerated().flatMap { index, cell in
      let (row, place) = (index / others, index % others)
      let column = place < row ? place : place + 1
      let shape = cell.kind == .none ? [] : [(cell.reach, column, row)]
      return shape + (cell.old ? [("old", column, row)] : [])
    }
  }

  /// The matrix, how many others each framework is linked to, and the sources, as a page that needs
  /// nothing else.
  package var html: String {
    TrialMark(say).page(SheetPage(AtlasWriter(atlas, in: say.writing(.page)).sheet).text)
  }
}

extension Reach {
  /// What stands for it in the matrix, in a square of 10 by 10.
  fileprivate var shape: String {
    switch self {
    case .direct: "<rect width=\"10\" height=\"10\" fill=\"#0b2a4a\"/>"
    case .chained: "<path d=\"M1 2.2h8v2.2h-8zM1 5.6h8v2.2h-8z\" fill=\"#3f7fb5\"/>"
    case .unsettled:
      "<path d=\"M5 1L9 5L5 9L1 5Z\" fill=\"none\" stroke=\"#7a1fa0\" stroke-width=\"1.4\"/>"
    case .indication: "<circle cx=\"5\" cy=\"5\" r=\"2.1\" fill=\"#b35a00\"/>"
    case .wholes:
      "<circle cx=\"5\" cy=\"5\" r=\"2.8\" fill=\"none\" stroke=\"#4d4d4d\" stroke-width=\"1.1\"/>"
    case .stale:
      "<path d=\"M2 2L8 8M8 2L2 8\" fill=\"none\" stroke=\"#a01020\" stroke-width=\"1.4\"/>"
    case .none: ""
    }
  }

  /// What is stamped upon it where one side has nothing newer.
  fileprivate static let oldShape = "<path d=\"M10 0V4.2L5.8 0Z\" fill=\"#1a1a1a\"/>"
}
