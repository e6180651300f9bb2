package import PasserelleModel

/// Who decides over there, for the purpose that a person has: the next step after an answer.
///
/// It is never part of a finding: a level is one thing, a decision another.
package struct NextSteps: Sendable {
  /// The system of one framework, and what is known of its procedures.
  package struct System: Sendable {
    package var framework: Framework
    /// The procedures for the purpose, and those for prior learning.
    package var procedures: [ProcedureRecord]
  }

  package var purpose: Purpose
  package var systems: [System]

  /// Collects the procedures of the frameworks that an answer ends in.
  package init(
    for purpose: Purpose, in frameworks: [Framework], graph: any GraphReading
  ) throws {
    self.purpose = purpose
    var seen: Set<FrameworkName> = []
    systems = try frameworks.filter { seen.insert($0.name).inserted && !$0.countries.isEmpty }
      .map { framework in
        let known = try graph.procedures(of: framework.name)
        return System(
          framework: framework,
          procedures: known.filter { $0.procedure.purpose == purpose }
            + known.filter { $0.procedure.purpose == .priorLearning })
      }
    // Of several frameworks of a country, those that say something speak for it.
    let countries = systems.filter { !$0.procedures.isEmpty }.flatMap(\.framework.countries)
    systems.removeAll { system in
      system.procedures.isEmpty && system.framework.countries.allSatisfy(countries.contains)
    }
  }

  /// The frameworks that a comparison ends in: those of all items but the first, from which the
  /// question starts; of a single item, its own.
  package init(for purpose: Purpose, after comparison: Comparison, graph: any GraphReading) throws {
    let items = comparison.items.count > 1 ? Array(comparison.items[1...]) : comparison.items
    try self.init(for: purpose, in: items.map(\.framework), graph: graph)
  }
}
