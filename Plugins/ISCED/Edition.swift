import PasserelleKit

/// The classifications that go by the name of ISCED, and how each writes its codes.
enum Edition {
  static let all = [levels2011, levels1997, fields2013]

  static func named(_ name: String) -> Classification? {
    all.first { $0.framework.name.description == name }
  }

  /// The classification that the codes of a table belong to, by their shape.
  ///
  /// Many tables have codes and titles: the name of the file, or the codes themselves, must say that
  /// these are ISCED's.
  static func recognised(in table: Table, named file: String) -> Classification? {
    let columns = ["code", "id", "value"].lazy.compactMap { table.optionalColumn($0) }
    guard let column = columns.first else { return nil }
    // A list that has a column on ISCED is a list of something else.
    let isAnothers = table.columns.contains {
      $0.column != column && $0.name.lowercased().contains("isced")
    }
    if isAnothers { return nil }
    let codes = table.sample(column)
    if codes.count(where: \.isEurostatLevel) > 1 { return levels2011 }
    let name = (file.split(separator: "/").last ?? "").lowercased()
    let words = name.split { !$0.isLetter && !$0.isNumber }.map(String.init)
    guard name.contains("isced") || codes.contains(where: { $0.hasPrefix("ISCED") }) else {
      return nil
    }
    if codes.contains(where: \.isEurostatLevel) { return levels2011 }
    if codes.contains("5A") { return levels1997 }
    if codes.contains("00") || codes.contains("F00") { return fields2013 }
    if (0...8).allSatisfy({ codes.contains(String($0)) }) { return levels2011 }
    return namesFields(words) ? fields2013 : nil
  }

  /// Whether the name of a file says that it has the fields: `isced-f`, `ISCED_2013`.
  private static func namesFields(_ words: [String]) -> Bool {
    words.contains { ["iscedf", "isced13", "isced2013"].contains($0) }
      || zip(words, words.dropFirst()).contains {
        $0.hasPrefix("isced") && ["f", "2013", "13", "fields"].contains($1)
      }
  }

  private static let levels2011 = classification(
    "isced-2011", "International Standard Classification of Education 2011: levels",
    kind: .educationLevel, of: .educationLevels, aliases: ["ISCED"]
  ) { text in
    // Eurostat writes 'ED' before the code; aggregates have '-', '_' or letters after it.
    let code = text.hasPrefix("ED") ? String(text.dropFirst(2)) : text
    guard (1...3).contains(code.utf8.count), code.isDigits else { return nil }
    return Classification.Place(
      code: code, tier: ["level", "category", "subcategory"][code.utf8.count - 1],
      broader: code.utf8.count > 1 ? String(code.dropLast()) : nil)
  }

  private static let levels1997 = classification(
    "isced-1997", "International Standard Classification of Education 1997: levels",
    kind: .educationLevel, of: .educationLevels, aliases: ["ISCED"]
  ) { code in
    if code.utf8.count == 1, code.isDigits {
      return Classification.Place(code: code, tier: "level")
    }
    if ["5A", "5B"].contains(code) {
      return Classification.Place(code: code, tier: "programme type")
    }
    guard code.utf8.count == 2, let level = code.first, "234".contains(level),
      let destination = code.last, "ABC".contains(destination)
    else { return nil }
    return Classification.Place(
      code: code, tier: "programme destination", broader: String(level))
  }

  private static let fields2013 = classification(
    "isced-f-2013", "International Standard Classification of Education: fields 2013",
    kind: .field, of: .educationFields, aliases: ["ISCED-F", "ISCED fields"], lost: withoutZero
  ) { text in
    let code = text.hasPrefix("F") ? String(text.dropFirst()) : text
    guard (2...4).contains(code.utf8.count), code.isDigits else { return nil }
    return Classification.Place(
      code: code, tier: fieldTier(code),
      broader: code.utf8.count > 2 ? String(code.dropLast()) : nil)
  }

  /// A last digit of 0, 8 or 9 below the broad field is "not further defined", "inter-disciplinary"
  /// or "not elsewhere classified": a category to sort into, no field of its own.
  private static func fieldTier(_ code: String) -> String {
    let isResidual =
      code.hasPrefix("99") || code.dropFirst(2).contains { "089".contains($0) }
    if isResidual { return "residual category" }
    return ["broad field", "narrow field", "detailed field"][code.utf8.count - 2]
  }

  /// The field that a code was before a spreadsheet took its zero: a broad field has two digits, and is
  /// 00 to 10, or 99.
  @Sendable private static func withoutZero(_ code: String) -> Classification.Original? {
    guard code.utf8.count < 4 else { return nil }
    let isField =
      code.utf8.count > 1 && (code.hasPrefix("0") || code.hasPrefix("10") || code.hasPrefix("99"))
    return isField ? nil : Classification.Original("0" + code, deed: Classification.lostZeros)
  }

  private static func classification(
    _ id: String, _ title: String, kind: ConceptKind, of frameworkKind: FrameworkKind,
    aliases: [String],
    lost: @escaping @Sendable (String) -> Classification.Original? = { _ in nil },
    place: @escaping @Sendable (String) -> Classification.Place?
  ) -> Classification {
    var framework = Framework(
      name: FrameworkName(series: id), kind: frameworkKind, title: .english(title))
    framework.aliases = aliases
    framework.authority = "UNESCO Institute for Statistics"
    var classification = Classification(
      framework: framework, kind: kind, codeColumns: ["code", "id"],
      titleColumns: ["title", "description", "label"], place: place)
    classification.original = { Classification.original(of: $0, digits: lost) }
    return classification
  }
}

extension String {
  /// Whether it is a level as Eurostat writes it: `ED6`.
  fileprivate var isEurostatLevel: Bool {
    hasPrefix("ED") && utf8.count == 3 && String(dropFirst(2)).isDigits
  }

  fileprivate var isDigits: Bool { utf8.allSatisfy { (0x30...0x39).contains($0) } }
}
