import PasserelleModel
import Testing

/// A field of a statement, and the statement with two values of it.
struct FieldCase: Sendable, CustomTestStringConvertible {
  /// The statement and the field: `Concept.tier`.
  var testDescription: String
  /// What must be stated first.
  var context: [Statement]
  /// The statement with a value of its own in every field.
  var full: Statement
  /// The same, but for the field.
  var changed: Statement
}

/// A kind of statement with all its fields: the list that every test of `FieldTests` follows.
///
/// A field that is added to a statement is added here, or `everyFieldIsFollowed` fails.
struct FollowedStatement: Sendable, CustomTestStringConvertible {
  var testDescription: String
  /// The fields that the statement has.
  var stored: [String]
  /// Those that have a value of their own here, and those that the tests change.
  var filled: [String]
  var followed: [String]
  var full: Statement
  var cases: [FieldCase]

  /// - Parameters:
  ///   - statement: Makes the statement of its content.
  ///   - bare: The content with what it cannot do without.
  ///   - context: What must be stated first.
  ///   - fields: The fields; one that has several parts may stand here several times.
  init<Content: Sendable>(
    _ statement: (Content) -> Statement, _ bare: Content, after context: [Statement],
    _ fields: [FollowedField<Content>]
  ) {
    func content(changing changed: Int? = nil) -> Content {
      var content = bare
      for (index, field) in fields.enumerated() {
        field.set(&content, index == changed ? 1 : 0)
      }
      return content
    }
    let (name, full) = ("\(Content.self)", content())
    let (before, after) = (Mirror(reflecting: bare).children, Mirror(reflecting: full).children)
    testDescription = name
    stored = before.compactMap(\.label)
    filled = zip(before, after).compactMap { before, after in
      "\(before.value)" == "\(after.value)" ? nil : before.label
    }
    followed = fields.map(\.name)
    self.full = statement(full)
    cases = fields.indices.map { index in
      FieldCase(
        testDescription: "\(name).\(fields[index].name) (\(index))", context: context,
        full: statement(full), changed: statement(content(changing: index)))
    }
  }
}

/// A field with two values, neither of which it has where nobody says anything.
struct FollowedField<Content> {
  let name: String
  let set: (inout Content, Int) -> Void

  init<Value>(
    _ name: String, _ path: WritableKeyPath<Content, Value>, _ one: Value, _ other: Value
  ) {
    self.name = name
    set = { $0[keyPath: path] = $1 == 0 ? one : other }
  }
}
