package import PasserelleModel

/// Referencing leads to something else than a meta-framework.
///
/// A comparison may lead to another national framework: two authorities have compared theirs.
package struct NotAMetaFramework: DiagnosticCheck {
  package let isSuspicion = false
  package let relations: Set<Relation> = [.referencedTo, .belowScale, .notReferenced]

  package func findings(in scope: CheckScope) throws -> [LinkRecord] {
    var isWrong: [FrameworkName: Bool] = [:]
    return try scope.referencing().filter { record in
      guard relations.contains(record.link.relation) else { return false }
      let target = record.link.to.framework
      if let known = isWrong[target] { return known }
      // What is not here at all is another problem.
      let wrong = try !scope.placer.isReference(target) && scope.graph.evidence(of: target) != nil
      isWrong[target] = wrong
      return wrong
    }
  }

  package func diagnostic(of finding: LinkRecord) -> Diagnostic {
    .error(
      "not-a-meta-framework", at: finding.evidence.position,
      "'\(finding.link.relation.rawValue)' leads to '\(finding.link.to.framework)', "
        + "which is no meta-framework",
      hint: "a national framework is referenced to a meta-framework such as 'eqf'")
  }
}
