public import PasserelleModel

/// A row of a table: a view of the bytes that are being read.
///
/// It is good until the body that it is given to returns; kept longer, it shows another row.
public struct TableRow {
  let scanner: TableScanner

  /// The field's text without the quotes, as the source gave it.
  public subscript(_ column: Table.Column) -> String { scanner.string(column.index) }

  /// The field as a value, or nothing where it is empty.
  ///
  /// - Throws: The diagnostic of the value's type where the text does not fit.
  public func value<Value: TextValue>(
    _ column: Table.Column?, as type: Value.Type = Value.self
  ) throws(Diagnostic) -> Value? {
    guard let column, text(column) != nil else { return nil }
    return try require(column)
  }

  /// The field as a value.
  ///
  /// - Throws: The diagnostic of the value's type where the text does not fit, or there is none.
  public func require<Value: TextValue>(
    _ column: Table.Column, as type: Value.Type = Value.self
  ) throws(Diagnostic) -> Value {
    guard let value = Value(text(column) ?? "") else {
      throw .error(
        Value.diagnosticID, at: position(column),
        "'\(self[column].prefix(60).printable)' is not \(Value.expectation)", hint: Value.hint)
    }
    return value
  }

  /// The field's text without spaces around it, or nothing where that leaves nothing.
  public func text(_ column: Table.Column?) -> String? {
    guard let column else { return nil }
    let text = self[column].trimmed
    return text.isEmpty ? nil : text
  }

  /// The field's text as the source gave it, or nothing where not even quotes stand there.
  ///
  /// It is how databases tell in CSV what is null from what is an empty text.
  public func given(_ column: Table.Column?) -> String? {
    guard let column, scanner.isGiven(column.index) else { return nil }
    return self[column]
  }

  /// Whether nothing stands in any field.
  public var isBlank: Bool {
    (0..<scanner.fieldCount).allSatisfy { scanner.string($0).trimmed.isEmpty }
  }

  /// Whether the field has white space at its ends, which `text` leaves out.
  public func hasStraySpace(_ column: Table.Column) -> Bool {
    let text = self[column]
    return text.utf8.count != text.trimmed.utf8.count
  }

  /// What a tally calls such a field, where it is a code.
  public static let straySpace = "a code with white space at either end, which was removed"

  /// Looks the field's text up by its bytes, which are good until the body returns.
  public func index(
    of column: Table.Column, by body: (UnsafeBufferPointer<UInt8>) -> Int?
  ) -> Int? {
    scanner.index(column.index, by: body)
  }

  /// Where the field starts.
  public func position(_ column: Table.Column) -> SourcePosition {
    scanner.position(ofField: column.index)
  }

  /// Where the row starts.
  public var position: SourcePosition { scanner.position(ofField: 0) }
}
