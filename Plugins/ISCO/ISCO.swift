import PasserelleKit

/// Reads the structure of ISCO-08 and ISCO-88 in the columns of the International Labour Organization.
struct ISCO: Adapter {
  static let manifest = AdapterManifest(
    id: "ISCO", version: "1.0.0",
    summary: "the structure of ISCO-08 and ISCO-88, in the ILO's columns (CSV, TSV)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "isco-structure", mediaTypes: ["text/csv", "text/tab-separated-values"],
        filePatterns: ["*.csv", "*.tsv"])
    ])

  func identify(_ source: Source) -> Int {
    guard let table = source.tableSample() else { return 0 }
    if let name = table.preamble?.child("framework") {
      return Self.edition(named: name.text) == nil ? 0 : 100
    }
    return Self.edition(with: table) == nil ? 0 : 80
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let table = try source.table()
    let head = try TableHead(
      of: table, in: source.main, keys: Classification.headKeys, graph: graph)
    let name = head.node?.child("framework")
    guard let edition = name.map({ Self.edition(named: $0.text) }) ?? Self.edition(with: table)
    else {
      throw .error(
        .unknownEdition, at: name?.position ?? table.headerPosition,
        "this is not an edition of ISCO that the adapter knows",
        hint: "it knows 'isco-08' and 'isco-88'")
    }
    try edition.read(table, head: head, into: graph)
  }

  private static let editions = [
    edition(
      "isco-08", "International Standard Classification of Occupations 2008",
      codes: ["ISCO 08 Code", "ISCO-08 code", "isco_code"]),
    edition(
      "isco-88", "International Standard Classification of Occupations 1988",
      codes: ["ISCO-88 code", "ISCO 88 Code", "isco1988_code"]),
  ]

  private static func edition(named name: String) -> Classification? {
    editions.first { $0.framework.name.description == name }
  }

  /// The edition whose column of codes the table has; a table with both is a correspondence.
  private static func edition(with table: Table) -> Classification? {
    let fitting = editions.filter { edition in
      edition.codeColumns.contains { table.optionalColumn($0) != nil }
    }
    guard fitting.count == 1, let edition = fitting.first else { return nil }
    // A second column of codes is that of another classification, which names its groups of ISCO.
    let codes = table.header.filter { $0.lowercased().hasSuffix("code") }
    return codes.count == 1 ? edition : nil
  }

  private static func edition(_ id: String, _ title: String, codes: [String]) -> Classification {
    var framework = Framework(
      name: FrameworkName(series: id), kind: .occupations, title: .english(title))
    framework.aliases = ["ISCO"]
    framework.authority = "International Labour Organization"
    var classification = Classification(
      framework: framework, kind: .occupationGroup, codeColumns: codes + ["code"],
      titleColumns: ["Title"], place: place)
    classification.original = { Classification.original(of: $0, digits: whole) }
    return classification
  }

  /// What a code was before a spreadsheet changed it: no minor group ends with 0, and no unit group
  /// with 00.
  @Sendable private static func whole(_ code: String) -> Classification.Original? {
    if code.utf8.count == 3, code.hasSuffix("0") {
      return Classification.Original("0" + code, deed: Classification.lostZeros)
    }
    guard code.utf8.count == 4, code.hasSuffix("00") else { return nil }
    let group = code.hasSuffix("000") ? code.prefix(1) : code.prefix(2)
    return Classification.Original(
      String(group), deed: "of wider groups are filled up with zeros")
  }

  private static let tiers = ["major group", "sub-major group", "minor group", "unit group"]

  /// One to four digits; each digit fewer is the next wider group.
  @Sendable private static func place(_ code: String) -> Classification.Place? {
    guard (1...4).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return Classification.Place(
      code: code, tier: tiers[code.utf8.count - 1],
      broader: code.utf8.count > 1 ? String(code.dropLast()) : nil)
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_ISCO")
public func passerelleAdapterISCO() -> UnsafeRawPointer { AdapterModule.export(ISCO()) }
