internal import PasserelleModel

/// What one national centre compares a certificate with, for the same purposes and in one framework.
struct Evaluation {
  /// The framework of what it is compared with.
  var basis: FrameworkName
  /// The certificate, and what it is compared with.
  var side: Indication.Side
  /// The levels of what it is compared with.
  var levels: [Identifier]

  /// What the centre does, in a sentence that has the centre, the purposes, and that it binds nobody.
  func words(_ message: IndicationMessage, beside other: Identifier? = nil) -> Phrase {
    let purposes = side.links.first?.link.purposes ?? []
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

extension Placed {
  /// What centres compare the concept itself with: a view of its level is not one of it.
  ///
  /// For a purpose that was asked for, no other counts.
  func evaluations(for purpose: Purpose?) -> [Evaluation] {
    let links = indicating.filter { record in
      record.link.relation == .evaluatedAs && record.link.from == self.record.id
        && purpose.map(record.link.purposes.contains) ?? true
    }
    return Evaluation.grouped(links).compactMap { links in
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
}

extension Evaluation {
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
