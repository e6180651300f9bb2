import Foundation
import TestSupport

/// The schemas of answers, and a validator for the keywords that they use.
///
/// It knows no other keyword: one that it does not know is a problem, so that none is passed over.
struct AnswerSchemas {
  static let folder = Place.root.appending(path: "Schemas/answers").standardizedFileURL

  /// The schemas by their files: those of answers, and that of the profile, which a statement keeps.
  private let documents: [URL: JSONValue]

  init() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil)
    let all = files + [Place.root.appending(path: "Schemas/profile.schema.json")]
    documents = Dictionary(
      uniqueKeysWithValues: try all.map {
        ($0.standardizedFileURL, try JSONValue(contentsOf: $0))
      })
  }

  /// The names of the schemas: the kinds of answers, and `common`.
  var names: [String] {
    documents.keys.filter { $0.deletingLastPathComponent().path == Self.folder.path }
      .map { $0.deletingPathExtension().lastPathComponent }.sorted()
  }

  subscript(name: String) -> JSONValue? { documents[Self.file(name)] }

  private static func file(_ name: String) -> URL {
    folder.appending(path: "\(name).json").standardizedFileURL
  }

  // MARK: - Validation

  /// What is wrong with an answer, each with its place.
  func problems(of answer: JSONValue) -> [String] {
    guard let kind = answer["answer"]?.text else { return ["it does not say what it is"] }
    guard let schema = self[kind] else { return ["'\(kind)' has no schema"] }
    return problems(of: answer, at: kind, by: schema, in: Self.file(kind))
  }

  private func problems(
    of value: JSONValue, at place: String, by schema: JSONValue, in file: URL
  ) -> [String] {
    guard let keywords = schema.object else { return ["\(place): its schema is not an object"] }
    return keywords.flatMap { keyword, rule -> [String] in
      switch keyword {
      case "$schema", "$defs", "title", "description": return []
      case "$ref": return refer(value, at: place, to: rule, in: file)
      case "anyOf":
        let tries = (rule.list ?? []).map { problems(of: value, at: place, by: $0, in: file) }
        return tries.contains([]) ? [] : ["\(place): no choice fits: \(tries.joined())"]
      case "items":
        return (value.list ?? []).enumerated().flatMap { index, item in
          problems(of: item, at: "\(place)[\(index)]", by: rule, in: file)
        }
      case "properties":
        return (value.object ?? [:]).flatMap { key, member in
          rule[key].map { problems(of: member, at: "\(place).\(key)", by: $0, in: file) } ?? []
        }
      case "propertyNames":
        return (value.object ?? [:]).keys.flatMap {
          problems(of: .text($0), at: "\(place).\($0)", by: rule, in: file)
        }
      case "additionalProperties":
        return others(in: value, beside: keywords["properties"]).flatMap { key, member in
          rule == .bool(false)
            ? ["\(place).\(key): the schema does not have it"]
            : problems(of: member, at: "\(place).\(key)", by: rule, in: file)
        }
      default:
        guard let holds = Self.holds(keyword, rule, of: value) else {
          return ["\(place): the validator does not know '\(keyword)'"]
        }
        return holds ? [] : ["\(place): against '\(keyword)'"]
      }
    }
  }

  private func refer(
    _ value: JSONValue, at place: String, to reference: JSONValue, in file: URL
  ) -> [String] {
    let parts = (reference.text ?? "").split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let target =
      parts.first.map(\.isEmpty) == false
      ? file.deletingLastPathComponent().appending(path: String(parts[0])).standardizedFileURL
      : file
    var schema = documents[target]
    for step in parts.count > 1 ? parts[1].split(separator: "/") : [] {
      schema = schema?[String(step)]
    }
    guard let schema else { return ["\(place): \(reference) leads nowhere"] }
    return problems(of: value, at: place, by: schema, in: target)
  }

  /// The members of an object that its properties do not name.
  private func others(
    in value: JSONValue, beside properties: JSONValue?
  ) -> [(String, JSONValue)] {
    (value.object ?? [:]).filter { properties?[$0.key] == nil }.map { ($0.key, $0.value) }
  }

  /// Whether a value keeps to a keyword that looks at it alone; `nil` for an unknown keyword.
  private static func holds(_ keyword: String, _ rule: JSONValue, of value: JSONValue) -> Bool? {
    switch keyword {
    case "type": (rule.list ?? [rule]).contains { value.isOf(type: $0.text ?? "") }
    case "const": value == rule
    case "enum": rule.list?.contains(value) ?? false
    case "required": (rule.list ?? []).allSatisfy { value[$0.text ?? ""] != nil }
    case "minimum": value.number.map { $0 >= rule.number ?? 0 } ?? true
    case "minLength": value.text.map { Double($0.count) >= rule.number ?? 0 } ?? true
    case "pattern":
      value.text.map { text in
        rule.text.flatMap { try? Regex($0) }.map { text.contains($0) } ?? false
      } ?? true
    default: nil
    }
  }

  // MARK: - Parts

  /// All objects that the schema of an answer describes, by the keys of each.
  func objects(in name: String) -> [[String: JSONValue]] {
    self[name].map(Self.subschemas)?.compactMap { $0["properties"]?.object } ?? []
  }

  /// A schema and all schemas in it.
  static func subschemas(of schema: JSONValue) -> [JSONValue] {
    guard let keywords = schema.object else { return [] }
    let inner = keywords.flatMap { keyword, rule -> [JSONValue] in
      switch keyword {
      case "properties", "$defs": rule.object.map { Array($0.values) } ?? []
      case "items", "additionalProperties", "propertyNames": [rule]
      case "anyOf": rule.list ?? []
      default: []
      }
    }
    return [schema] + inner.flatMap(subschemas)
  }

  /// The keys of all objects that the schema of an answer describes.
  func keys(in name: String) -> Set<String> { Set(objects(in: name).flatMap(\.keys)) }

  /// What a schema says about itself; that of the schema that it refers to if it says nothing.
  func description(of schema: JSONValue, in name: String) -> String? {
    if let text = schema["description"]?.text { return text }
    let parts = (schema["$ref"]?.text ?? "").split(
      separator: "#/$defs/", omittingEmptySubsequences: false)
    guard parts.count == 2 else { return nil }
    let file = parts[0].isEmpty ? name : String(parts[0].dropLast(".json".count))
    return self[file]?["$defs"]?[String(parts[1])]?["description"]?.text
  }
}
