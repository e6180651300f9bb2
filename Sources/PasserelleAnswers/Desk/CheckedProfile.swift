package import PasserelleGraph
public import PasserelleModel

/// A person's profile that was read without an error, to be asked about and forgotten.
///
/// ``Installation/profile(at:)`` and ``Installation/profile(reading:named:)`` make it.
public struct CheckedProfile: Sendable {
  package let record: ProfileRecord
  /// What the author of the profile should look at; no warning keeps it from being used.
  public let warnings: [Diagnostic]

  /// Takes what was read, if nothing is wrong with it.
  init(_ record: ProfileRecord?, _ problems: [Diagnostic]) throws(ProfileError) {
    guard let record, !problems.contains(where: { $0.severity == .error }) else {
      throw ProfileError(problems: problems)
    }
    (self.record, warnings) = (record, problems)
  }
}

/// What keeps a profile from being used.
public struct ProfileError: Error, CustomStringConvertible {
  /// The errors and warnings, each with its line and column.
  public let problems: [Diagnostic]

  /// The problems in English, one after the other.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
