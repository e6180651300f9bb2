package import PasserelleModel

/// A qualification stands at no level, in a framework that has levels, and no note says why.
package struct UnplacedQualification: DiagnosticCheck {
  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [ConceptRecord] {
    try scope.qualificationsFrameworks().flatMap { framework -> [ConceptRecord] in
      guard try !scope.levels(of: framework.name).isEmpty else { return [] }
      let qualifications = try scope.graph.concepts(of: framework.name, kind: .qualification)
      guard !qualifications.isEmpty else { return [] }
      let placed = Set(
        try scope.graph.links([.atLevel], publishedWith: [framework.name], from: .qualification)
          .map(\.link.from))
      return try qualifications.filter { record in
        try !placed.contains(record.id) && !isPlacedElsewhere(record.id, in: scope.graph)
          && scope.graph.notes(about: record.id).isEmpty
      }
    }
  }

  /// Whether another publication places it.
  private func isPlacedElsewhere(_ id: Identifier, in graph: any GraphReading) throws -> Bool {
    try graph.links(from: id).contains { $0.link.relation == .atLevel }
  }

  package func diagnostic(of finding: ConceptRecord) -> Diagnostic {
    .warning(
      "unplaced-qualification", at: finding.evidence.position,
      "'\(finding.id.codeText)' stands at no level",
      hint: "write 'level'; where it is meant, a note says why")
  }
}
