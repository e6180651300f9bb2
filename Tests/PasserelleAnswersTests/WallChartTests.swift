import PasserelleModel
import Testing

@testable import PasserelleAnswers

/// How a wall chart uses its sheet.
struct WallChartTests {
  private static func chart(placed: Int, apart: Int) -> WallChart {
    func row(_ remark: String?) -> WallChart.Row {
      WallChart.Row(
        countries: "GB-ENG GB-NIR", title: String(repeating: "A very long title ", count: 9),
        fields: [.init(codes: remark == nil ? ["1"] : [])], apart: "Entry 1 · Entry 2", open: "",
        remark: remark)
    }
    return WallChart(
      reference: "EQF", stamp: ["day": "29 November 2026", "library": "0123"], columns: ["EQF 1"],
      groups: [
        .init(heading: "Referenced", rows: Array(repeating: row(nil), count: placed)),
        .init(heading: "Not linked", rows: Array(repeating: row("8 levels"), count: apart)),
      ], publishers: Array(repeating: "An authority with a long name", count: 30))
  }

  @Test func aHundredAndFiftyFrameworksFitOnASheetOfA2() {
    #expect(Self.chart(placed: 75, apart: 75).svg(in: .none).contains("height=\"594mm\""))
  }

  @Test func moreThanCanBeReadThereMakeTheSheetLonger() {
    #expect(!Self.chart(placed: 200, apart: 0).svg(in: .none).contains("height=\"594mm\""))
  }

  @Test func aLineOfArabicBeginsAtItsRight() {
    var canvas = SVGCanvas()
    canvas.label("مستويات EQF", x: 0, y: 0, size: 3)
    canvas.label("EQF 6", x: 0, y: 0, size: 3)
    let svg = canvas.text(titled: "", width: 1, height: 1)

    #expect(svg.contains(">&#x2068;مستويات EQF&#x2069;</text>"))
    #expect(svg.contains(">EQF 6</text>"))
  }

  /// The title of a row ends before what stands at the right of it begins.
  @Test func aTitleLeavesRoomForTheLevelsBelowTheScale() throws {
    let svg = Self.chart(placed: 1, apart: 0).svg(in: .none)
    let title = try #require(
      svg.firstMatch(of: /x="([0-9.]+)" y="[0-9.]+" font-size="3" fill="#1a1a1a">(A very[^<]*)</))
    let start = try #require(Double(title.output.1))
    let end = start + SVGCanvas.width(of: String(title.output.2), size: 3)

    #expect(end < 172 - SVGCanvas.width(of: "Entry 1 · Entry 2", size: 2.8))
  }
}
