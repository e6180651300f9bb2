internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

extension Desk {
  /// Shows how frameworks are linked to one another: directly, through a reference framework, by an
  /// indication only, or not at all.
  ///
  /// - Parameter names: Frameworks or countries; empty for all national frameworks that have levels and
  ///   are in force on the day.
  /// - Returns: The atlas.
  /// - Throws: `UnknownName`, `UncoveredCountry`; `QuestionError` if fewer than two frameworks with
  ///   levels are left; errors of the store.
  public func atlas(of names: [String] = []) throws -> AtlasAnswer {
    let wanted =
      try names.isEmpty
      ? graph.frameworks().filter { $0.kind == .qualificationsFramework }
      : names.flatMap(frameworksInForce)
    var frameworks: [Framework] = []
    for framework in wanted where !frameworks.contains(where: { $0.name == framework.name }) {
      let isNamed = names.contains(framework.name.description)
      guard isNamed || framework.validity.contains(day),
        try !vantage.levels(of: framework.name).isEmpty
      else { continue }
      frameworks.append(framework)
    }
    guard frameworks.count > 1 else {
      throw QuestionError(
        "an atlas needs two frameworks with levels; "
          + "'passerelle list frameworks' shows all frameworks")
    }
    return AtlasAnswer(
      try AtlasMaker(vantage).atlas(of: frameworks), contentHash: try graph.contentHash())
  }

  /// What a name means on the day: a framework, or the frameworks of a country that are in force.
  private func frameworksInForce(_ name: String) throws -> [Framework] {
    let found = try frameworks(name)
    return found.count > 1 ? found.filter { $0.kind == .qualificationsFramework } : found
  }
}
