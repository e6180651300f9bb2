package import PasserelleModel

/// A procedure or an agreement is limited to a field, an occupation or a group of countries that is not
/// known: it would never be found to cover a case.
package struct UnknownScope: DiagnosticCheck {
  package struct Finding: Hashable, Sendable {
    package var publication: FrameworkName
    /// What is not known, as it is written.
    package var name: String
    package var position: SourcePosition
  }

  package let isSuspicion = true

  package func findings(in scope: CheckScope) throws -> [Finding] {
    let agreements = try scope.graph.agreements()
    let known = Known(groups: Set(agreements.map(\.agreement.name)), graph: scope.graph)
    let procedures = try scope.frameworks().flatMap { try scope.graph.procedures(of: $0.name) }
    let written = agreements.filter { scope.publications?.contains($0.agreement.name) ?? true }
    return try procedures.flatMap { record in
      let procedure = record.procedure
      let origins = procedure.origins + procedure.laws.flatMap(\.origins)
      return try known.missing(
        among: procedure.subjects, and: origins
      ).map { name in
        Finding(publication: record.framework, name: name, position: record.evidence.position)
      }
    }
      + written.flatMap { record in
        let agreement = record.agreement
        return try known.missing(
          among: agreement.subjects, and: []
        ).map { name in
          Finding(publication: agreement.name, name: name, position: record.evidence.position)
        }
      }
  }

  package func diagnostic(of finding: Finding) -> Diagnostic {
    .warning(
      "unknown-scope", at: finding.position,
      "'\(finding.publication)' is limited to '\(finding.name)', which is not known",
      hint: "mend the name, or check or import what it names together with this file")
  }
}

/// What a scope can name.
private struct Known {
  var groups: Set<FrameworkName>
  var graph: any GraphReading

  func missing(among ids: [Identifier], and origins: [TitleOrigin]) throws -> [String] {
    let concepts = try ids.filter { try graph.concept($0) == nil }.map(\.description)
    let parties = origins.compactMap { origin in
      if case .parties(let name) = origin.place, !groups.contains(name) {
        name.description
      } else {
        nil
      }
    }
    return concepts + parties
  }
}
