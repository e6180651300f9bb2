/// How a cell shows a number: `0000` shows 110 as `0110`, `00\-0000` shows 111011 as `11-1011`.
///
/// A day is shown as in ISO 8601 where the format has year, month and day, and as the format has it
/// otherwise: `d-mmm` shows what was typed as `1-2` as `2-Jan`.
struct NumberFormat {
  enum Token: Equatable {
    /// `0`, `#` or `?`.
    case digit(Character)
    case point, percent
    case thousands
    case exponent(minimum: Int)
    case literal(String)
    /// A part of a day or a time, such as `yyyy`.
    case time(String)
    case general, text
  }

  /// For positive numbers, negative ones and zero, as far as there are different ones.
  private let sections: [[Token]]
  let isTime: Bool

  init(_ code: String) {
    let sections = NumberFormatReader(code).sections
    self.sections = sections
    isTime = sections.first?.contains { if case .time = $0 { true } else { false } } ?? false
  }

  /// Whether the format shows a number as it is.
  var isGeneral: Bool {
    sections.first.map { $0 == [.general] || $0.isEmpty || $0 == [.text] } ?? true
  }

  /// Whether it fills numbers up with zeros in front.
  var hasLeadingZeros: Bool {
    var count = 0
    for token in sections.first ?? [] {
      if token == .point { break }
      if case .digit("0") = token { count += 1 }
    }
    return count > 1 && !isTime
  }

  /// What a cell with the number shows.
  func text(of number: Double, from1904: Bool) -> String {
    guard number.isFinite else { return "\(number)" }
    guard !isGeneral else { return Decimal15(number).text }
    if isTime {
      return TimeText(number, from1904: from1904)?.text(sections[0]) ?? Decimal15(number).text
    }
    var (tokens, value) = (sections[0], number)
    if sections.count > 1, number < 0 {
      (tokens, value) = (sections[1], -number)
    } else if sections.count > 2, number == 0 {
      tokens = sections[2]
    }
    let sign = value < 0 ? "-" : ""
    guard !tokens.contains(.general) else {
      return tokens.map { token in
        switch token {
        case .general: Decimal15(value).text
        case .literal(let text): text
        default: ""
        }
      }.joined().trimmingSpaces
    }
    let text = NumberText(tokens).text(of: Decimal15(abs(value)))
    return sign + text
  }
}

/// Reads the code of a format.
private struct NumberFormatReader {
  private(set) var sections: [[NumberFormat.Token]] = []
  private var tokens: [NumberFormat.Token] = []
  private var rest: Substring

  init(_ code: String) {
    rest = code[...]
    while let character = rest.popFirst() { read(character) }
    sections.append(tokens)
  }

  private mutating func read(_ character: Character) {
    switch character {
    case ";":
      sections.append(tokens)
      tokens = []
    case "\"":
      let text = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(text.count + 1)
      literal(String(text))
    case "\\": if let next = rest.popFirst() { literal(String(next)) }
    // A space as wide as the next character, or that character as often as there is room.
    case "_", "*": rest = rest.dropFirst()
    case "[": readBracket()
    case "0", "#", "?": tokens.append(.digit(character))
    case ".": tokens.append(.point)
    case ",": tokens.append(.thousands)
    case "%": tokens.append(.percent)
    case "@": tokens.append(.text)
    case "E" where rest.first == "+" || rest.first == "-":
      rest = rest.dropFirst()
      let digits = rest.prefix { $0 == "0" || $0 == "#" || $0 == "?" }
      rest = rest.dropFirst(digits.count)
      tokens.append(.exponent(minimum: digits.count))
    case "G" where rest.hasPrefix("eneral"):
      rest = rest.dropFirst(6)
      tokens.append(.general)
    case "A" where rest.hasPrefix("M/PM"), "a" where rest.hasPrefix("m/pm"):
      rest = rest.dropFirst(4)
      tokens.append(.time("AM/PM"))
    case "y", "Y", "m", "M", "d", "D", "h", "H", "s", "S":
      let more = rest.prefix { $0.lowercased() == character.lowercased() }
      rest = rest.dropFirst(more.count)
      tokens.append(.time((String(character) + more).lowercased()))
    default: literal(String(character))
    }
  }

  /// `[Red]`, `[$€-407]`, `[<100]`, or a duration such as `[h]`.
  private mutating func readBracket() {
    let text = rest.prefix { $0 != "]" }
    rest = rest.dropFirst(text.count + 1)
    if let first = text.first, "hmsHMS".contains(first),
      text.allSatisfy({ $0.lowercased() == first.lowercased() })
    {
      tokens.append(.time("[\(first.lowercased())]"))
    } else if text.hasPrefix("$") {
      let symbol = text.dropFirst().prefix { $0 != "-" }
      if !symbol.isEmpty { literal(String(symbol)) }
    }
  }

  private mutating func literal(_ text: String) { tokens.append(.literal(text)) }
}

extension NumberFormat {
  /// The format that a number of Excel's own stands for.
  init(builtIn id: Int) {
    self.init(Self.builtIn[id] ?? (Self.dates.contains(id) ? "yyyy-mm-dd" : "General"))
  }

  /// East Asian days, which each country writes in its own way.
  private static let dates = Set(27...36).union(50...58)

  private static let builtIn: [Int: String] = [
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "m/d/yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "m/d/yy h:mm", 37: "#,##0;(#,##0)",
    38: "#,##0;(#,##0)", 39: "#,##0.00;(#,##0.00)", 40: "#,##0.00;(#,##0.00)", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
  ]
}

extension String {
  /// The text without blanks around it.
  var trimmingSpaces: String {
    guard first == " " || last == " " else { return self }
    return String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
