import PasserelleKit

/// Reads the Register of Regulated Qualifications of England, as Ofqual publishes it: the whole as
/// CSV, answers of its API as JSON.
struct Ofqual: Adapter {
  static let manifest = AdapterManifest(
    id: "Ofqual", version: "1.0.0",
    summary: "the Register of Regulated Qualifications of England (CSV, JSON)",
    licence: "Apache-2.0", author: "The Passerelle founders",
    dialects: [
      AdapterManifest.Dialect(
        name: "ofqual-csv", mediaTypes: ["text/csv"], filePatterns: ["*.csv"]),
      AdapterManifest.Dialect(
        name: "ofqual-json", mediaTypes: ["application/json"], filePatterns: ["*.json"],
        roots: ["Results"]),
    ])

  func identify(_ source: Source) -> Int {
    if let table = source.tableSample() {
      let columns: [QualificationRecord.Field] = [.number, .title, .ownerNumber]
      return columns.allSatisfy { table.optionalColumn($0.column) != nil } ? 95 : 0
    }
    guard source.main.isNamed(".json") else { return 0 }
    let opening = source.main.opening
    let keys: [QualificationRecord.Field] = [.number, .title]
    return keys.allSatisfy { opening.contains("\"\($0.rawValue)\"") } ? 90 : 0
  }

  func read(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    if source.main.isNamed(".json") {
      try readJSON(source.main, into: graph)
    } else {
      try readTable(source, into: graph)
    }
  }

  private func readTable(_ source: Source, into graph: GraphWriter) throws(Diagnostic) {
    let table = try source.table()
    for field in [QualificationRecord.Field.number, .title] { _ = try table.column(field.column) }
    let head = try TableHead(of: table, in: source.main, keys: ["licence"], graph: graph)
    let documents =
      head.node == nil ? [Self.document(of: source.main)] : head.scope.documents
    var register = try Register(
      Self.framework, restingOn: documents, at: table.headerPosition, into: graph)
    let columns = QualificationRecord.columns(of: table)
    try table.forEachRow(reportingTo: graph) { row throws(Diagnostic) in
      try QualificationRecord(row, columns).state(in: &register)
    }
    register.finish()
  }

  private func readJSON(_ part: SourcePart, into graph: GraphWriter) throws(Diagnostic) {
    let root = try part.json()
    var register = try Register(
      Self.framework, restingOn: [Self.document(of: part)], at: root.position, into: graph)
    let results = root.child("Results") ?? root
    for node in results.kind == .sequence ? results.children : [results] {
      _ = try graph.attempt { () throws(Diagnostic) in
        try QualificationRecord(node).state(in: &register)
      }
    }
    register.finish()
  }

  private static var framework: Framework {
    var framework = Framework(
      name: FrameworkName(series: "gb-ofqual"), kind: .register,
      title: .english("Register of Regulated Qualifications (England)"))
    framework.aliases = ["Ofqual"]
    framework.countries = ["GB-ENG"].compactMap { CountryCode($0) }
    framework.authority = "Office of Qualifications and Examinations Regulation"
    framework.authorityURL = "https://www.gov.uk/ofqual"
    return framework
  }

  /// What the records rest on, where no head says so: the register, as this file has it.
  private static func document(of part: SourcePart) -> Document {
    var document = Document(key: "register", title: "Register of Regulated Qualifications")
    document.publisher = "Ofqual"
    document.via = "the file \(part.name)"
    return document
  }
}

/// The entry point of the module.
@_cdecl("passerelle_adapter_Ofqual")
public func passerelleAdapterOfqual() -> UnsafeRawPointer { AdapterModule.export(Ofqual()) }
