internal import Foundation
internal import PasserelleAnswers
internal import PasserelleModel

/// The service on one state of the library, in one language.
struct ReconciliationService {
  /// How many queries, and how many concepts to extend, come in one request.
  static let batchSize = 100
  static let mostExtended = 1_000
  static let mostProperties = 50

  let library: LibraryState
  let language: Language
  /// The address of the service, as its clients know it.
  let address: String

  init(_ library: LibraryState, in language: Language, at address: String) {
    (self.library, self.language, self.address) = (library, language, address)
  }

  /// Answers what a form or a query asks; without a question, what the service offers.
  func answer(_ items: [ServerRequest.Item], isQuery: Bool) throws -> ServerResponse {
    func value(_ name: String) -> String? { items.first { $0.name == name }?.value }
    if let queries = value("queries") { return try json(matches(queries)) }
    if let extend = value("extend") { return try json(extended(extend)) }
    guard isQuery else {
      throw Problem.malformed("the form has neither 'queries' nor 'extend'")
    }
    return try json(manifest)
  }

  /// Answers a GET request at an address below that of the service.
  func answer(_ path: [String], _ request: ServerRequest) throws -> ServerResponse {
    let id = request["id"]
    switch path {
    case []: return try answer(request.query, isQuery: true)
    case ["properties"]: return try json(proposals(request["type"], limit: request["limit"]))
    case ["suggest", "entity"]: return try json(Suggestions(self).entities(request))
    case ["suggest", "type"]: return try json(Suggestions(self).types(request))
    case ["suggest", "property"]: return try json(Suggestions(self).properties(request))
    case ["flyout", "entity"]: return try json(cardFlyout(id))
    case ["flyout", "type"]: return try json(flyout(id, Types(self).name))
    case ["flyout", "property"]: return try json(flyout(id, Properties(self).name))
    case ["preview"]: return try preview(id)
    default: throw Problem.notFound
    }
  }

  private func json(_ value: some Encodable) throws -> ServerResponse {
    ServerResponse(
      try JSONText.encode(value, in: language, isPretty: false),
      as: "application/json; charset=utf-8")
  }

  /// More of something is asked for at once than one request may.
  static func tooMany(_ what: String, most: Int) -> Problem {
    Problem(413, "too-many", "there are too many \(what)", hint: "send \(most) at most at once")
  }

  /// Reads a parameter that is JSON.
  static func read<Value: Decodable>(
    _ text: String, _ name: String, as form: String
  ) throws -> Value {
    do {
      return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    } catch {
      throw Problem.badItem(name, "'\(name)' is not \(form)")
    }
  }
}

/// A value of JSON of which nothing but texts is used.
enum LooseValue: Decodable {
  case text(String)
  case list([LooseValue])
  case other

  init(from decoder: any Decoder) throws {
    struct Named: Decodable { var id: String }
    if let list = try? [LooseValue](from: decoder) {
      self = .list(list)
    } else if let text = try? String(from: decoder) {
      self = .text(text)
    } else if let named = try? Named(from: decoder) {
      self = .text(named.id)
    } else if let number = try? Int(from: decoder) {
      self = .text("\(number)")
    } else {
      self = .other
    }
  }

  /// The texts in it, in order.
  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let values): values.flatMap(\.texts)
    case .other: []
    }
  }
}
