public import PasserelleModel

extension SourceNode {
  /// Returns the node's text as a value.
  ///
  /// - Throws: The diagnostic of the value's type where the text does not fit, or `wrong-type` where
  ///   the node is no single value.
  public func value<Value: TextValue>(as type: Value.Type = Value.self) throws(Diagnostic) -> Value
  {
    let text = try scalar()
    guard let value = Value(text) else {
      throw .error(
        Value.diagnosticID, at: position,
        "'\(text.prefix(60).printable)' is not \(Value.expectation)", hint: Value.hint)
    }
    return value
  }

  /// Returns the text of a node that is a single value, without white space at its ends.
  ///
  /// - Throws: A `wrong-type` diagnostic where the node is a mapping or a list, or `empty-value`
  ///   where it holds nothing.
  public func scalar() throws(Diagnostic) -> String {
    if kind == .mapping || kind == .sequence || (kind == .element && !children.isEmpty) {
      throw .error(
        .wrongType, at: position,
        "'\(name)' takes a single value, not \(kind == .sequence ? "a list" : "a mapping")",
        hint: "write the value after '\(name):', without brackets or lines below it")
    }
    let text = text.trimmed
    guard !text.isEmpty, !isNull else {
      throw .error(
        .emptyValue, at: position, "'\(name)' is empty",
        hint: "write a value, or leave '\(name)' out")
    }
    return text
  }
}
