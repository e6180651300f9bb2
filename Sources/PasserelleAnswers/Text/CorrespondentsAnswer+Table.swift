internal import PasserelleGraph

extension CorrespondentsAnswer {
  private static let columns = [
    "question", "as of", "id", "title", "finding", "reference level", "relation", "cardinality",
    "via", "indication", "authority", "document", "date", "url", "read in", "remark",
  ]

  /// A row for each concept found, and for each framework that has nothing.
  public func table(in language: Language) -> Table {
    var table = Table(columns: Self.columns)
    func add(
      _ id: String, _ title: String, finding: String = "", level: String = "",
      mapping: Mapping? = nil, indication: String = "", _ links: [LinkAnswer],
      _ remarks: [String] = []
    ) {
      let evidence = links.first?.evidence
      let source = [
        evidence?.authority, evidence?.document, evidence?.date, evidence?.url, evidence?.via,
      ]
      table.rows.append(
        [subject.items.first?.id ?? "", asOf, id, title, finding, level, mapping?.relation ?? ""]
          + [mapping?.cardinality ?? "", mapping?.via.map(\.id).joined(separator: "; ") ?? ""]
          + [indication] + source.map { $0 ?? "" }
          + [remarks.joined(separator: "; ")])
    }
    for match in matches {
      add(
        match.id, match.fullTitle, finding: match.finding, level: match.referenceLevel, match.links,
        match.remarks(in: language))
    }
    for mapping in declared {
      add(
        mapping.id, mapping.fullTitle, finding: Finding.declaredEquivalent.rawValue,
        mapping: mapping, mapping.links, mapping.links.flatMap { $0.scope(in: language) })
    }
    for mapping in precedents {
      add(
        mapping.id, mapping.fullTitle, mapping: mapping, mapping.links,
        mapping.links.flatMap { $0.scope(in: language) })
    }
    for mapping in mappings + chained + compared {
      add(mapping.id, mapping.fullTitle, mapping: mapping, mapping.links)
    }
    for indication in indications {
      for side in indication.sides.dropFirst() {
        add(
          side.id, side.title, level: side.levels.joined(separator: ", "),
          indication: indication.kind, side.links, [indication.line(in: language)])
      }
    }
    for unmatched in unmatched {
      add(
        unmatched.framework, unmatched.heading, finding: emptyFinding, [],
        [language(unmatched.reason)])
    }
    return table
  }
}
