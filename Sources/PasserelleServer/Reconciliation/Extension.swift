internal import PasserelleAnswers
internal import PasserelleModel

/// Which facts are wanted about which concepts.
struct ExtensionQuery: Decodable {
  static let placeSetting = "place"
  static let daySetting = "asOf"
  static let languageSetting = "language"

  struct Property: Decodable {
    var id: String
    var settings: [String: LooseValue]?

    func setting(_ name: String) -> String? {
      (settings?[name]?.texts.first?.trimmed).flatMap { $0.isEmpty ? nil : $0 }
    }
  }

  var ids: [String]
  var properties: [Property]
}

/// The facts, by concept and property.
struct ExtensionResult: Encodable {
  /// Always a text: a code that came as a number would lose its zeros, and nothing at all would be read
  /// as a fault.
  struct Cell: Encodable {
    var str: String
  }

  var meta: [Manifest.NamedThing]
  var rows: [String: [String: [Cell]]]
}

extension ReconciliationService {
  func extended(_ text: String) throws -> ExtensionResult {
    let query: ExtensionQuery = try Self.read(
      text, "extend", as: "a JSON object with lists of 'ids' and 'properties'")
    guard query.ids.count <= Self.mostExtended else {
      throw Self.tooMany("ids", most: Self.mostExtended)
    }
    guard query.properties.count <= Self.mostProperties else {
      throw Self.tooMany("properties", most: Self.mostProperties)
    }
    let clerks = FactClerks(library, in: language)
    let columns = try query.properties.map { try FactColumn($0, clerks) }
    var rows: [String: [String: [ExtensionResult.Cell]]] = [:]
    for id in query.ids where rows[id] == nil {
      var cells: [String: [ExtensionResult.Cell]] = [:]
      for column in columns {
        cells[column.id] = [ExtensionResult.Cell(str: try column.cell(of: id))]
      }
      rows[id] = cells
    }
    let properties = Properties(self)
    return ExtensionResult(
      meta: columns.map { column in
        Manifest.NamedThing(
          id: column.id, name: column.name.map { properties.property($0).name } ?? column.id)
      }, rows: rows)
  }
}

/// A property with its settings: what makes the cells of a column.
private struct FactColumn {
  let id: String
  /// The fact with its place; `nil` if there is none of the name.
  let name: FactName?
  private let clerk: FactFinder?
  /// What each cell says if the column cannot be made.
  private let problem: String

  init(_ property: ExtensionQuery.Property, _ clerks: FactClerks) throws {
    id = property.id
    guard var name = FactName(property.id) else {
      (self.name, clerk) = (nil, nil)
      problem = "'\(property.id.printable)' is not a property of this service"
      return
    }
    if name.fact.mayHavePlace, name.place == nil {
      name.place = property.setting(ExtensionQuery.placeSetting)
    }
    self.name = name
    let text = property.setting(ExtensionQuery.daySetting)
    let day = text.flatMap { Day($0) }
    guard text == nil || day != nil else {
      clerk = nil
      problem = "'\((text ?? "").printable)' is not a day; \(Day.hint)"
      return
    }
    problem = ""
    clerk = try clerks.clerk(on: day, in: property.setting(ExtensionQuery.languageSetting))
  }

  func cell(of id: String) throws -> String {
    guard let name, let clerk else { return problem }
    return try clerk.cell(name.fact, of: id, at: name.place)
  }
}

/// The finders of one request, one for each day and language.
private final class FactClerks {
  private let library: LibraryState
  private let language: Language
  private var clerks: [String: FactFinder] = [:]

  init(_ library: LibraryState, in language: Language) {
    (self.library, self.language) = (library, language)
  }

  func clerk(on day: Day?, in name: String?) throws -> FactFinder {
    let language = name.flatMap { library.languages[$0] } ?? language
    let key = "\(day?.description ?? "") \(language.name)"
    if let known = clerks[key] { return known }
    let made = FactFinder(try library.desk(asOf: day), in: language)
    clerks[key] = made
    return made
  }
}
