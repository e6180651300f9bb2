package import PasserelleModel

/// Referencing leads to something else than a meta-framework.
///
/// A comparison may lead to another national framework: two authorities have compared theirs.
package struct NotAMetaFramework: DiagnosticCheck {
  package let isSuspicion = false
  package let relations: Set<Relation> = [.referencedTo, .belowScale, .notReferenced]

  package func findings(in scope: CheckScope) throws -> [LinkRecord] {
    let targets = Set(
      try scope.graph.ends(of: relations, publishedWith: scope.publications)
        .map(\.to.framework))
    // What is not here at all is another problem.
    let wrong = try targets.filter { target in
      try !scope.placer.isReference(target) && scope.graph.evidence(of: target) != nil
    }
    guard !wrong.isEmpty else { return [] }
    return try scope.graph.links(relations, publishedWith: scope.publications, from: nil)
      .filter { wrong.contains($0.link.to.framework) }
  }

  package func diagnostic(of finding: LinkRecord) -> Diagnostic {
    .error(
      "not-a-meta-framework", at: finding.evidence.position,
      "'\(finding.link.relation.rawValue)' leads to '\(finding.link.to.framework)', "
        + "which is no meta-framework",
      hint: "a national framework is referenced to a meta-framework such as 'eqf'")
  }
}
