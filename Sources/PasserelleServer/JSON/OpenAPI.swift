internal import Passerelle
internal import PasserelleAnswers

/// The specification of the JSON interface (OpenAPI 3.1), made of the table that the door answers by.
struct OpenAPI {
  let json: String

  init(_ equipment: Equipment) throws {
    var paths: [String: [String: JSONTree]] = [:]
    for route in Routes.all {
      let path = "/" + route.segments.joined(separator: "/")
      paths[path, default: [:]][route.method.lowercased()] = Self.operation(
        route, in: equipment.languages.names)
    }
    let document: JSONTree = [
      "openapi": "3.1.0",
      "info": [
        "title": "Passerelle", "version": .text(Program.version),
        "summary": "Compares qualifications across frameworks, and says who says so.",
        "description": .text(Self.description),
        "license": ["name": "Apache-2.0", "identifier": "Apache-2.0"],
      ],
      "servers": [["url": .text(equipment.baseURL)]],
      "paths": .object(paths.mapValues(JSONTree.object)),
      "components": ["schemas": .object(try Self.schemas(equipment.schemas))],
    ]
    json = try JSONText.encode(document)
  }

  private static let description = """
    Each answer is, byte for byte, what the command line writes with '--format json'. A name that has several \
    meanings is answered with status 300 and what it may mean; none is chosen. Answers have a strong 'ETag', \
    made of the question and the hash of the library: ask again with 'If-None-Match'. Parameters that are not \
    listed are refused. Any site may ask (CORS); nothing that is asked is stored or logged.
    """

  // MARK: - Operations

  private static func operation(_ route: Route, in languages: [String]) -> JSONTree {
    var operation: [String: JSONTree] = [
      "operationId": .text(route.method.lowercased() + "-" + route.name),
      "summary": .text(route.summary),
      "parameters": .list(route.parameters.map { parameter($0, in: languages) }),
      "responses": .object(responses(of: route)),
    ]
    if let batch = route.batch {
      operation["requestBody"] = [
        "required": true,
        "description": "The rows: JSON Lines, or CSV with a header.",
        "content": .object(
          Dictionary(
            batch.mediaTypes.map { ($0, ["schema": ["type": "string"]]) },
            uniquingKeysWith: { first, _ in first })),
      ]
    }
    return .object(operation)
  }

  private static func parameter(_ parameter: Parameter, in languages: [String]) -> JSONTree {
    let one = schema(of: parameter, in: languages)
    var written: [String: JSONTree] = [
      "name": .text(parameter.name), "in": "query", "description": .text(parameter.summary),
      "required": .truth(parameter.isRequired),
      "schema": parameter.most == 1
        ? one
        : [
          "type": "array", "items": one, "minItems": 1, "maxItems": .number(parameter.most),
        ],
    ]
    if parameter.most > 1 {
      written["style"] = "form"
      written["explode"] = true
    }
    if let first = parameter.example.first {
      written["example"] =
        parameter.most == 1 ? .text(first) : .list(parameter.example.map(JSONTree.text))
    }
    return .object(written)
  }

  private static func schema(of parameter: Parameter, in languages: [String]) -> JSONTree {
    switch parameter.values {
    case .text:
      return [
        "type": "string", "minLength": 1, "maxLength": .number(Parameter.longest),
        "pattern": "^[^\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f]*$",
      ]
    case .day:
      return [
        "type": "string",
        "pattern": "^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]|2[0-8]))?)?$",
      ]
    case .language:
      return ["type": "string", "enum": .list(languages.map(JSONTree.text)), "default": "en"]
    case .choice(let words): return ["type": "string", "enum": .list(words.map(JSONTree.text))]
    case .number(let range, let usual):
      var schema: [String: JSONTree] = [
        "type": "integer", "minimum": .number(range.lowerBound),
        "maximum": .number(range.upperBound),
      ]
      if let usual { schema["default"] = .number(usual) }
      return .object(schema)
    }
  }

  // MARK: - Responses

  private static func responses(of route: Route) -> [String: JSONTree] {
    var responses: [String: JSONTree] = [
      "200": answered(route), "304": ["description": "The client has the answer."],
    ]
    if route.batch != nil { responses["304"] = nil }
    if route.mayBeAmbiguous {
      responses["300"] = [
        "description": "A name has several meanings: ask again with one of them.",
        "content": ["application/json": ["schema": ["$ref": "#/components/schemas/ambiguity"]]],
      ]
    }
    for (status, words) in problems(of: route) {
      responses[status] = [
        "description": .text(words),
        "content": .object([
          Problem.mediaType: ["schema": ["$ref": "#/components/schemas/problem"]]
        ]),
      ]
    }
    return responses
  }

  private static func answered(_ route: Route) -> JSONTree {
    var content: [String: JSONTree] = [:]
    if let batch = route.batch {
      for type in batch.mediaTypes { content[type] = ["schema": ["type": "string"]] }
    } else if route.path == ["openapi.json"] {
      content["application/vnd.oai.openapi+json"] = ["schema": ["type": "object"]]
    } else {
      content["application/json"] = [
        "schema": ["$ref": .text("#/components/schemas/\(route.kind ?? route.name)")]
      ]
    }
    if route.isTable { content["text/csv"] = ["schema": ["type": "string"]] }
    return ["description": "The answer.", "content": .object(content)]
  }

  private static func problems(of route: Route) -> [(String, String)] {
    var problems = [
      ("400", "A parameter is missing, is not known, or has a value that it cannot have."),
      ("404", "A name means nothing here."), ("414", "The address is too long."),
      ("422", "The question cannot be asked so, or is too much work."),
      ("503", "More is asked at the moment than can be answered."),
    ]
    if route.batch == nil {
      problems.append(("406", "There is no form of the answer that the client takes."))
    } else {
      problems.append(("413", "The batch is too long."))
      problems.append(("415", "The batch has another media type."))
    }
    return problems
  }

  // MARK: - Schemas

  /// The schemas of answers, where the references of each lead to its place in this document.
  private static func schemas(_ files: [String: [UInt8]]) throws -> [String: JSONTree] {
    var schemas: [String: JSONTree] = ["about": About.schema, "problem": Problem.schema]
    for (name, bytes) in files {
      guard case .object(var schema) = try JSONText.decode(JSONTree.self, from: bytes) else {
        continue
      }
      schema["$schema"] = nil
      schema["$id"] = nil
      schemas[name] = JSONTree.object(schema).leading(from: name)
    }
    return schemas
  }
}

extension JSONTree {
  /// The schema with references that lead into this document.
  fileprivate func leading(from name: String) -> JSONTree {
    switch self {
    case .null, .truth, .number, .fraction, .text: return self
    case .list(let items): return .list(items.map { $0.leading(from: name) })
    case .object(let members):
      var led = members.mapValues { $0.leading(from: name) }
      if case .text(let reference) = members["$ref"] {
        led["$ref"] = .text(Self.place(of: reference, from: name))
      }
      return .object(led)
    }
  }

  private static func place(of reference: String, from name: String) -> String {
    let parts = reference.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = parts[0].split(separator: "/").last ?? ""
    let file = path.hasSuffix(".json") ? String(path.dropLast(5)) : name
    return "#/components/schemas/\(file)\(parts.count > 1 ? parts[1] : "")"
  }
}

extension Problem {
  /// What RFC 9457 says of a problem, and what is our own.
  static let schema: JSONTree = [
    "type": "object", "description": "Why a request is not answered (RFC 9457).",
    "additionalProperties": false, "required": ["title", "status", "code", "detail"],
    "properties": [
      "title": ["type": "string", "description": "The words that HTTP has for the status."],
      "status": ["type": "integer", "description": "The status."],
      "code": [
        "type": "string",
        "description": "A name for this kind of problem, which stays the same: 'unknown-name'.",
      ],
      "detail": ["type": "string", "description": "What is wrong, in English."],
      "hint": ["type": "string", "description": "What to do about it, in English."],
      "near": [
        "type": "array", "items": ["type": "string"],
        "description": "Names that may have been meant.",
      ],
      "parameter": ["type": "string", "description": "The parameter that is wrong."],
    ],
  ]
}
