/// A value of JSON.
enum JSONTree: Hashable, Sendable {
  case null
  case truth(Bool)
  case number(Int)
  case fraction(Double)
  case text(String)
  case list([JSONTree])
  case object([String: JSONTree])
}

extension JSONTree: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .truth(value)
    } else if let value = try? container.decode(Int.self) {
      self = .number(value)
    } else if let value = try? container.decode(Double.self) {
      self = .fraction(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONTree].self) {
      self = .list(value)
    } else {
      self = .object(try container.decode([String: JSONTree].self))
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .truth(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .fraction(let value): try container.encode(value)
    case .text(let value): try container.encode(value)
    case .list(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }
}

extension JSONTree: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  init(stringLiteral value: String) { self = .text(value) }
}

extension JSONTree: ExpressibleByIntegerLiteral {
  init(integerLiteral value: Int) { self = .number(value) }
}

extension JSONTree: ExpressibleByBooleanLiteral {
  init(booleanLiteral value: Bool) { self = .truth(value) }
}

extension JSONTree: ExpressibleByArrayLiteral {
  init(arrayLiteral items: JSONTree...) { self = .list(items) }
}

extension JSONTree: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral members: (String, JSONTree)...) {
    self = .object(Dictionary(members) { first, _ in first })
  }
}
