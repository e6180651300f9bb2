public import PasserelleModel

/// Where an adapter puts what it read.
public struct GraphWriter: Sendable {
  private let emit: @Sendable (Statement, SourcePosition) -> Bool
  private let tell: @Sendable (Diagnostic) -> Void

  /// Creates a writer of two functions: one takes a statement and says whether to go on, the other
  /// takes a diagnostic.
  public init(
    emit: @escaping @Sendable (Statement, SourcePosition) -> Bool,
    report: @escaping @Sendable (Diagnostic) -> Void
  ) {
    self.emit = emit
    tell = report
  }

  /// States something, with the place where the source says so.
  ///
  /// - Throws: A `stopped` diagnostic when the host has asked to end.
  public func add(_ statement: Statement, at position: SourcePosition) throws(Diagnostic) {
    guard emit(statement, position) else {
      throw .error(.stopped, at: position, "the host has ended the read")
    }
  }

  /// Reports a problem that can be read past.
  public func report(_ diagnostic: Diagnostic) {
    tell(diagnostic)
  }

  /// A writer that reports problems and states nothing: for what is said of something that has no name.
  package var reportingOnly: GraphWriter { GraphWriter(emit: { _, _ in true }, report: tell) }

  /// Runs a step; a problem in it is reported, and the read goes on.
  ///
  /// So that the author of a file hears of all its mistakes at once.
  public func attempt<Value>(
    _ step: () throws(Diagnostic) -> Value
  ) throws(Diagnostic) -> Value? {
    do {
      return try step()
    } catch {
      guard error.id != .stopped else { throw error }
      report(error)
      return nil
    }
  }
}
