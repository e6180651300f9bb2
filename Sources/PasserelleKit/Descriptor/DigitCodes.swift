/// Codes of digits alone, watched for those that are one digit shorter than all others.
///
/// A spreadsheet makes `110` of `0110`. Groups are shorter, too; but then longer codes begin with theirs.
struct DigitCodes: Sendable {
  private var codes: [Int: Set<Int>] = [:]
  /// Whether the codes are of another kind, or have their zeros.
  private var isOff = false

  mutating func see(_ code: String) {
    guard !isOff else { return }
    let length = code.utf8.count
    guard (2...9).contains(length), !code.hasPrefix("0"), code.utf8.allSatisfy(\.isDigit),
      let number = Int(code)
    else {
      isOff = true
      codes = [:]
      return
    }
    codes[length, default: []].insert(number)
    if codes.count > 2 {
      isOff = true
      codes = [:]
    }
  }

  /// A code that may have lost its zero, and how many digits the others have.
  var short: (code: Int, count: Int, length: Int)? {
    guard let length = codes.keys.max(), length > 2, let long = codes[length],
      let short = codes[length - 1], let first = short.min(), short.count * 2 < long.count
    else { return nil }
    let areGroups = long.contains { short.contains($0 / 10) }
    // Numbers that simply go on lose nothing.
    let goesOn = (long.min() ?? 0) == (short.max() ?? 0) + 1
    return areGroups || goesOn ? nil : (first, short.count, length)
  }
}
