#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#endif

/// A number with the fifteen digits that a spreadsheet has: it keeps 4.1 as 4.0999999999999996, and shows 4.1.
struct Decimal15 {
  private(set) var isNegative: Bool
  /// The digits without zeros at either end; none for zero.
  private(set) var digits: [UInt8]
  /// How many of the digits are before the point; it may be beyond them, or negative.
  private(set) var point: Int

  init(_ number: Double) {
    isNegative = number < 0
    var text = [CChar](repeating: 0, count: 40)
    withVaList([abs(number)]) { _ = vsnprintf(&text, text.count, "%.14e", $0) }
    let bytes = text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    let parts = bytes.split(separator: UInt8(ascii: "e"))
    digits = (parts.first ?? []).filter { (0x30...0x39).contains($0) }.map { $0 - 0x30 }
    point = 1 + (parts.count > 1 ? Int(String(decoding: parts[1], as: UTF8.self)) ?? 0 : 0)
    trim()
  }

  private mutating func trim() {
    while digits.last == 0 { digits.removeLast() }
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    point = digits.isEmpty ? 1 : point - zeros
  }

  mutating func multiply(byPowerOfTen power: Int) { if !digits.isEmpty { point += power } }

  /// Rounds half away from zero to so many decimals.
  mutating func round(decimals: Int) {
    let kept = point + decimals
    guard kept < digits.count else { return }
    guard kept >= 0 else {
      digits = []
      return trim()
    }
    let goesUp = digits[kept] >= 5
    digits = Array(digits.prefix(kept))
    if goesUp {
      var at = kept - 1
      while at >= 0, digits[at] == 9 {
        digits[at] = 0
        at -= 1
      }
      if at >= 0 {
        digits[at] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    trim()
  }

  /// The digits before the point; none for a number below one.
  var whole: [UInt8] {
    guard point > 0, !digits.isEmpty else { return [] }
    return Array(digits.prefix(point)) + Array(repeating: 0, count: max(0, point - digits.count))
  }

  /// So many digits behind the point.
  func decimals(_ count: Int) -> [UInt8] {
    (0..<count).map { index in
      let at = point + index
      return digits.indices.contains(at) ? digits[at] : 0
    }
  }

  /// How many digits are behind the point.
  var decimalCount: Int { max(0, digits.count - point) }

  /// The number as it is shown without a format.
  var text: String {
    guard !digits.isEmpty else { return "0" }
    let sign = isNegative ? "-" : ""
    if point > 15 || point < -8 {
      let rest = digits.dropFirst()
      let mantissa = "\(digits[0])" + (rest.isEmpty ? "" : "." + rest.joined)
      let power = point - 1
      return "\(sign)\(mantissa)E\(power < 0 ? "-" : "+")\(abs(power) < 10 ? "0" : "")\(abs(power))"
    }
    let whole = whole.isEmpty ? "0" : whole.joined
    return sign + whole + (decimalCount > 0 ? "." + decimals(decimalCount).joined : "")
  }
}

/// Fills the places of a format with the digits of a number.
struct NumberText {
  private let before: [NumberFormat.Token]
  private let after: [NumberFormat.Token]
  private let power: Int
  private let groups: Bool

  init(_ tokens: [NumberFormat.Token]) {
    var tokens = tokens.filter { $0 != .text }
    let percents = tokens.count { $0 == .percent }
    let point = tokens.firstIndex(of: .point) ?? tokens.count
    // Commas behind the last place divide by a thousand each; others part groups of digits.
    var divisions = 0
    var at = (tokens[..<point].lastIndex { $0.isDigit } ?? point) + 1
    while at < point, tokens[at] == .thousands {
      divisions += 1
      at += 1
    }
    groups = tokens[..<point].filter { $0 == .thousands }.count > divisions
    power = 2 * percents - 3 * divisions
    tokens = tokens.map { $0 == .percent ? .literal("%") : $0 }
    before = tokens[..<point].filter { $0 != .thousands }
    after = point < tokens.count ? tokens[(point + 1)...].filter { $0 != .thousands } : []
  }

  func text(of number: Decimal15) -> String {
    var number = number
    number.multiply(byPowerOfTen: power)
    if let exponent = exponent(of: &number) { return exponent }
    let places = after.count { $0.isDigit }
    number.round(decimals: places)
    return fill(before, with: number.whole) + decimals(of: number, places)
  }

  /// Fills from the right, and puts what is left at the first place.
  private func fill(_ tokens: [NumberFormat.Token], with digits: [UInt8]) -> String {
    var (digits, pieces, count) = (digits, [String](), 0)
    let first = tokens.firstIndex { $0.isDigit }
    func put(_ digit: String) {
      if groups, count > 0, count % 3 == 0, !digit.isEmpty { pieces.append(",") }
      if !digit.isEmpty { count += 1 }
      pieces.append(digit)
    }
    for (index, token) in tokens.enumerated().reversed() {
      switch token {
      case .digit(let kind):
        put(digits.popLast().map { "\($0)" } ?? (kind == "0" ? "0" : ""))
        if index == first { while let digit = digits.popLast() { put("\(digit)") } }
      case .literal(let text): pieces.append(text)
      default: break
      }
    }
    if first == nil { pieces.append(digits.joined) }
    return pieces.reversed().joined().trimmingSpaces
  }

  private func decimals(of number: Decimal15, _ places: Int) -> String {
    let digits = number.decimals(places)
    let kinds = after.filter(\.isDigit)
    let needed = kinds.lastIndex { $0 != .digit("#") }.map { $0 + 1 } ?? 0
    let given = digits.lastIndex { $0 != 0 }.map { $0 + 1 } ?? 0
    var (text, at) = ("", 0)
    for token in after {
      if token.isDigit {
        if at < max(needed, given) { text += "\(digits[at])" }
        at += 1
      } else if case .literal(let literal) = token {
        text += literal
      }
    }
    return max(needed, given) > 0 ? "." + text : text
  }

  /// The number with an exponent, if the format has one.
  private func exponent(of number: inout Decimal15) -> String? {
    let all = before + after
    guard let index = all.firstIndex(where: { if case .exponent = $0 { true } else { false } }),
      case .exponent(let minimum) = all[index]
    else { return nil }
    let places = after.prefix { $0.isDigit }.count
    let power = number.digits.isEmpty ? 0 : number.point - 1
    number.multiply(byPowerOfTen: -power)
    number.round(decimals: places)
    let digits = "\(abs(power))"
    let zeros = String(repeating: "0", count: max(0, minimum - digits.count))
    let mantissa =
      (number.whole.isEmpty ? "0" : number.whole.joined)
      + (places > 0 ? "." + number.decimals(places).joined : "")
    return "\(mantissa)E\(power < 0 ? "-" : "+")\(zeros)\(digits)"
  }
}

extension NumberFormat.Token {
  fileprivate var isDigit: Bool { if case .digit = self { true } else { false } }
}

extension Sequence<UInt8> {
  /// The digits as a text.
  fileprivate var joined: String { map { "\($0)" }.joined() }
}
