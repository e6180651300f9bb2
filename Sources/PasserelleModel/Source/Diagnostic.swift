/// Something a descriptor's author should know, with the place to look at.
///
/// An adapter reports the problems it can read past, and throws the one it cannot.
public struct Diagnostic: Error, Hashable, Sendable {
  /// Whether the source can be used as it is.
  public enum Severity: String, Sendable {
    /// The source can be used, but its author should look.
    case warning
    /// The source cannot be imported until this is fixed.
    case error
  }

  /// Whether the source can be used as it is.
  public var severity: Severity
  /// The kind of problem.
  public var id: ID
  /// The place to look at.
  public var position: SourcePosition
  /// What is wrong, in one line, lower case and without a full stop.
  public var summary: String
  /// What the author can do about it.
  public var hint: String?

  /// Creates a diagnostic; none can be made without a place.
  public init(
    _ severity: Severity, _ id: ID, at position: SourcePosition, _ summary: String,
    hint: String? = nil
  ) {
    self.severity = severity
    self.id = id
    self.position = position
    self.summary = summary
    self.hint = hint
  }

  /// Creates an error, the diagnostic that is thrown.
  public static func error(
    _ id: ID, at position: SourcePosition, _ summary: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.error, id, at: position, summary, hint: hint)
  }

  /// Creates a warning.
  public static func warning(
    _ id: ID, at position: SourcePosition, _ summary: String, hint: String? = nil
  ) -> Diagnostic {
    Diagnostic(.warning, id, at: position, summary, hint: hint)
  }
}

extension Diagnostic: CustomStringConvertible {
  /// The diagnostic as compilers print it: `fr-nqf.xml:12:5: error: … [missing-key]`.
  public var description: String {
    let headline = "\(position): \(severity.rawValue): \(summary) [\(id)]"
    return hint.map { "\(headline)\n  hint: \($0)" } ?? headline
  }
}
