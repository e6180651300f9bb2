internal import PasserelleModel

/// How many concepts stand on each side of derived ways.
///
/// What a group leads to has several here if a table has it for something outside the group as well.
struct Fans {
  /// The question and its parts.
  private let inside: Set<Identifier>
  /// The partners of what first tables lead to, by publication.
  private var partners: [Key: Set<Identifier>] = [:]
  private var counts: PartnerCounts

  private struct Key: Hashable {
    var place: Identifier
    var framework: FrameworkName
    var publication: FrameworkName?
  }

  init(
    of ways: [DerivedWay], in walk: MappingWalk, _ graph: any GraphReading, _ placer: Placer
  ) throws {
    counts = PartnerCounts(graph, placer: placer)
    inside = Set(
      walk.ways.filter { $0.tables == 0 && $0.side != .wider }.map(\.place))
    let places = Set(ways.compactMap { $0.ownSteps.first { !$0.isHierarchy }?.far })
    let matches = Relation.allCases.filter(\.isMatch)
    for record in placer.valid(try graph.links(touching: places, by: matches)) {
      for (place, partner) in [
        (record.link.from, record.link.to), (record.link.to, record.link.from),
      ] where places.contains(place) {
        let key = Key(
          place: place, framework: partner.framework, publication: record.publication)
        partners[key, default: []].insert(partner)
      }
    }
  }

  mutating func hasSeveralHere(_ way: DerivedWay) throws -> Bool {
    if way.steps.contains(where: { $0.move == .wider }) { return true }
    var isFirst = true
    for step in way.ownSteps where !step.isHierarchy {
      defer { isFirst = false }
      if isFirst {
        let key = Key(
          place: step.far, framework: step.near.framework, publication: step.link.publication)
        if !partners[key, default: []].isSubset(of: inside) { return true }
      } else if try counts.cardinality(of: step.link, isAgainst: step.isAgainst).hasSeveralHere {
        return true
      }
    }
    return false
  }

  mutating func hasSeveralThere(_ way: DerivedWay) throws -> Bool {
    guard way.side == .itself else { return false }
    for step in way.steps {
      if step.move == .finer { return true }
      if try !step.isHierarchy
        && counts.cardinality(of: step.link, isAgainst: step.isAgainst).hasSeveralThere
      {
        return true
      }
    }
    return false
  }
}

extension MappingWalk.Step {
  /// The end that the step leaves, and the one that it leads to.
  var near: Identifier { isAgainst ? link.link.to : link.link.from }
  var far: Identifier { isAgainst ? link.link.from : link.link.to }
}
