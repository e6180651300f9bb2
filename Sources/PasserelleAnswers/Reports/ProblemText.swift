internal import Passerelle
package import PasserelleModel

/// Problems of files for people: each with its line, a caret at the place, and what to do.
package struct ProblemText {
  private let ink: Ink
  private var lines = SourceLines()

  package init(_ ink: Ink) {
    self.ink = ink
  }

  /// Returns the lines for one problem.
  package mutating func text(of problem: Diagnostic) -> String {
    let place = "\(problem.position)".printable
    let severity = ink.severity(problem.severity)
    var text = ["\(place): \(severity): \(problem.summary.printable) [\(problem.id)]"]
    if let line = lines.line(at: problem.position) {
      let excerpt = SourceExcerpt(line)
      let number = "\(problem.position.line)"
      let margin = String(repeating: " ", count: number.count)
      text.append("  \(number) | \(excerpt.text)")
      text.append("  \(margin) | \(ink.severity(problem.severity, as: excerpt.marker))")
    }
    if let hint = problem.hint { text.append("  hint: \(hint.printable)") }
    return text.joined(separator: "\n")
  }
}
