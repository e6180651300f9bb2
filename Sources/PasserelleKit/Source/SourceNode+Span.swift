public import PasserelleModel

extension SourceNode {
  /// Returns the span between two dates of the node, as registers write them.
  ///
  /// - Parameters:
  ///   - first: The name of the first: `validFrom`.
  ///   - last: The name of the last.
  /// - Returns: The span; an end that is not there, or is empty, is open.
  /// - Throws: A `bad-date` diagnostic where one is not a date, `bad-validity` where the last is first.
  public func span(_ first: String, _ last: String) throws(Diagnostic) -> Validity {
    let span = Validity(from: try date(first), to: try date(last))
    guard !span.isReversed else {
      throw .error(
        .badValidity, at: field(last)?.position ?? position, "'\(last)' is before '\(first)'")
    }
    return span
  }

  private func date(_ name: String) throws(Diagnostic) -> CalendarDate? {
    guard let node = node(at: name) else { return nil }
    guard let date = CalendarDate(register: node.text.trimmed) else {
      throw .error(
        CalendarDate.diagnosticID, at: node.position,
        "'\(node.text.prefix(60).printable)' is not \(CalendarDate.expectation)",
        hint: CalendarDate.hint)
    }
    return date
  }
}
