internal import Foundation
internal import PasserelleGraph
internal import PasserelleModel

/// The codes of one framework, found as survey files write them.
///
/// Spreadsheets take zeros away and add decimals, and files of a fixed width fill short codes up with
/// zeros. What can only mean one code is repaired, and the repair is named; what may mean several is not
/// read at all.
struct CodeBook {
  /// A cell that was understood.
  struct Reading {
    var id: Identifier
    /// What was repaired to understand it, in order; empty if nothing was.
    var repairs: [Phrase] = []
    /// Another code that may have been meant.
    var doubt: Phrase?
  }

  enum Result {
    case read(Reading)
    /// Why the cell was not understood.
    case unread(Phrase)
  }

  let framework: Framework
  private let ids: [String: Identifier]
  /// What the framework is called, in lower case.
  private let names: Set<String>
  /// Whether zeros of a code tell how wide a group is, as in `0110`, and do not only fill it up.
  private let isPositional: Bool
  /// The number of digits of the longest codes; 0 if the codes are no numbers.
  private let longest: Int
  /// Whether the cells of the column are known to be as long as the longest codes.
  private let isWhole: Bool

  /// Reads the codes of a framework.
  ///
  /// - Parameters:
  ///   - framework: The framework.
  ///   - numbers: The numbers in the column that is to be read: one that is a code of full length tells
  ///     that the shorter ones have lost their zeros.
  ///   - graph: Where the codes are.
  /// - Throws: Errors of the store.
  init(_ framework: Framework, seen numbers: Set<String> = [], in graph: any GraphReading) throws {
    self.framework = framework
    names = Set(
      ([framework.name.description, framework.name.series] + framework.aliases + framework.acronyms)
        .map { $0.lowercased() })
    let pairs = try graph.concepts(of: framework.name).compactMap { record in
      record.id.code.map { ($0.description.lowercased(), record.id) }
    }
    ids = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
    isPositional = framework.kind == .occupations || framework.kind == .educationFields
    let digits = ids.keys.filter(\.isAllDigits)
    let longest = digits.map(\.count).max() ?? 0
    self.longest = longest
    isWhole = digits.contains { code in
      code.count == longest && code.last != "0" && numbers.contains(code)
    }
  }

  func read(_ cell: String) -> Result {
    let written = Self.bare(cell)
    let bare = withoutName(written)
    guard !bare.isEmpty else { return .unread(AnswerKey.recodeBlank()) }
    let surplus = written == cell ? [] : [AnswerKey.repairSigns()]
    if let id = ids[bare.lowercased()] {
      return .read(Reading(id: id, repairs: surplus, doubt: doubt(on: id)))
    }
    let (number, repairs) =
      if let whole = Self.withoutDecimals(bare) {
        (whole, surplus + [AnswerKey.repairDecimals()])
      } else {
        (bare, surplus)
      }
    if let id = ids[number.lowercased()] {
      return .read(Reading(id: id, repairs: repairs, doubt: doubt(on: id)))
    }
    guard number.isAllDigits else { return .unread(unknown(bare)) }
    let candidates = repaired(number)
    guard let first = candidates.first else { return .unread(unknown(bare)) }
    guard Set(candidates.map(\.id)).count == 1 else {
      let names = Set(candidates.map(\.id)).sorted().map(\.description).joined(separator: ", ")
      return .unread(AnswerKey.recodeSeveral(["text": bare, "codes": names]))
    }
    return .read(Reading(id: first.id, repairs: repairs + first.repairs))
  }

  /// The code of a cell that has the framework before it: `DQR:4`.
  private func withoutName(_ text: String) -> String {
    guard ids[text.lowercased()] == nil, let colon = text.firstIndex(of: ":"),
      names.contains(text[..<colon].trimmingCharacters(in: .whitespaces).lowercased())
    else { return text }
    return text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
  }

  // MARK: - Repairs

  /// The codes that a number may have been, with what must be repaired for each.
  private func repaired(_ number: String) -> [Reading] {
    // A row of zeros is more often a missing value than a code.
    guard number.contains(where: { $0 != "0" }), number.count <= longest + 2 else { return [] }
    guard isPositional else {
      return surplusZeros(of: number).map { [$0] } ?? []
    }
    guard number.count < longest else {
      return [padded(number) ?? (number.count > longest ? surplusZeros(of: number) : nil)]
        .compactMap { $0 }
    }
    let restored = zerosBefore(number)
    if isWhole, let whole = restored.first(where: { $0.id.code?.description.count == longest }) {
      return [whole]
    }
    let filled = String(repeating: "0", count: longest - number.count) + number
    let lost =
      restored.isEmpty
      ? [padded(filled)].compactMap { $0 }.map { reading in
        Reading(id: reading.id, repairs: [AnswerKey.repairZeros()] + reading.repairs)
      } : restored
    // In a column of full length, nothing is filled up to less.
    return isWhole ? lost : lost + [padded(number)].compactMap { $0 }
  }

  /// The codes that are this number with zeros in front.
  private func zerosBefore(_ number: String) -> [Reading] {
    (1...max(1, longest - number.count)).compactMap { count in
      ids[String(repeating: "0", count: count) + number].map {
        Reading(id: $0, repairs: [AnswerKey.repairZeros()])
      }
    }
  }

  /// The code that was filled up with zeros at its end.
  private func padded(_ number: String) -> Reading? {
    var code = number[...]
    while code.last == "0" {
      code.removeLast()
      if code.contains(where: { $0 != "0" }), let id = ids[String(code)] {
        return Reading(id: id, repairs: [AnswerKey.repairPadding()])
      }
    }
    return nil
  }

  /// The code that was filled up with zeros in front.
  private func surplusZeros(of number: String) -> Reading? {
    var code = number[...]
    while code.first == "0" {
      code.removeFirst()
      if let id = ids[String(code)] {
        return Reading(id: id, repairs: [AnswerKey.repairSurplusZeros()])
      }
    }
    return nil
  }

  // MARK: - Words

  /// That the same code exists with zeros in front: a spreadsheet makes `11` of `011`.
  private func doubt(on id: Identifier) -> Phrase? {
    guard isPositional, let code = id.code?.description, code.first != "0", code.isAllDigits,
      let other = ids["0" + code]
    else { return nil }
    return AnswerKey.nameZeros(["other": "\(other)"])
  }

  private func unknown(_ text: String) -> Phrase {
    let values = ["text": text, "framework": "\(framework.name)"]
    let folded = text.lowercased()
    let parts = ids.filter { $0.key.count == folded.count + 1 && $0.key.hasPrefix(folded) }
    guard !parts.isEmpty else { return AnswerKey.recodeNoCode(values) }
    let names = parts.values.sorted().map(\.description).joined(separator: ", ")
    return AnswerKey.recodeOnlyParts(values.merging(["parts": names]) { first, _ in first })
  }

  /// A cell without the spaces and marks that people put around codes: `="0110"`, `'0110`.
  private static func bare(_ cell: String) -> String {
    // Most cells have none of that, and two bytes tell it.
    if let first = cell.utf8.first, let last = cell.utf8.last, first.isLetterOrDigit,
      last.isLetterOrDigit
    {
      return cell
    }
    var text = cell.trimmingCharacters(in: .whitespacesAndNewlines)
    if text.hasPrefix("=") { text.removeFirst() }
    return text.trimmingCharacters(in: CharacterSet(charactersIn: "'\"\u{FEFF}"))
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// The number before decimals that are all zero; `nil` if there are none.
  private static func withoutDecimals(_ text: String) -> String? {
    guard let sign = text.firstIndex(where: { $0 == "." || $0 == "," }) else { return nil }
    let (whole, decimals) = (text[..<sign], text[text.index(after: sign)...])
    guard !whole.isEmpty, String(whole).isAllDigits, !decimals.isEmpty,
      decimals.allSatisfy({ $0 == "0" })
    else { return nil }
    return String(whole)
  }

  /// The number that a cell begins with, for what the column is known by.
  static func number(in cell: String) -> String? {
    let text = bare(cell)
    let number = withoutDecimals(text) ?? text
    return number.isAllDigits && number.count <= 12 ? number : nil
  }
}

extension UInt8 {
  fileprivate var isLetterOrDigit: Bool {
    (0x30...0x39).contains(self) || (0x41...0x5A).contains(self & ~0x20)
  }
}

extension String {
  fileprivate var isAllDigits: Bool {
    !isEmpty && utf8.allSatisfy { (0x30...0x39).contains($0) }
  }
}
