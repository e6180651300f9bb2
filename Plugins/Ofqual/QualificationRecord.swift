import PasserelleKit

/// A qualification as a row of the table, or an object of an answer, has it.
struct QualificationRecord {
  /// A field, by its name in JSON.
  enum Field: String, CaseIterable {
    case number = "QualificationNumber"
    case bareNumber = "QualificationNumberNoObliques"
    case title = "Title"
    case status = "Status"
    case ownerName = "OrganisationName"
    case ownerAcronym = "OrganisationAcronym"
    case ownerNumber = "OrganisationRecognitionNumber"
    case type = "Type"
    case subject = "SSA"
    case level = "Level"
    case subLevel = "SubLevel"
    case eqfLevel = "EQFLevel"
    case credits = "TotalCredits"
    case totalTime = "TQT"
    case guidedHours = "GLH"
    case leastGuidedHours = "MinimumGLH"
    case mostGuidedHours = "MaximumGLH"
    case start = "OperationalStartDate"
    case end = "OperationalEndDate"

    /// Its name in the header of the table.
    var column: String {
      switch self {
      case .number: "Qualification Number"
      case .bareNumber: "Qualification Number No Obliques"
      case .title: "Qualification Title"
      case .status: "Qualification Status"
      case .ownerName: "Owner Organisation Name"
      case .ownerAcronym: "Owner Organisation Acronym"
      case .ownerNumber: "Owner Organisation Recognition Number"
      case .type: "Qualification Type"
      case .subject: "Qualification SSA"
      case .level: "Qualification Level"
      case .subLevel: "Qualification Sub Level"
      case .eqfLevel: "EQF Level"
      case .credits: "Total Credits"
      case .totalTime: "Total Qualification Time"
      case .guidedHours: "Guided Learning Hours"
      case .leastGuidedHours: "Minimum Guided Learning Hours"
      case .mostGuidedHours: "Maximum Guided Learning Hours"
      case .start: "Operational Start Date"
      case .end: "Operational End Date"
      }
    }
  }

  /// The columns of a table: those of fields, and the others with their names.
  typealias Columns = [(name: String, field: Field?, column: Table.Column)]

  let position: SourcePosition
  private var values: [Field: (text: String, position: SourcePosition)] = [:]
  /// What has no field of its own, as `name: text`.
  private(set) var others: [String] = []

  static func columns(of table: Table) -> Columns {
    table.columns.map { name, column in
      let field = Field.allCases.first { $0.column.lowercased() == name.lowercased() }
      // A name that the register has, and that is there twice, is nobody's.
      return (name, field, field.flatMap { table.optionalColumn($0.column) } ?? column)
    }
  }

  init(_ row: TableRow, _ columns: Columns) {
    position = row.position
    for (name, field, column) in columns {
      guard let text = row.text(column) else { continue }
      take(text, as: field, named: name, at: row.position(column))
    }
  }

  init(_ node: SourceNode) throws(Diagnostic) {
    position = node.position
    guard node.kind == .mapping else {
      throw .error(.wrongType, at: node.position, "a qualification must be an object")
    }
    for child in node.children where !child.isNull {
      let list = child.kind == .sequence ? child.children : [child]
      let text = list.map(\.text.trimmed).filter { !$0.isEmpty }.joined(separator: ", ")
      if text.isEmpty { continue }
      take(text, as: Field(rawValue: child.name), named: child.name, at: child.position)
    }
  }

  private mutating func take(
    _ text: String, as field: Field?, named name: String, at position: SourcePosition
  ) {
    if let field { values[field] = (text, position) } else { others.append("\(name): \(text)") }
  }

  /// The text of a field; `None` is none.
  func text(_ field: Field) -> String? {
    values[field].flatMap { $0.text == "None" ? nil : $0.text }
  }

  /// Where a field stands.
  func position(_ field: Field) -> SourcePosition { values[field]?.position ?? position }

  /// The text of a field that every qualification has.
  func require(_ field: Field) throws(Diagnostic) -> String {
    guard let text = text(field) else {
      throw .error(
        .missingValue, at: position, "the qualification has no '\(field.rawValue)'")
    }
    return text
  }

  /// The value of a field, by the function that makes it.
  func value<Value: TextValue>(
    _ field: Field, by make: (String) -> Value?
  ) throws(Diagnostic) -> Value? {
    guard let text = text(field) else { return nil }
    guard let value = make(text) else {
      throw .error(
        Value.diagnosticID, at: position(field),
        "'\(text.prefix(60).printable)' is not \(Value.expectation)", hint: Value.hint)
    }
    return value
  }
}
