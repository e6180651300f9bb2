internal import PasserelleModel

/// A sheet that is drawn on in millimetres, and written as SVG.
struct SVGCanvas {
  private var elements: [String] = []

  /// The whole drawing, on white.
  ///
  /// - Parameters:
  ///   - title: What it is called.
  ///   - width: How wide it is.
  ///   - height: How high it is, without the mark.
  ///   - names: The names of trials that it rests on, beside those that are written on it.
  ///   - words: How trials are marked, in a band above the drawing.
  /// - Returns: The text of the file.
  func text(
    titled title: String, width: Double, height: Double, restingOn names: [String] = [],
    markedBy words: ([String]) -> String? = { _ in nil }
  ) -> String {
    let trials = Set(names + Trial.names(in: elements.joined(separator: "\n"))).sorted()
    let mark = words(trials)
    let band = mark.map { Self.band($0, width: width) }
    let top = band?.height ?? 0
    let (width, height) = (Self.number(width), Self.number(height + top))
    return """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)mm" height="\(height)mm" \
      viewBox="0 \(Self.number(-top)) \(width) \(height)" font-family="'Noto Sans', 'DejaVu Sans', \
      Arial, sans-serif">
      <title>\(title.svgText)</title>
      <rect\(top > 0 ? " y=\"\(Self.number(-top))\"" : "") width="\(width)" height="\(height)" fill="#ffffff"/>
      \(((band?.elements ?? []) + elements).joined(separator: "\n"))
      </svg>

      """
  }

  /// A band above the drawing that says that it is a trial, in as many lines as that takes.
  private static func band(_ words: String, width: Double) -> (elements: [String], height: Double) {
    let lines = lines(of: words, in: width - 8, size: 4)
    let height = Double(lines.count) * 5 + 5
    var band = SVGCanvas()
    band.rectangle(
      x: 1, y: 1 - height, width: width - 2, height: height - 2, fill: "#ffffff", stroke: "#a33b00",
      isDashed: true)
    for (index, line) in lines.enumerated() {
      band.label(
        line, x: 4, y: 6 - height + Double(index) * 5, size: 4, weight: 700, fill: "#a33b00")
    }
    return (band.elements, height)
  }

  mutating func label(
    _ text: String, x: Double, y: Double, size: Double, weight: Int = 400, anchor: String = "start",
    fill: String = "#1a1a1a"
  ) {
    guard !text.isEmpty else { return }
    // A picture reads from left to right; a line of Arabic in it begins at its right.
    let hasOwnDirection = text.unicodeScalars.contains(where: \.isRightToLeft)
    let words = hasOwnDirection ? "&#x2068;\(text.svgText)&#x2069;" : text.svgText
    elements.append(
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" font-size=\"\(Self.number(size))\""
        + (weight == 400 ? "" : " font-weight=\"\(weight)\"")
        + (anchor == "start" ? "" : " text-anchor=\"\(anchor)\"")
        + " fill=\"\(fill)\">\(words)</text>")
  }

  /// A label that is read from bottom to top.
  mutating func uprightLabel(_ text: String, x: Double, y: Double, size: Double) {
    elements.append(
      "<text transform=\"translate(\(Self.number(x)) \(Self.number(y))) rotate(-90)\" "
        + "font-size=\"\(Self.number(size))\" fill=\"#1a1a1a\">\(text.markupEscaped)</text>")
  }

  /// Defines shapes, each in a square of 10 by 10, to be stamped by their names.
  mutating func define(_ shapes: [(name: String, shape: String)]) {
    let symbols = shapes.map { "<g id=\"\($0.name)\">\($0.shape)</g>" }
    elements.append("<defs>\(symbols.joined())</defs>")
  }

  /// Stamps shapes on a grid of squares.
  ///
  /// - Parameters:
  ///   - stamps: The names of the shapes, and their columns and rows.
  ///   - x: The left of the grid.
  ///   - y: The top of the grid.
  ///   - square: How wide a square is.
  mutating func stamp(
    _ stamps: [(name: String, column: Int, row: Int)], x: Double, y: Double, square: Double
  ) {
    let scale = "translate(\(Self.number(x)) \(Self.number(y))) scale(\(square / 10))"
    elements.append(
      "<g transform=\"\(scale)\">"
        + stamps.map { name, column, row in
          "<use href=\"#\(name)\" x=\"\(column * 10)\" y=\"\(row * 10)\"/>"
        }.joined() + "</g>")
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, fill: String, stroke: String? = nil,
    isDashed: Bool = false
  ) {
    elements.append(
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
        + "height=\"\(Self.number(height))\" fill=\"\(fill)\""
        + (stroke.map { " stroke=\"\($0)\" stroke-width=\"0.35\"" } ?? "")
        + (isDashed ? " stroke-dasharray=\"1.2 0.8\"" : "") + "/>")
  }

  /// How wide a text is, more or less: the letters of the fonts that a page may find differ.
  static func width(of text: String, size: Double, isBold: Bool = false) -> Double {
    let units = text.unicodeScalars.reduce(0.0) { $0 + advance(of: $1) }
    return units * size * (isBold ? 1.08 : 1)
  }

  /// The share of its size that a letter takes.
  private static func advance(of letter: Unicode.Scalar) -> Double {
    switch letter {
    case "i", "j", "l", "I", ".", ",", ";", ":", "'", "|", " ", "·": 0.32
    case "f", "t", "r", "(", ")", "-": 0.42
    case "m", "w", "M", "W", "—", "…": 0.9
    case "A"..."Z": 0.68
    case "\u{1100}"...: 1
    default: 0.58
    }
  }

  /// The text, or as much of its beginning as there is room for.
  static func shortened(_ text: String, to room: Double, size: Double) -> String {
    guard width(of: text, size: size) > room else { return text }
    var kept = text
    while !kept.isEmpty, width(of: kept + "…", size: size) > room { kept.removeLast() }
    while kept.last == " " { kept.removeLast() }
    return kept + "…"
  }

  /// The text in lines that there is room for, parted between words.
  static func lines(of text: String, in room: Double, size: Double) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ") {
      if let line = lines.last, width(of: line + " " + word, size: size) <= room {
        lines[lines.count - 1] = line + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  /// An arrow from left to right, or from right to left.
  mutating func arrow(from start: Double, to end: Double, y: Double, isDashed: Bool = false) {
    let head = end > start ? -1.8 : 1.8
    let (tip, neck) = (Self.number(end), Self.number(end + head))
    elements.append(
      "<path d=\"M\(Self.number(start)) \(Self.number(y))H\(neck)\" fill=\"none\" stroke=\"#1a1a1a\" "
        + "stroke-width=\"0.4\"" + (isDashed ? " stroke-dasharray=\"1.2 0.8\"" : "") + "/>"
        + "<path d=\"M\(tip) \(Self.number(y))L\(neck) \(Self.number(y - 0.9))V\(Self.number(y + 0.9))Z\"/>"
    )
  }

  /// Two digits after the point, whatever the language of the machine.
  private static func number(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = (abs(hundredths / 100), abs(hundredths % 100))
    let sign = hundredths < 0 ? "-" : ""
    return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
