/// Takes the named values of a statement, one by one.
///
/// What a statement is made of is written down once, whether the values become text or the bytes of a
/// call.
package protocol FieldSink {
  /// Starts a statement of a kind.
  mutating func start(_ kind: StaticString)
  /// Takes a value, with the tag of its language where it has one.
  mutating func take(_ name: StaticString, _ value: String, language: String)
  /// Takes an identifier; it is the one value that every fact has twice.
  mutating func take(_ name: StaticString, _ id: Identifier)
}

extension FieldSink {
  package mutating func take(_ name: StaticString, _ id: Identifier) {
    take(name, id.description, language: "")
  }

  mutating func add(_ name: StaticString, _ id: Identifier) { take(name, id) }

  mutating func add(_ name: StaticString, _ value: String?) {
    if let value { take(name, value, language: "") }
  }

  mutating func add(_ name: StaticString, _ value: (some CustomStringConvertible)?) {
    if let value { take(name, value.description, language: "") }
  }

  mutating func add(_ name: StaticString, _ values: [some CustomStringConvertible]) {
    for value in values { take(name, value.description, language: "") }
  }

  mutating func add(_ name: StaticString, _ text: LocalizedText) {
    for entry in text.entries { take(name, entry.text, language: entry.language.description) }
  }

  mutating func add(_ validity: Validity) {
    add("valid-from", validity.from)
    add("valid-by", validity.by)
    add("valid-to", validity.to)
  }

  /// Takes a truth that is taken for granted only when it does not hold, or the reverse.
  mutating func add(_ name: StaticString, _ value: Bool, unless usual: Bool) {
    if value != usual { take(name, String(value), language: "") }
  }
}

/// A statement as it crosses the contract: named values, some with a language.
package struct Fields: Equatable, FieldSink {
  package struct Field: Equatable {
    package var name: String
    package var value: String
    package var language = ""

    package init(name: String, value: String, language: String = "") {
      self.name = name
      self.value = value
      self.language = language
    }
  }

  package var kind: String
  package var fields: [Field] = []

  package init(_ kind: String) {
    self.kind = kind
  }

  package mutating func start(_ kind: StaticString) {
    self.kind = "\(kind)"
  }

  package mutating func take(_ name: StaticString, _ value: String, language: String) {
    fields.append(Field(name: "\(name)", value: value, language: language))
  }
}

/// Reads the fields of one statement, and sees to it that each is known and fits.
struct FieldReader {
  private let kind: String
  private let position: SourcePosition
  private var fields: [Fields.Field]

  init(_ statement: Fields, at position: SourcePosition) {
    kind = statement.kind
    self.position = position
    fields = statement.fields
  }

  mutating func optional<Value: TextValue>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(Diagnostic) -> Value? {
    guard let text = try text(name) else { return nil }
    return try value(text, name)
  }

  mutating func required<Value: TextValue>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(Diagnostic) -> Value {
    try value(requiredText(name), name)
  }

  mutating func requiredText(_ name: String) throws(Diagnostic) -> String {
    guard let text = try text(name), !text.isEmpty else {
      throw broken("has no '\(name)'")
    }
    return text
  }

  mutating func text(_ name: String) throws(Diagnostic) -> String? {
    let values = take(name)
    guard values.count <= 1 else { throw broken("has '\(name)' twice") }
    return values.first?.value
  }

  mutating func texts(_ name: String) -> [String] { take(name).map(\.value) }

  mutating func values<Value: TextValue>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(Diagnostic) -> [Value] {
    var result: [Value] = []
    for field in take(name) { result.append(try value(field.value, name)) }
    return result
  }

  mutating func localized(_ name: String) throws(Diagnostic) -> LocalizedText {
    var text = LocalizedText()
    for field in take(name) {
      guard let language = LanguageTag(field.language) else {
        throw broken("has a '\(name)' without a language")
      }
      text.entries.append(LocalizedText.Entry(language, field.value))
    }
    return text
  }

  mutating func flag(_ name: String, usual: Bool) throws(Diagnostic) -> Bool {
    try flag(name) ?? usual
  }

  mutating func flag(_ name: String) throws(Diagnostic) -> Bool? {
    switch try text(name) {
    case nil: nil
    case "true": true
    case "false": false
    case let other?: throw broken("has '\(other.prefix(60))' as '\(name)', not true or false")
    }
  }

  mutating func validity() throws(Diagnostic) -> Validity {
    let validity = Validity(
      from: try optional("valid-from"), by: try optional("valid-by"), to: try optional("valid-to"))
    if validity.isReversed {
      throw .error(
        .badValidity, at: position, "the dates of the validity are not in the order from, by, to")
    }
    return validity
  }

  /// Refuses what is left: a misspelt field must not be lost without a word.
  func finish() throws(Diagnostic) {
    if let field = fields.first { throw broken("has the unknown field '\(field.name)'") }
  }

  private mutating func take(_ name: String) -> [Fields.Field] {
    let taken = fields.filter { $0.name == name }
    if !taken.isEmpty { fields.removeAll { $0.name == name } }
    return taken
  }

  private func value<Value: TextValue>(_ text: String, _ name: String) throws(Diagnostic) -> Value {
    guard let value = Value(text) else {
      throw .error(
        Value.diagnosticID, at: position,
        "'\(text.prefix(60).printable)' (\(name)) is not \(Value.expectation)",
        hint: Value.hint)
    }
    return value
  }

  private func broken(_ what: String) -> Diagnostic {
    .error(
      .badStatement, at: position, "the adapter's statement '\(kind)' \(what)",
      hint: "this is a mistake in the adapter, not in the file")
  }
}
