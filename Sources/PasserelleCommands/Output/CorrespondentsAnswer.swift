internal import PasserelleGraph
internal import PasserelleModel

/// The answer of `equivalents`, as JSON, as a table and as text.
struct CorrespondentsAnswer: Encodable {
  struct Match: Encodable {
    var id: String
    var title: String
    /// The title in all languages that it is given in.
    var titles: [ConceptAnswer.Label]
    /// The title as people read it; JSON has it by language.
    var fullTitle: String
    var framework: String
    var finding: String
    var distance: Int
    var referenceLevel: String
    var links: [LinkAnswer]
    var qualifications: [Qualification]
    /// Whether it holds only where the question stands at this reference level.
    var contingent: Bool
    /// What has taken the place of the old level that was asked about.
    var since: String?

    private enum CodingKeys: String, CodingKey {
      case id, title, titles, framework, finding, distance, referenceLevel, links, qualifications
      case contingent, since
    }
  }

  struct Unmatched: Encodable {
    var framework: String
    var heading: String
    var reason: String
  }

  struct Qualification: Encodable {
    var id: String
    var title: String
    /// The title in all languages that it is given in.
    var titles: [ConceptAnswer.Label]
  }

  struct Mapping: Encodable {
    var id: String
    var title: String
    /// The title in all languages that it is given in.
    var titles: [ConceptAnswer.Label]
    /// The title as people read it; JSON has it by language.
    var fullTitle: String
    /// What kind of group it is, where its classification says so.
    var tier: String?
    var relation: String
    var cardinality: String
    var cardinalityInWords: String
    var links: [LinkAnswer]

    private enum CodingKeys: String, CodingKey {
      case id, title, titles, tier, relation, cardinality, cardinalityInWords, links
    }
  }

  var asOf: String
  var subject: ComparisonAnswer
  var searched: [String]
  var matches: [Match]
  /// The frameworks that were searched and have nothing to show.
  var unmatched: [Unmatched]
  var declared: [Mapping]
  /// Decisions on single cases, which bind no other.
  var precedents: [Mapping]
  var mappings: [Mapping]
  /// What several tables, or a table and a hierarchy, come to together.
  var chained: [Mapping]
  var compared: [Mapping]
  /// What is stated to have no usable counterpart there.
  var nulls: [LinkAnswer]
  var caveats: [String]
  /// Who decides over there, where the purpose was given.
  var nextSteps: NextStepsAnswer?

  init(_ found: Correspondents) {
    asOf = found.subject.day.description
    subject = ComparisonAnswer(found.subject)
    searched = found.targets.map(\.name.description)
    let frameworks = Dictionary(
      found.targets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    matches = found.matches.map { match in
      Match(
        id: match.record.id.description, title: match.record.concept.title.preferred ?? "",
        titles: match.record.concept.title.entries.map(ConceptAnswer.Label.init),
        fullTitle: match.record.concept.fullTitle,
        framework: frameworks[match.record.id.framework]?.heading ?? "",
        finding: match.finding.rawValue, distance: match.distance,
        referenceLevel: match.referenceLevel.description, links: match.links.map(LinkAnswer.init),
        qualifications: match.qualifications.map {
          Qualification(
            id: $0.id.description, title: $0.concept.title.preferred ?? "",
            titles: $0.concept.title.entries.map(ConceptAnswer.Label.init))
        }, contingent: match.isContingent, since: match.since?.description)
    }
    unmatched = found.unmatched.map {
      Unmatched(
        framework: $0.framework.name.description, heading: $0.framework.heading, reason: $0.reason)
    }
    declared = found.declared.map(Self.mapping)
    precedents = found.precedents.map(Self.mapping)
    mappings = found.mappings.map(Self.mapping)
    chained = found.chained.map(Self.mapping)
    compared = found.compared.map(Self.mapping)
    nulls = found.nulls.map(LinkAnswer.init)
    caveats = found.caveats.map(\.description)
  }

  private static func mapping(_ mapping: Correspondents.Mapping) -> Mapping {
    Mapping(
      id: mapping.id.description, title: mapping.record?.concept.title.preferred ?? "",
      titles: mapping.record?.concept.title.entries.map(ConceptAnswer.Label.init) ?? [],
      fullTitle: mapping.record?.concept.fullTitle ?? "",
      tier: mapping.record?.concept.tier, relation: mapping.relation.rawValue,
      cardinality: mapping.cardinality.description,
      cardinalityInWords: mapping.cardinality.words, links: mapping.links.map(LinkAnswer.init))
  }

  var table: OutputTable {
    var table = OutputTable(columns: [
      "question", "as of", "id", "title", "finding", "reference level", "authority", "document",
      "date", "url", "read in", "remark",
    ])
    let question = subject.items.first?.id ?? ""
    func add(_ cells: [String], _ links: [LinkAnswer], remark: String = "") {
      let evidence = links.first?.evidence
      let sources = [
        evidence?.authority, evidence?.document, evidence?.date, evidence?.url, evidence?.via,
      ]
      table.rows.append([question, asOf] + cells + sources.map { $0 ?? "" } + [remark])
    }
    for match in matches {
      let remarks = [
        match.since.map { "by way of \($0), which took the old level's place" },
        match.contingent ? "only where the question stands at this reference level" : nil,
      ]
      add(
        [match.id, match.fullTitle, match.finding, match.referenceLevel], match.links,
        remark: remarks.compactMap { $0 }.joined(separator: "; "))
    }
    for mapping in declared {
      add([mapping.id, mapping.fullTitle, Finding.declaredEquivalent.rawValue, ""], mapping.links)
    }
    for mapping in precedents {
      let outcome = mapping.links.first?.outcome ?? ""
      add([mapping.id, mapping.fullTitle, "precedent \(outcome)", ""], mapping.links)
    }
    for mapping in mappings + chained + compared {
      add(
        [mapping.id, mapping.fullTitle, "\(mapping.relation) \(mapping.cardinality)", ""],
        mapping.links)
    }
    for unmatched in unmatched {
      add(
        [unmatched.framework, unmatched.heading, subject.emptyFinding, ""], [],
        remark: unmatched.reason)
    }
    return table
  }

  func lines(of found: Correspondents, citing sources: Citations) -> [String] {
    let names = searched.joined(separator: ", ")
    let subject = ComparisonText(comparison: found.subject)
    var lines = ["\(self.subject.items[0].id) in \(names), as of \(asOf)".printable, ""]
    if [mappings, chained, declared, precedents, compared].allSatisfy(\.isEmpty), matches.isEmpty {
      let why =
        found.subject.finding == .sameReferenceLevel
        ? "\(subject.headline), and nothing in \(names) is linked to that level or the next"
        : subject.headline
      lines.append("  " + Style.finding("nothing found: \(why)".printable, isGood: false))
    } else if !matches.isEmpty {
      let isSame = matches[0].distance == 0
      lines.append("  " + Style.finding(heading(subject, isSame: isSame), isGood: isSame))
    }
    if lines.last != "" { lines.append("") }
    for match in matches {
      lines.append(
        "\(Style.bold(match.id.printable))  \(match.fullTitle.printable), "
          + match.framework.printable)
      if match.finding == Finding.conflict.rawValue {
        lines.append("  the sources disagree on this level")
      }
      if let since = match.since {
        lines.append("  by way of \(since), which has taken the old level's place".printable)
      }
      if match.contingent {
        lines.append("  only where the question stands at \(match.referenceLevel)".printable)
      } else if match.finding == Finding.ambiguous.rawValue {
        lines.append("  this level spans several reference levels")
      }
      lines += match.links.flatMap { $0.lines(indent: "  ", citing: sources) }
      lines += match.qualifications.map {
        "  holds \($0.titles.map(\.text).joined(separator: " · ").printable) (\($0.id.printable))"
      }
      lines.append("")
    }
    if !unmatched.isEmpty {
      lines.append("nothing to show:")
      lines += unmatched.map { "  \($0.heading): \($0.reason)".printable } + [""]
    }
    lines += section("declared, within the scope of the declaration:", declared, citing: sources)
    lines += section("decided in single cases, which bind no other:", precedents, citing: sources)
    lines += section("published mappings:", mappings, citing: sources)
    lines += section(
      "by several tables, or a table and a hierarchy, in chains:", chained, citing: sources)
    lines += section("compared, without commitment:", compared, citing: sources)
    if !nulls.isEmpty {
      lines += ["stated to have no usable counterpart:"]
      lines += nulls.flatMap { $0.lines(indent: "  ", citing: sources) } + [""]
    }
    lines += self.subject.items[0].links.isEmpty ? [] : ["where the question stands:"]
    lines += self.subject.items[0].links.flatMap { $0.lines(indent: "  ", citing: sources) }
    if !caveats.isEmpty {
      lines += ["to know:"] + caveats.map { "  - \($0.printable)" }
    }
    if nextSteps == nil { lines += Self.openEnd }
    return lines
  }

  /// What an officer does next, whatever was found.
  private static let openEnd = [
    "",
    "A level decides nothing: a recognition body compares level, workload, quality, profile and "
      + "learning outcomes.",
    "'--purpose study', 'regulated' or 'work' shows who decides over there.",
  ]

  private func heading(_ subject: ComparisonText, isSame: Bool) -> String {
    if matches.contains(where: { $0.since != nil }) {
      return "by way of what has taken the old level's place; the old level itself has no link"
    }
    if matches.contains(where: \.contingent) {
      return "it depends on where the single certificate stands: \(subject.headline)"
    }
    return isSame
      ? "at the same reference level: \(subject.headline)"
      : "nothing at the same reference level; the nearest: \(subject.headline)"
  }

  private func section(
    _ heading: String, _ mappings: [Mapping], citing sources: Citations
  ) -> [String] {
    guard !mappings.isEmpty else { return [] }
    return [heading] + mappings.flatMap { $0.lines(citing: sources) } + [""]
  }
}

extension CorrespondentsAnswer.Mapping {
  fileprivate func lines(citing sources: Citations) -> [String] {
    let tier = tier.map { " (\($0))" } ?? ""
    return [
      "  \(Style.bold(id.printable))  \(fullTitle.printable)\(tier.printable)",
      "    \(relation), \(cardinality): \(cardinalityInWords)",
    ] + links.flatMap { $0.lines(indent: "    ", citing: sources) }
  }
}
