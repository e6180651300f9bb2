internal import PasserelleGraph
internal import PasserelleModel

/// The answer of `equivalents`, as JSON, as a table and as text.
struct CorrespondentsAnswer: Encodable {
  struct Match: Encodable {
    var id: String
    var title: String
    var framework: String
    var finding: String
    var distance: Int
    var referenceLevel: String
    var links: [LinkAnswer]
    var qualifications: [Qualification]
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
    /// What kind of group it is, where its classification says so.
    var tier: String?
    var relation: String
    var cardinality: String
    var cardinalityInWords: String
    var links: [LinkAnswer]
  }

  var asOf: String
  var subject: ComparisonAnswer
  var searched: [String]
  var matches: [Match]
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
    asOf = found.subject.day
    subject = ComparisonAnswer(found.subject)
    searched = found.targets.map(\.name.description)
    let frameworks = Dictionary(
      found.targets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    matches = found.matches.map { match in
      Match(
        id: match.record.id.description, title: match.record.concept.title.preferred ?? "",
        framework: frameworks[match.record.id.framework]?.heading ?? "",
        finding: match.finding.rawValue, distance: match.distance,
        referenceLevel: match.referenceLevel.description, links: match.links.map(LinkAnswer.init),
        qualifications: match.qualifications.map {
          Qualification(
            id: $0.id.description, title: $0.concept.title.preferred ?? "",
            titles: $0.concept.title.entries.map(ConceptAnswer.Label.init))
        })
    }
    declared = found.declared.map(Self.mapping)
    precedents = found.precedents.map(Self.mapping)
    mappings = found.mappings.map(Self.mapping)
    chained = found.chained.map(Self.mapping)
    compared = found.compared.map(Self.mapping)
    nulls = found.nulls.map(LinkAnswer.init)
    caveats = found.caveats
  }

  private static func mapping(_ mapping: Correspondents.Mapping) -> Mapping {
    Mapping(
      id: mapping.id.description, title: mapping.record?.concept.title.preferred ?? "",
      tier: mapping.record?.concept.tier, relation: mapping.relation.rawValue,
      cardinality: mapping.cardinality.description,
      cardinalityInWords: mapping.cardinality.words, links: mapping.links.map(LinkAnswer.init))
  }

  var table: OutputTable {
    var table = OutputTable(columns: [
      "id", "title", "finding", "reference level", "authority", "document", "date", "url",
    ])
    func evidence(_ links: [LinkAnswer]) -> [String] {
      let evidence = links.first?.evidence
      return [evidence?.authority, evidence?.document, evidence?.date, evidence?.url]
        .map { $0 ?? "" }
    }
    for match in matches {
      table.rows.append(
        [match.id, match.title, match.finding, match.referenceLevel] + evidence(match.links))
    }
    for mapping in declared {
      table.rows.append(
        [mapping.id, mapping.title, Finding.declaredEquivalent.rawValue, ""]
          + evidence(mapping.links))
    }
    for mapping in mappings + chained + compared {
      table.rows.append(
        [mapping.id, mapping.title, "\(mapping.relation) \(mapping.cardinality)", ""]
          + evidence(mapping.links))
    }
    return table
  }

  func lines(of found: Correspondents) -> [String] {
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
      lines.append(
        "  "
          + Style.finding(
            isSame
              ? "at the same reference level: \(subject.headline)"
              : "nothing at the same reference level; the nearest: \(subject.headline)",
            isGood: isSame))
    }
    if lines.last != "" { lines.append("") }
    for match in matches {
      lines.append(
        "\(Style.bold(match.id.printable))  \(match.title.printable), \(match.framework.printable)")
      if match.finding == Finding.conflict.rawValue {
        lines.append("  the sources disagree on this level")
      }
      if match.finding == Finding.ambiguous.rawValue {
        lines.append("  this level spans several reference levels")
      }
      lines += match.links.flatMap { $0.lines(indent: "  ") }
      lines += match.qualifications.map {
        "  holds \($0.titles.map(\.text).joined(separator: " · ").printable) (\($0.id.printable))"
      }
      lines.append("")
    }
    lines += section("declared, within the scope of the declaration:", declared)
    lines += section("decided in single cases, which bind no other:", precedents)
    lines += section("published mappings:", mappings)
    lines += section("by several tables, or a table and a hierarchy, in chains:", chained)
    lines += section("compared, without commitment:", compared)
    if !nulls.isEmpty {
      lines += ["stated to have no usable counterpart:"]
      lines += nulls.flatMap { $0.lines(indent: "  ") } + [""]
    }
    lines += self.subject.items[0].links.isEmpty ? [] : ["where the question stands:"]
    lines += self.subject.items[0].links.flatMap { $0.lines(indent: "  ") }
    if !caveats.isEmpty {
      lines += ["to know:"] + caveats.map { "  - \($0.printable)" }
    }
    return lines
  }

  private func section(_ heading: String, _ mappings: [Mapping]) -> [String] {
    guard !mappings.isEmpty else { return [] }
    return [heading] + mappings.flatMap { $0.lines } + [""]
  }
}

extension CorrespondentsAnswer.Mapping {
  fileprivate var lines: [String] {
    let tier = tier.map { " (\($0))" } ?? ""
    return [
      "  \(Style.bold(id.printable))  \(title.printable)\(tier.printable)",
      "    \(relation), \(cardinality): \(cardinalityInWords)",
    ] + links.flatMap { $0.lines(indent: "    ") }
  }
}
