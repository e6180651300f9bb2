extension Diagnostic {
  /// The stable name of a kind of problem, for filters and for documentation: `missing-key`.
  ///
  /// The names that several modules use, or that the host explains, are members here. An adapter
  /// adds its own, and writes each once:
  ///
  /// ```swift
  /// extension Diagnostic.ID {
  ///   static let badEQFLevel: Self = "bad-eqf-level"
  /// }
  /// ```
  ///
  /// A literal is allowed for that line, and for tests that compare with what a user sees.
  public struct ID: RawRepresentable, Hashable, Sendable {
    /// The name as it is printed: lower case, with hyphens.
    public let rawValue: String

    /// Creates the name of a kind of problem.
    public init(rawValue: String) { self.rawValue = rawValue }
  }
}

extension Diagnostic.ID: ExpressibleByStringLiteral {
  /// Creates the name of a kind of problem from the name as it is printed.
  public init(stringLiteral value: String) { self.init(rawValue: value) }
}

extension Diagnostic.ID: CustomStringConvertible {
  /// The name as it is printed.
  public var description: String { rawValue }
}
