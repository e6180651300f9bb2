internal import GRDB
internal import PasserelleModel

/// A column of a table: where its value comes from, how it is read back, and what the content hash
/// takes of it.
struct StoredColumn<Record, Place>: Sendable {
  /// Where the value of a column comes from.
  enum Origin: Sendable {
    /// The record states it.
    case record(StoredValue<Record>)
    /// The transaction knows it, and the record does not: where it was said, to what it belongs.
    case place(@Sendable (Place) -> (any DatabaseValueConvertible)?)
  }

  /// What the content hash takes of a column.
  enum Content: Sendable {
    case value
    /// In SQL, the name of what the column points at: row numbers differ from store to store.
    case name(String)
    case nothing
  }

  let name: String
  let origin: Origin
  let content: Content

  /// A value that the record states.
  static func value(_ name: String, _ value: StoredValue<Record>) -> Self {
    Self(name: name, origin: .record(value), content: .value)
  }

  /// A value that the transaction knows.
  static func place(
    _ name: String, content: Content = .value,
    _ value: @escaping @Sendable (Place) -> (any DatabaseValueConvertible)?
  ) -> Self {
    Self(name: name, origin: .place(value), content: content)
  }

  func write(_ record: Record, at place: Place) -> (any DatabaseValueConvertible)? {
    switch origin {
    case .record(let value): value.write(record)
    case .place(let value): value(place)
    }
  }
}

/// How one value of a record is written into a column, and read back.
struct StoredValue<Record>: Sendable {
  let write: @Sendable (Record) -> (any DatabaseValueConvertible)?
  /// Takes a value that is there; `nil` if no record can be made without the value: whoever makes it reads
  /// the column first.
  let read: (@Sendable (inout Record, DatabaseValue) -> Void)?
}

extension StoredValue {
  /// A text, a number or a truth that is always there.
  static func plain<Value: DatabaseValueConvertible & SendableMetatype>(
    _ path: any WritableKeyPath<Record, Value> & Sendable
  ) -> Self {
    Self(write: { $0[keyPath: path] }, read: { $0[keyPath: path] = known($1) })
  }

  /// A text, a number or a truth that may be missing.
  static func optional<Value: DatabaseValueConvertible & SendableMetatype>(
    _ path: any WritableKeyPath<Record, Value?> & Sendable
  ) -> Self {
    Self(write: { $0[keyPath: path] }, read: { $0[keyPath: path] = known($1) as Value })
  }

  /// A value of the model that the store keeps as its text.
  static func text<Value: TextValue & CustomStringConvertible & SendableMetatype>(
    _ path: any WritableKeyPath<Record, Value?> & Sendable
  ) -> Self {
    Self(
      write: { $0[keyPath: path]?.description },
      read: { $0[keyPath: path] = Value(known($1)) })
  }

  /// A word of a list.
  static func word<Value: TextValue & RawRepresentable<String> & SendableMetatype>(
    _ path: any WritableKeyPath<Record, Value?> & Sendable
  ) -> Self {
    Self(
      write: { $0[keyPath: path]?.rawValue },
      read: { $0[keyPath: path] = Value(known($1)) })
  }

  /// A value that no record can be made without.
  static func needed(
    _ write: @escaping @Sendable (Record) -> any DatabaseValueConvertible
  ) -> Self {
    Self(write: { write($0) }, read: nil)
  }

  /// A value of the type that its column has.
  private static func known<Value: DatabaseValueConvertible>(_ value: DatabaseValue) -> Value {
    guard let known = Value.fromDatabaseValue(value) else {
      preconditionFailure("a column has another type than its table says")
    }
    return known
  }
}
