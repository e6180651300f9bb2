internal import PasserelleModel

/// How many problems of one file are listed, whoever found them: an adapter, the store, or the rules of the
/// domain.
enum ProblemLimit {
  /// More than anyone reads.
  static let most = 1_000

  /// The first problems of each file; of more, their number.
  ///
  /// Errors come first: what keeps a file from being imported is not crowded out by what is only suspicious.
  static func applied(to problems: [Diagnostic]) -> [Diagnostic] {
    guard problems.count > most else { return problems }
    var (kept, left): ([Diagnostic], [String: Left]) = ([], [:])
    var counts: [String: Int] = [:]
    let errors = problems.filter { $0.severity == .error }
    for problem in errors + problems.filter({ $0.severity != .error }) {
      let file = problem.position.file
      // An adapter that has reached the limit has said so itself.
      if problem.id == .tooManyProblems || counts[file, default: 0] < most {
        counts[file, default: 0] += 1
        kept.append(problem)
      } else {
        left[file, default: Left(first: problem)].count += 1
      }
    }
    return kept + left.sorted { $0.key < $1.key }.map(\.value.problem)
  }

  /// What is not listed of a file.
  private struct Left {
    let first: Diagnostic
    var count = 0

    var problem: Diagnostic {
      let summary = "the first \(most) problems of the file are listed, and not the other \(count)"
      let hint = "correct these, and check again"
      return first.severity == .error
        ? .error(.tooManyProblems, at: first.position, summary, hint: hint)
        : .warning(.tooManyProblems, at: first.position, summary, hint: hint)
    }
  }
}
