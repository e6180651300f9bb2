package import PasserelleModel

/// A framework is there with a version and without one: a question about it has two answers.
package struct TwoNames: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var framework: FrameworkName
    package var other: FrameworkName
    package var position: SourcePosition
  }

  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [Finding] {
    try scope.frameworks().compactMap { framework in
      let name = framework.name
      let other = try scope.graph.frameworks(called: name.series).map(\.name).first {
        $0.series == name.series && ($0.version == nil) != (name.version == nil)
      }
      guard let other, let position = try scope.graph.evidence(of: name)?.position else {
        return nil
      }
      return Finding(framework: name, other: other, position: position)
    }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "two-names", at: finding.position,
      "'\(finding.framework)' and '\(finding.other)' are two frameworks for the program: "
        + "one has a version, one has not",
      hint: "give each a version; 'passerelle remove' takes out what was imported without one")
  }
}
