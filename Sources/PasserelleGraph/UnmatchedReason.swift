internal import PasserelleModel

/// Why a framework has nothing at the level that was asked about.
package enum UnmatchedReason: String, Message {
  case sameFramework = "unmatched.same-framework"
  case conflict = "unmatched.conflict"
  case belowScale = "unmatched.below-scale"
  case noneAgreed = "unmatched.none-agreed"
  case notUsable = "unmatched.not-usable"
  case noLevel = "unmatched.no-level"
  case compared = "unmatched.compared"
  case notKnownThen = "unmatched.not-known-then"
  case noneNear = "unmatched.none-near"
  case thereNoLevel = "unmatched.there-no-level"
  case thereCompared = "unmatched.there-compared"
  case thereNotKnownThen = "unmatched.there-not-known-then"
  case notLinked = "unmatched.not-linked"
  case noFramework = "unmatched.no-framework"
  case nothingInCommon = "unmatched.nothing-in-common"
  case noTable = "unmatched.no-table"
}

/// Finds why a framework that was searched has nothing to show.
struct UnmatchedReasons {
  private let graph: any GraphReading
  private let placer: Placer

  init(_ vantage: Vantage) {
    graph = vantage.graph
    placer = vantage.placer
  }

  func reason(for subject: Comparison, in target: Framework) throws -> Phrase {
    if target.kind == .recognition { return UnmatchedReason.noFramework() }
    if subject.items.first?.record.id.framework == target.name {
      return UnmatchedReason.sameFramework()
    }
    if let kind = subject.items.first?.record.concept.kind, kind != .level, kind != .qualification {
      return UnmatchedReason.noTable()
    }
    if subject.finding == .conflict { return UnmatchedReason.conflict() }
    let own = subject.items.flatMap { [$0.placement].compactMap { $0 } + $0.others }
    let later = subject.items.flatMap(\.successors).compactMap(\.placement)
    let levels = (own + later).flatMap { placement in
      if case .levels(let levels) = placement.status { levels } else { [Identifier]() }
    }
    if levels.isEmpty, let why = own.lazy.compactMap(Self.reasonAtHome).first { return why }
    if let why = try reasonThere(of: target, beside: Set(levels.map(\.framework))) { return why }
    return levels.isEmpty ? UnmatchedReason.notLinked() : UnmatchedReason.nothingInCommon()
  }

  /// What the levels of the target say about the reference frameworks that the question reaches.
  private func reasonThere(
    of target: Framework, beside references: Set<FrameworkName>
  ) throws -> Phrase? {
    guard !references.isEmpty else { return nil }
    let known = try graph.concepts(of: target.name).filter { $0.concept.kind == .level }
    let stated = try known.flatMap { try graph.links(from: $0.id) }
    let links = placer.valid(stated)
    let open = placer.open(stated)
    for reference in references.sorted(by: { $0.description < $1.description }) {
      let relations = links.filter { $0.link.to.framework == reference }.map(\.link.relation)
      let values = ["reference": "\(reference)"]
      if relations.contains(.referencedTo) { return UnmatchedReason.noneNear(values) }
      if relations.contains(where: \.isNull) { return UnmatchedReason.thereNoLevel(values) }
      if relations.contains(.comparedTo) { return UnmatchedReason.thereCompared(values) }
      if open.contains(where: { $0.link.to.framework == reference }) {
        return UnmatchedReason.thereNotKnownThen(values)
      }
    }
    return nil
  }

  /// Why nothing can be looked up from a place: there is none, or none that carries any further.
  private static func reasonAtHome(_ placement: Placement) -> Phrase? {
    let reason: UnmatchedReason? =
      switch placement.status {
      case .null(.belowScale): .belowScale
      case .null(.noneAgreed): .noneAgreed
      case .null(.notUsable): .notUsable
      case .null: .noLevel
      case .comparedOnly: .compared
      case .notKnownThen: .notKnownThen
      case .levels, .conflict, .unknown: nil
      }
    return reason?(["reference": "\(placement.reference)"])
  }
}
