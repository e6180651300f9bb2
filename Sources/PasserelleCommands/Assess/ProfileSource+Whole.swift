internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel

extension ProfileSource {
  /// The profile of a file, if nothing is wrong with it; problems go to standard error.
  func wholeProfile(at path: String) throws -> ProfileRecord {
    try Self.whole(profile(in: SourceFile(name: path, path: path)))
  }

  /// What was read, if nothing is wrong with it.
  static func whole(_ outcome: (ProfileRecord?, [Diagnostic])) throws -> ProfileRecord {
    let (record, problems) = outcome
    Console.diagnostics(problems)
    guard let record, !problems.contains(where: { $0.severity == .error }) else {
      throw ExitStatus.badInput
    }
    return record
  }
}
