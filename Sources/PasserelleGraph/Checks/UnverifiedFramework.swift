package import PasserelleModel

/// A framework rests on a source that nobody has seen.
package struct UnverifiedFramework: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var framework: FrameworkName
    package var key: String
    package var position: SourcePosition
  }

  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [Finding] {
    try scope.qualificationsFrameworks().flatMap { framework in
      try scope.documents(of: framework.name)
        .filter { $0.document.key == framework.source && !$0.document.isVerified }
        .map {
          Finding(framework: framework.name, key: $0.document.key, position: $0.position)
        }
    }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "unverified-framework", at: finding.position,
      "'\(finding.framework)' rests on the source '\(finding.key)', which is not verified",
      hint: "declare the document that its levels stand in, and name that as the source")
  }
}
