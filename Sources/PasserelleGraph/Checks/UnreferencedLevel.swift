package import PasserelleModel

/// A level says nothing of a reference level, where others of its framework do, and no note says why.
package struct UnreferencedLevel: DiagnosticCheck {
  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [ConceptRecord] {
    try scope.qualificationsFrameworks().flatMap { framework -> [ConceptRecord] in
      let levels = try scope.levels(of: framework.name)
      let silent = try levels.filter { level in
        try !scope.graph.links(from: level.id).contains {
          Relation.saysWhere.contains($0.link.relation)
        }
      }
      guard silent.count < levels.count else { return [] }
      return try silent.filter { try scope.graph.notes(about: $0.id).isEmpty }
    }
  }

  package func diagnostic(of finding: ConceptRecord) -> Diagnostic {
    .warning(
      "unreferenced-level", at: finding.evidence.position,
      "level '\(finding.id.codeText)' says nothing of where it stands, and others here do",
      hint:
        "write 'referencedTo' with the level that the source names, or 'notReferenced' where it "
        + "names none; where it is meant, a note says why")
  }
}
