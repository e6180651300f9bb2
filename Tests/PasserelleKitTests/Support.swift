import PasserelleKit

extension SourcePosition {
  /// Line and column, to compare both at once.
  var lineAndColumn: [Int] { [line, column] }
}

/// The id of the diagnostic that a step throws; nothing where it succeeds.
func id(of step: () throws(Diagnostic) -> Void) -> String? {
  do throws(Diagnostic) {
    try step()
    return nil
  } catch {
    return error.id.rawValue
  }
}
