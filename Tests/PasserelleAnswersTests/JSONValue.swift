import Foundation

/// A value of JSON, with booleans and numbers kept apart.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(_ text: String) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
  }

  init(contentsOf file: URL) throws {
    self = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: file))
  }

  var text: String? { if case .text(let text) = self { text } else { nil } }
  var number: Double? { if case .number(let number) = self { number } else { nil } }
  var list: [JSONValue]? { if case .list(let list) = self { list } else { nil } }
  var object: [String: JSONValue]? { if case .object(let object) = self { object } else { nil } }

  /// The keys of the object and of all objects in it.
  var keys: Set<String> {
    switch self {
    case .null, .bool, .number, .text: []
    case .list(let list): list.reduce(into: []) { $0.formUnion($1.keys) }
    case .object(let object):
      object.values.reduce(into: Set(object.keys)) { $0.formUnion($1.keys) }
    }
  }

  /// The member of an object.
  subscript(key: String) -> JSONValue? { object?[key] }

  /// Whether it is of a type, by its name in JSON Schema.
  func isOf(type: String) -> Bool {
    switch (self, type) {
    case (.null, "null"), (.bool, "boolean"), (.number, "number"), (.text, "string"),
      (.list, "array"), (.object, "object"):
      true
    case (.number(let number), "integer"): number == number.rounded()
    default: false
    }
  }
}
