import PasserelleKit

/// How the codes of one column show the hierarchy: by their length, by the number of their parts, or by
/// what they begin with, where a column has the tier.
struct CodeScheme {
  /// A tier, and how its codes are known.
  struct Tier {
    let name: String
    /// How many characters its codes have.
    var length: Int?
    /// How many parts its codes have: two in `1-01`.
    var parts: Int?
    /// What the column of tiers says of them.
    var value: String?
  }

  /// The tiers, widest first.
  let tiers: [Tier]
  /// Where the head lists them.
  let position: SourcePosition?
  /// What fills the codes of wider tiers up to the full length: the zeros of `11-1000`.
  let fill: Character?
  /// What stands before codes that are shorter than those of their tier, which a column names.
  private let pad: Character?
  private let hasLengths: Bool
  private let hasParts: Bool

  init(_ head: SourceNode, graph: GraphWriter) throws(Diagnostic) {
    let list = head.child("tiers")
    position = list?.position
    tiers = try head.all("tiers").map { node throws(Diagnostic) in
      guard node.kind == .mapping else { return Tier(name: try node.scalar()) }
      try node.checkKeys(["name", "length", "parts", "value"], to: graph)
      return Tier(
        name: try node.require("name").scalar(), length: try Self.count("length", of: node),
        parts: try Self.count("parts", of: node), value: try node.text("value"))
    }
    fill = try head.text("fill")?.first
    pad = try head.text("pad")?.first
    hasLengths = tiers.contains { $0.length != nil }
    hasParts = tiers.contains { $0.parts != nil }
    if let list, tiers.contains(where: { Self.isMixed($0, hasLengths, hasParts) }) {
      throw .error(
        .badLength, at: list.position,
        "some tiers are known by 'length' or 'parts', others are not",
        hint: "give each tier a 'length', or each tier its 'parts'")
    }
  }

  private static func isMixed(_ tier: Tier, _ hasLengths: Bool, _ hasParts: Bool) -> Bool {
    (hasLengths && tier.length == nil) || (hasParts && tier.parts == nil)
      || (hasLengths && hasParts)
  }

  private static func count(_ key: String, of node: SourceNode) throws(Diagnostic) -> Int? {
    guard let child = node.field(key) else { return nil }
    let text = try child.scalar()
    if let number = Int(text), (1...64).contains(number) { return number }
    throw .error(
      .badLength, at: child.position, "'\(text.prefix(20).printable)' is not a number of \(key)",
      hint: key == "length"
        ? "write how many characters the codes of this tier have"
        : "write how many parts the codes of this tier have: 2 for '1-01'")
  }

  // MARK: - Codes

  /// Whether the codes themselves show the tier.
  var readsCodes: Bool { hasLengths || hasParts }

  /// The code without what fills it up, so that those below begin with it.
  private func stem(of code: String) -> Substring {
    guard let fill else { return code[...] }
    if hasParts {
      var parts = code.parts[...]
      while parts.count > 1, parts.last?.allSatisfy({ $0 == fill }) == true { parts.removeLast() }
      return parts.last.map { code[..<$0.endIndex] } ?? code[...]
    }
    let end = code.lastIndex { $0 != fill && !$0.isSeparator }
    // A tier's own last digit may be the filling: the tier that the rest is too short for has it.
    let bare = end.map { code[...$0] } ?? code.prefix(1)
    let length = tiers.compactMap(\.length).first { $0 >= bare.count } ?? bare.count
    return code.prefix(length)
  }

  /// The index of the tier that a code shows.
  func tier(of code: String) -> Int? {
    let stem = stem(of: code)
    if hasParts {
      let count = stem.parts.count
      return tiers.firstIndex { $0.parts == count }
    }
    let length = stem.count
    return tiers.firstIndex { $0.length == length }
  }

  /// The index of the tier that a column names; of any, where the head does not list them.
  func tier(named text: String) -> Int? {
    tiers.firstIndex { ($0.value ?? $0.name) == text }
  }

  /// The code as long as those of its tier are; `nil` if it is.
  func padded(_ code: String, to index: Int) -> String? {
    guard let pad, let length = tiers[index].length, code.count < length else { return nil }
    return String(repeating: pad, count: length - code.count) + code
  }

  /// The code with the zeros that a spreadsheet has taken, where it fits no tier without them.
  func withZeros(_ code: String) -> String? {
    guard hasLengths, !code.isEmpty, code.allSatisfy(\.isASCIIDigit) else { return nil }
    return (1...3).map { String(repeating: "0", count: $0) + code }.first { tier(of: $0) != nil }
  }

  /// Gives each entry the next wider one that its code shows, where the table has no column for it.
  ///
  /// - Parameters:
  ///   - entries: The concepts.
  ///   - isWider: Whether the first tier may hold concepts of the second.
  func placeByCodes(
    _ entries: inout [ClassificationList.Entry], isWider: (String?, String?) -> Bool
  ) {
    let codes = Dictionary(
      entries.enumerated().map { (stem(of: $1.place.code), $0) },
      uniquingKeysWith: { first, _ in first })
    for index in entries.indices where entries[index].place.broader == nil {
      var stem = shortened(stem(of: entries[index].place.code))
      while !stem.isEmpty, entries[index].place.broader == nil {
        if let wider = codes[stem], isWider(entries[wider].place.tier, entries[index].place.tier) {
          entries[index].place.broader = entries[wider].place.code
        }
        stem = shortened(stem)
      }
    }
  }

  /// The stem without its last part, or its last character.
  private func shortened(_ stem: Substring) -> Substring {
    guard hasParts else { return stem.dropLast() }
    guard let end = stem.parts.dropLast().last?.endIndex else { return "" }
    return stem[..<end]
  }
}

extension StringProtocol {
  /// The parts of a code between its dashes, dots and other marks: `1`, `01` and `00` in `1-01-00`.
  fileprivate var parts: [SubSequence] { split { $0.isSeparator } }
}

extension Character {
  /// Whether it stands between the parts of a code.
  fileprivate var isSeparator: Bool { !isLetter && !isNumber }

  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}
