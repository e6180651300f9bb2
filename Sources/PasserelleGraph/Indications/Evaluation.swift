internal import PasserelleModel

/// What one national centre compares a certificate with, for the same purposes and in one framework.
struct Evaluation: Sendable {
  /// The framework of what it is compared with.
  var basis: FrameworkName
  /// The certificate, and what it is compared with.
  var side: Indication.Side
  /// The levels of what it is compared with.
  var levels: [Identifier]

  /// The purposes that the centre names.
  var purposes: [Purpose] { side.links.first?.link.purposes ?? [] }

  /// What the centre does, in a sentence that has the centre, the purposes, and that it binds nobody.
  func words(_ message: IndicationMessage, beside other: Identifier? = nil) -> Phrase {
    let centre = side.links.first?.evidence.document?.publisher
    return message(
      [
        "id": "\(side.id)", "to": side.ends.list, "other": other?.description ?? "",
      ],
      parts: [
        "centre": [centre.map(Phrase.verbatim) ?? IndicationMessage.centreUnnamed()],
        "purposes": purposes.isEmpty
          ? [IndicationMessage.centreNoPurpose()] : purposes.map { $0() },
      ])
  }
}

extension Evaluation {
  /// What centres compare a concept itself with, of all links that indicate something of it.
  static func all(
    by links: [LinkRecord], of record: ConceptRecord, levelsOfEvaluated: [Identifier: [Identifier]]
  ) -> [Evaluation] {
    let own = links.filter { $0.link.relation == .evaluatedAs && $0.link.from == record.id }
    return grouped(own).compactMap { links in
      let ends = Set(links.map(\.link.to)).sorted()
      return ends.first.map { first in
        Evaluation(
          basis: first.framework,
          side: Indication.Side(
            id: record.id, title: record.concept.title, ends: ends, links: links),
          levels: Set(ends.flatMap { levelsOfEvaluated[$0] ?? [$0] }).sorted())
      }
    }
  }

  /// Links that are one view: of one document, for the same purposes, in one framework.
  static func grouped(_ links: [LinkRecord]) -> [[LinkRecord]] {
    let groups = Dictionary(grouping: links) { record in
      [
        record.link.to.framework.description, record.publication?.description ?? "",
        record.evidence.document?.key ?? "",
        record.link.purposes.map(\.rawValue).joined(separator: ","),
      ]
    }
    return groups.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map { group in
      group.value.sorted {
        ($0.sortKey, $0.link.note.preferred ?? "") < ($1.sortKey, $1.link.note.preferred ?? "")
      }
    }
  }
}
