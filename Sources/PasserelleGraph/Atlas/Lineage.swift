internal import PasserelleModel

/// The versions that came before those in force, and what was linked then.
struct Lineage {
  private let vantage: Vantage
  private let frameworks: [FrameworkName: Framework]
  private let metaFrameworks: [FrameworkName: Validity]
  private let bySeries: [String: [FrameworkName]]

  init(_ vantage: Vantage) throws {
    self.vantage = vantage
    let all = try vantage.graph.frameworks()
    frameworks = Dictionary(all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    bySeries = Dictionary(grouping: all.map(\.name), by: \.series)
    metaFrameworks = try vantage.graph.metaFrameworks()
  }

  /// A framework, and the versions before it that have ended by the day.
  func versions(of framework: Framework) -> [FrameworkName] {
    var (found, open) = ([framework.name], [framework])
    while let next = open.popLast() {
      let before = bySeries[next.name.series, default: []] + [next.supersedes].compactMap { $0 }
      for name in before where !found.contains(name) {
        guard let version = frameworks[name], version.validity.hasEnded(by: vantage.day) else {
          continue
        }
        found.append(name)
        open.append(version)
      }
    }
    return found
  }

  /// What linked the levels of a framework or of a version before it, and links none of those in force
  /// on the day.
  func endedLinks(of framework: Framework) throws -> [LinkRecord] {
    try versions(of: framework).flatMap { version in
      let links = try vantage.levels(of: version).flatMap { try vantage.graph.links(from: $0.id) }
        .filter { isLink($0.link) }
      return version == framework.name ? links.filter(hasEnded) : links.filter(hasBegun)
    }
  }

  private func isLink(_ link: Link) -> Bool {
    switch link.relation.sense {
    case .match: true
    case .decision: link.relation == .declaredEquivalent
    case .placement: link.relation == .referencedTo
    case .indication, .null, .denial, .noMatch, .property: false
    }
  }

  private func hasEnded(_ record: LinkRecord) -> Bool {
    let target = frameworks[record.link.to.framework]?.validity ?? Validity()
    return hasBegun(record)
      && (record.link.validity.hasEnded(by: vantage.day) || target.hasEnded(by: vantage.day))
  }

  private func hasBegun(_ record: LinkRecord) -> Bool {
    let reference = metaFrameworks[record.link.to.framework] ?? Validity()
    return !record.link.validity.begins(after: vantage.day)
      && !reference.begins(after: vantage.day)
  }
}

extension Validity {
  /// Whether its last day lies before a day.
  fileprivate func hasEnded(by day: Day) -> Bool { to.map { $0.lastDay < day } ?? false }
}
