internal import PasserelleGraph
internal import PasserelleModel

/// The answer of `compare`, as JSON and as text.
struct ComparisonAnswer: Encodable {
  struct Item: Encodable {
    var id: String
    var title: String
    /// The title in all languages that it is given in.
    var titles: [ConceptAnswer.Label]
    /// The title as people read it; JSON has it by language.
    var fullTitle: String
    var framework: String
    var level: String?
    var referenceLevels: [String]
    var links: [LinkAnswer]
    /// What has taken the place of its level since.
    var successors: [Successor]

    private enum CodingKeys: String, CodingKey {
      case id, title, titles, framework, level, referenceLevels, links, successors
    }
  }

  struct Successor: Encodable {
    var id: String
    var title: String
    /// The title in all languages that it is given in.
    var titles: [ConceptAnswer.Label]
    /// The title as people read it; JSON has it by language.
    var fullTitle: String
    var referenceLevels: [String]
    var links: [LinkAnswer]

    private enum CodingKeys: String, CodingKey {
      case id, title, titles, referenceLevels, links
    }
  }

  struct Conflict: Encodable {
    var item: String
    var links: [LinkAnswer]
  }

  struct Weakest: Encodable {
    var from: String
    var to: String
    var reason: String
  }

  var asOf: String
  var finding: String
  var referenceFramework: String?
  var referenceLevels: [String]
  var items: [Item]
  var direct: [LinkAnswer]
  /// Decisions on single cases, which bind no other.
  var precedents: [LinkAnswer]
  var weakestLink: Weakest?
  var conflicts: [Conflict]
  var unknown: [String]
  var caveats: [String]
  /// Who decides over there, where the purpose was given.
  var nextSteps: NextStepsAnswer?

  init(_ comparison: Comparison) {
    asOf = comparison.day.description
    finding = comparison.finding.rawValue
    referenceFramework = comparison.reference?.description
    referenceLevels = comparison.referenceLevels.map(\.codeText)
    items = comparison.items.map { item in
      Item(
        id: item.record.id.description, title: item.record.concept.title.preferred ?? "",
        titles: item.record.concept.title.entries.map(ConceptAnswer.Label.init),
        fullTitle: item.record.concept.fullTitle,
        framework: item.framework.heading, level: item.level?.description,
        referenceLevels: item.placement?.namedLevels.map(\.codeText) ?? [],
        links: item.links.map(LinkAnswer.init),
        successors: item.successors.map { successor in
          Successor(
            id: successor.record.id.description,
            title: successor.record.concept.title.preferred ?? "",
            titles: successor.record.concept.title.entries.map(ConceptAnswer.Label.init),
            fullTitle: successor.record.concept.fullTitle,
            referenceLevels: successor.placement?.namedLevels.map(\.codeText) ?? [],
            links: successor.links.map(LinkAnswer.init))
        })
    }
    direct = comparison.direct.map(LinkAnswer.init)
    precedents = comparison.precedents.map(LinkAnswer.init)
    weakestLink = comparison.weakest.map { weakest in
      Weakest(
        from: weakest.link.link.from.description, to: weakest.link.link.to.description,
        reason: weakest.reason)
    }
    conflicts = comparison.conflicts.map {
      Conflict(item: $0.item.description, links: $0.links.map(LinkAnswer.init))
    }
    unknown = Comparison.unknownElements
    caveats = comparison.caveats.map(\.description)
  }

  /// What is found where nothing corresponds: the place of the question may be settled, and there is
  /// still no link.
  var emptyFinding: String {
    finding == Finding.sameReferenceLevel.rawValue ? Finding.noOfficialLink.rawValue : finding
  }

  private enum CodingKeys: String, CodingKey {
    case asOf, finding, referenceFramework, referenceLevels, items, direct, precedents, weakestLink,
      conflicts
    case unknown, caveats, nextSteps
  }

  /// Writes null where there is no reference framework: that is part of the answer.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(asOf, forKey: .asOf)
    try container.encode(finding, forKey: .finding)
    try container.encode(referenceFramework, forKey: .referenceFramework)
    try container.encode(referenceLevels, forKey: .referenceLevels)
    try container.encode(items, forKey: .items)
    try container.encode(direct, forKey: .direct)
    try container.encode(precedents, forKey: .precedents)
    try container.encode(weakestLink, forKey: .weakestLink)
    try container.encode(conflicts, forKey: .conflicts)
    try container.encode(unknown, forKey: .unknown)
    try container.encode(caveats, forKey: .caveats)
    try container.encodeIfPresent(nextSteps, forKey: .nextSteps)
  }
}

/// Writes a comparison for people.
struct ComparisonText {
  let comparison: Comparison

  func lines(citing sources: Citations) -> [String] {
    let answer = ComparisonAnswer(comparison)
    var lines = [
      "\(answer.items.map(\.id).joined(separator: ", ").printable) as of \(answer.asOf)", "",
      "  " + Style.finding(headline.printable, isGood: isGood), "",
    ]
    for item in answer.items {
      lines.append(
        "\(Style.bold(item.id.printable))  \(item.fullTitle.printable), "
          + item.framework.printable)
      lines += item.links.flatMap { $0.lines(indent: "  ", citing: sources) }
      if item.links.isEmpty, item.referenceLevels.isEmpty, item.level != nil {
        lines.append("  no link to a reference framework is known")
      }
      lines += item.successors.flatMap { successor in
        ["  since then \(Style.bold(successor.id.printable))  \(successor.fullTitle.printable)"]
          + successor.links.flatMap { $0.lines(indent: "    ", citing: sources) }
      }
      if item.successors.count > 1 {
        lines.append("  which of these \(item.successors.count) it is, the old level does not say")
      }
      lines.append("")
    }
    if !answer.direct.isEmpty {
      lines +=
        ["stated between them:"] + answer.direct.flatMap { $0.lines(indent: "  ", citing: sources) }
        + [""]
    }
    if !answer.precedents.isEmpty {
      lines += ["decided in single cases:"]
      lines += answer.precedents.flatMap { $0.lines(indent: "  ", citing: sources) } + [""]
    }
    if let weakest = answer.weakestLink {
      lines.append("weakest link: \(weakest.from) to \(weakest.to): \(weakest.reason)".printable)
    }
    if !answer.caveats.isEmpty {
      lines += ["to know:"] + answer.caveats.map { "  - \($0.printable)" }
    }
    return lines
  }

  var isGood: Bool {
    [.sameReferenceLevel, .declaredEquivalent].contains(comparison.finding)
  }

  /// The finding in words, with the levels.
  var headline: String {
    let levels = comparison.referenceLevels.map(named).joined(separator: ", ")
    guard comparison.items.count > 1 else { return single }
    switch comparison.finding {
    case .sameReferenceLevel: return "same reference level, \(levels)"
    case .adjacent: return "adjacent reference levels: \(itemLevels)"
    case .different: return "different reference levels: \(itemLevels)"
    case .declaredEquivalent: return "declared equivalent, within the scope below"
    case .noOfficialLink:
      return comparison.direct.isEmpty
        ? "no official link" : "no reference level in common, but a direct link: \(directWords)"
    case .conflict: return "the sources are in conflict: \(itemLevels)"
    case .ambiguous: return "ambiguous: \(itemLevels)"
    case .notUsable: return "not usable: a mapping exists that its own authors did not endorse"
    case .noneAgreed: return "no level was agreed"
    case .belowScale: return "below the scale of \(referenceName)"
    }
  }

  private var single: String {
    let id = comparison.items.first?.record.id.description ?? ""
    switch comparison.finding {
    case .sameReferenceLevel:
      let levels = comparison.referenceLevels.map(named).joined(separator: ", ")
      return comparison.items.first?.links.isEmpty == false
        ? "\(id) is referenced to \(levels)" : "\(id) is the reference level \(levels)"
    case .conflict: return "the sources are in conflict: \(itemLevels)"
    case .ambiguous: return "ambiguous: \(itemLevels)"
    case .noOfficialLink: return "no official link"
    case .belowScale: return "below the scale of \(referenceName)"
    case .noneAgreed: return "no level was agreed"
    default: return "not usable: a mapping exists that its own authors did not endorse"
    }
  }

  private var directWords: String {
    comparison.direct.map { "\($0.link.from) \($0.link.relation.rawValue) \($0.link.to)" }
      .joined(separator: ", ")
  }

  private var itemLevels: String {
    comparison.items.map { item in
      let levels = item.placement?.namedLevels.map(named) ?? []
      let nulls = item.placement?.links.map(\.link.relation).filter(\.isNull) ?? []
      let all = levels + (nulls.isEmpty ? [] : ["none"])
      return "\(item.record.id) \(all.isEmpty ? "unknown" : all.joined(separator: " or "))"
    }.joined(separator: ", ")
  }

  private var referenceName: String {
    comparison.reference?.series.uppercased() ?? "the reference framework"
  }

  /// `EQF 6`, as people say it.
  private func named(_ level: Identifier) -> String {
    "\(level.framework.series.uppercased()) \(level.codeText)"
  }
}

extension Identifier {
  var codeText: String { code?.description ?? "" }
}

extension Framework {
  /// The title with the countries: `Irish National Framework of Qualifications (IE)`.
  var heading: String {
    let countries = countries.map(\.description).joined(separator: ", ")
    return (title.preferred ?? name.description) + (countries.isEmpty ? "" : " (\(countries))")
  }
}
