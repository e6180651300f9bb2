package import PasserelleModel

/// An alias of one framework is the name of another, or an alias of another qualifications framework.
///
/// Classifications share theirs rightly: ISCO is 88 and 08.
package struct SharedAlias: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var alias: String
    package var other: FrameworkName
    package var position: SourcePosition
  }

  package let isSuspicion = false

  package func findings(in scope: CheckScope) throws -> [Finding] {
    try scope.frameworks().flatMap { framework -> [Finding] in
      guard !framework.aliases.isEmpty,
        let position = try scope.graph.evidence(of: framework.name)?.position
      else { return [] }
      return try framework.aliases.sorted().flatMap { alias in
        try others(than: framework, by: alias, in: scope.graph).map {
          Finding(alias: alias, other: $0, position: position)
        }
      }
    }
  }

  /// The other frameworks that an alias means, by name.
  private func others(
    than framework: Framework, by alias: String, in graph: any GraphReading
  ) throws -> [FrameworkName] {
    let folded = alias.lowercased()
    let named = try FrameworkName(folded).flatMap(graph.framework)
    let called =
      framework.kind == .qualificationsFramework
      ? try graph.frameworks(called: alias).filter { other in
        [.qualificationsFramework, .metaFramework].contains(other.kind)
          && other.aliases.contains { $0.lowercased() == folded }
      } : []
    // Two versions of one framework go by the same name.
    return Set((called + [named].compactMap { $0 }).map(\.name))
      .filter { $0.series != framework.name.series }
      .sorted { $0.description < $1.description }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "shared-alias", at: finding.position,
      "the alias '\(finding.alias)' means another framework as well, '\(finding.other)'",
      hint: "an alias is one framework's own; what several are called belongs under 'acronyms'")
  }
}
