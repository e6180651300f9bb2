internal import PasserelleModel

// What is known of the days of a link, where the answer depends on it.

extension Caveats {
  /// The links of an item of which it is not known whether they held on the day.
  func openLinks(of item: Comparison.Item) throws -> [LinkRecord] {
    item.links.filter { placer.holding(of: $0, of: item.record) == .notKnown }
  }

  /// What is known of the beginning of a link.
  func beginning(of record: LinkRecord) throws -> [Phrase] {
    let link = record.link
    let values = ["from": "\(link.from)", "to": "\(link.to)"]
    let version = try graph.framework(link.from.framework)?.validity ?? Validity()
    switch (link.validity.from, link.validity.by) {
    case (let from?, let by?):
      return [Caveat.begunBetween(values, parts: ["first": [Phrase(from)], "last": [Phrase(by)]])]
    case (let date?, nil):
      return [Caveat.begunIn(values, parts: ["date": [Phrase(date)]])]
    case (nil, let date?):
      return [Caveat.begunBy(values, parts: ["date": [Phrase(date)]])]
    case (nil, nil):
      if placer.isOpen(version) {
        let caveat: Caveat = version.by == nil ? .versionBegunIn : .versionBegunBy
        return [
          caveat(
            ["framework": "\(link.from.framework)"],
            parts: ["date": [version.by ?? version.from].compactMap { $0.map { Phrase($0) } }])
        ]
      }
      guard let date = record.evidence.document?.date else { return [Caveat.sourceUndated(values)] }
      return [Caveat.sourceDated(values, parts: ["date": [Phrase(date)]])]
    }
  }

  /// The links to reference frameworks that begin after the day, each once.
  func notLinkedYet(_ subjects: [Identifier], on day: Day) throws -> [Phrase] {
    var seen: Set<Phrase> = []
    return try subjects.flatMap { try graph.links(from: $0) }.compactMap { record in
      let link = record.link
      guard placer.isReference(link.to.framework), let from = link.validity.from,
        day < from.firstDay
      else { return nil }
      return Caveat.linkedLater(
        ["from": "\(link.from)", "to": "\(link.to)"],
        parts: ["date": [Phrase(link.validity.by ?? from)]])
    }.filter { seen.insert($0).inserted }
  }
}
