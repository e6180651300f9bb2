internal import Passerelle
internal import PasserelleGraph
internal import PasserelleModel

extension ProfileSource {
  /// The profile of a file, where nothing is wrong with it; what is wrong goes to the standard error.
  func wholeProfile(at path: String) throws -> ProfileRecord {
    try whole(profile(in: SourceFile(name: path, path: path)))
  }

  /// What was read, where nothing is wrong with it.
  func whole(_ outcome: (ProfileRecord?, [Diagnostic])) throws -> ProfileRecord {
    let (record, problems) = outcome
    Console.diagnostics(problems)
    guard let record, !problems.contains(where: { $0.severity == .error }) else {
      throw ExitStatus.badInput
    }
    return record
  }
}
