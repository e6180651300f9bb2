package import PasserelleModel

extension Corridor {
  /// What no source here says, what matters most first.
  var gaps: [Phrase] {
    [from, to].flatMap { $0.gaps(on: ladders) }
      + [nothingInCommon, nothingDeclared].compactMap(\.self)
      + [from, to].filter { $0.holdings.allSatisfy { $0.qualifications == 0 } }.map { end in
        CorridorGap.noTitles(parts: ["country": [end.country.phrase]])
      }
      + (agreements.isEmpty ? [CorridorGap.noAgreement()] : [])
      + desks.filter { $0.first == nil }.map { steps in
        CorridorGap.noDesk(
          parts: ["purpose": [steps.purpose()], "country": [to.country.phrase]])
      }
      + [CorridorGap.noShortageList(parts: ["country": [to.country.phrase]])]
  }

  private var nothingInCommon: Phrase? {
    guard !from.frameworks.isEmpty, !to.frameworks.isEmpty, !ladders.contains(where: \.isShared)
    else { return nil }
    return CorridorGap.nothingInCommon()
  }

  private var nothingDeclared: Phrase? {
    links.contains { $0.link.relation == .declaredEquivalent } ? nil : CorridorGap.nothingDeclared()
  }
}

extension Corridor.End {
  fileprivate func gaps(on ladders: [Ladder]) -> [Phrase] {
    // A register has titles, and is not expected to have levels.
    let own = holdings.filter { $0.framework.kind == .qualificationsFramework }
    guard !own.isEmpty else {
      return [CorridorGap.noFramework(parts: ["country": [country.phrase]])]
    }
    return own.compactMap { holding in
      let name = holding.framework.name
      guard !holding.levels.isEmpty else {
        return CorridorGap.noLevels(["framework": "\(name)"])
      }
      let placed = Set(
        ladders.flatMap(\.rows).flatMap { $0.from + $0.to }.map(\.id)
          .filter { $0.framework == name })
      let unlinked = holding.levels.count { !placed.contains($0.id) }
      return unlinked == 0
        ? nil
        : CorridorGap.unlinked([
          "framework": "\(name)", "count": "\(unlinked)", "all": "\(holding.levels.count)",
        ])
    }
  }
}

extension CountryCode {
  /// The name of the country, which each language has.
  package var phrase: Phrase { Phrase("country.\(self)") }
}
