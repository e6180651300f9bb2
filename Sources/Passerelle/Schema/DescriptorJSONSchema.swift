internal import PasserelleModel

/// The JSON Schema of a descriptor in YAML, made from what the reader knows.
package enum DescriptorJSONSchema {
  /// The name of its file.
  package static let fileName = "descriptor.schema.json"

  /// The schema as a file has it.
  package static var text: String { schema.written() + "\n" }

  private static var schema: JSONValue {
    .object([
      ("$schema", "https://json-schema.org/draft/2020-12/schema"),
      ("title", "Passerelle descriptor"),
      (
        "description",
        "A framework, a set of mappings, an agreement or the recognition of a country, as 'passerelle check' and 'import' read it."
      ),
      ("type", "object"),
      ("required", ["passerelle"]),
      ("if", ["required": ["agreement"]]),
      ("then", reference(.agreementDescriptor)),
      (
        "else",
        [
          "if": ["required": ["mappings"]], "then": reference(.mappingsDescriptor),
          "else": [
            "if": ["required": ["recognition"]], "then": reference(.recognitionDescriptor),
            "else": reference(.frameworkDescriptor),
          ],
        ]
      ),
      (
        "$defs", .object(DescriptorPart.all.map { ($0.name, definition(of: $0)) } + texts + scalars)
      ),
    ])
  }

  // MARK: - Parts

  private static func definition(of part: DescriptorPart) -> JSONValue {
    let keys = part.keys.filter { $0.name != nil }
    let required = keys.filter(\.isRequired).compactMap(\.name).map { JSONValue.text($0) }
    var members: [(String, JSONValue)] = [
      ("type", "object"), ("description", .text(part.summary)),
      ("additionalProperties", .truth(false)),
      (
        "properties",
        .object(
          keys.compactMap { key in
            key.name.map { ($0, described(form(key.form), as: key.summary)) }
          })
      ),
    ]
    if !required.isEmpty { members.insert(("required", .list(required)), at: 3) }
    return .object(members)
  }

  private static func described(_ form: JSONValue, as summary: String) -> JSONValue {
    guard case .object(let members) = form else { return form }
    return .object([("description", .text(summary))] + members)
  }

  private static func form(_ form: DescriptorForm) -> JSONValue {
    switch form {
    case .one(let scalar): reference(scalar.typeName)
    case .several(let scalar): oneOrMore(reference(scalar.typeName))
    case .localized: reference("localized-text")
    case .localizedLists: reference("localized-texts")
    case .part(let part): reference(part)
    case .parts(let part): oneOrMore(reference(part))
    case .list(let part, _): ["type": ["array", "null"], "items": reference(part)]
    case .named(let part, _):
      ["type": ["object", "null"], "additionalProperties": reference(part)]
    case .holders(let part): oneOrMore(reference(part))
    }
  }

  private static func oneOrMore(_ item: JSONValue) -> JSONValue {
    ["anyOf": [item, ["type": "array", "items": item]]]
  }

  private static func reference(_ part: DescriptorPart) -> JSONValue { reference(part.name) }
  private static func reference(_ name: String) -> JSONValue { ["$ref": .text("#/$defs/\(name)")] }

  // MARK: - Values

  /// The pattern of a key that is a language.
  static let language = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"

  private static var texts: [(String, JSONValue)] {
    let hint = JSONValue.text("A text in each language: {en: …, fr: …}. \(LanguageTag.hint)")
    func byLanguage(_ value: JSONValue) -> JSONValue {
      [
        "type": "object", "description": hint, "additionalProperties": .truth(false),
        "minProperties": .number(1), "patternProperties": .object([("^\(language)$", value)]),
      ]
    }
    let text = reference(DescriptorScalar.text.typeName)
    return [
      ("localized-text", byLanguage(text)), ("localized-texts", byLanguage(oneOrMore(text))),
    ]
  }

  private static var scalars: [(String, JSONValue)] {
    DescriptorScalar.all.map { ($0.typeName, definition(of: $0)) }
  }

  /// YAML makes a number of `2024`, and a truth of `true`, before a schema sees it; whoever reads the
  /// descriptor takes them as texts again.
  private static func definition(of scalar: DescriptorScalar) -> JSONValue {
    var members: [(String, JSONValue)] = [("description", .text(scalar.expectation))]
    switch scalar {
    case .flag: members.append(("type", "boolean"))
    case .formatVersion: members.append(("enum", [.number(1), "1"]))
    case .text, .code, .source:
      members += [("type", ["string", "number", "boolean"]), ("pattern", "\\S")]
    case .date:
      members += [
        ("type", ["string", "integer"]), ("minimum", .number(1000)), ("maximum", .number(9999)),
      ]
    case .confidence:
      members += [
        ("type", ["string", "number"]), ("minimum", .number(0)), ("maximum", .number(1)),
      ]
    case .versionLabel:
      members.append(("type", ["string", "number"]))
    case .country, .workload, .url, .framework, .identifier, .concept, .origin:
      members.append(("type", "string"))
    case .frameworkKind, .agreementKind, .purpose, .sector, .outcome, .relation, .justification,
      .nameKind:
      let words = scalar.words.map { word, meaning in
        JSONValue.object([("const", .text(word)), ("description", .text(meaning))])
      }
      members.append(("oneOf", .list(words)))
    }
    if let pattern = scalar.pattern { members.append(("pattern", .text("^(\(pattern))$"))) }
    return .object(members)
  }
}
