package import PasserelleGraph
package import PasserelleModel

extension StatementWriter {
  /// A certificate: how it was understood, where it stood and stands, and the five elements.
  func certificate(_ number: Int, _ holding: Assessment.Holding) -> StatementSheet.Section {
    let certificate = holding.certificate
    let paper = say(
      "certificate.from",
      [
        "country": names.country(certificate.country),
        "date": certificate.date?.description ?? say("unknown.date"),
        "body": certificate.body ?? say("unknown.body"),
        "document": say("document.\(certificate.document?.rawValue ?? "not-stated")"),
      ])
    let places = [
      holding.atAward.map { view($0, named: awardName(certificate, $0)) },
      view(holding.today, named: say("today", ["day": "\(holding.today.day)"])),
    ]
    return .init(
      heading: say("certificate", ["number": "\(number)", "title": certificate.title]),
      blocks: [
        .text(paper),
        .facts(
          [fact("understood", understanding(certificate, holding.today))] + places.compactMap { $0 }
        ),
        .table(
          header: [say("element"), say("judgement"), say("why")], rows: rows(of: holding)),
      ] + declarations(holding) + precedents(holding) + gap(holding) + notes(on: holding))
  }

  package func understanding(
    _ certificate: Certificate, _ view: Assessment.View
  ) -> String {
    func said(_ key: String, _ record: ConceptRecord) -> String {
      say(
        key,
        ["id": record.id.description, "title": record.concept.title.in(say.language) ?? ""])
    }
    switch view.understanding {
    case .named(let record):
      // A version that the profile does not name is the one of the day of award.
      let isWhole = certificate.identifier?.description.lowercased() == "\(record.id)".lowercased()
      return said(isWhole ? "understood.named" : "understood.by-version", record)
    case .byTitle(let record): return said("understood.by-title", record)
    case .several(let records):
      return say("understood.several", ["ids": list(records.map(\.id))])
    case .ofOtherVersion(let records):
      return say("understood.of-other-version", ["ids": list(records.map(\.id))])
    case .unknown: return say("understood.unknown")
    }
  }

  /// The day of award as the paper has it, and the day that stands for it.
  private func awardName(_ certificate: Certificate, _ view: Assessment.View) -> String {
    let day = view.day.description
    let date = certificate.date?.description ?? day
    return date == day
      ? say("on-award", ["day": day])
      : say("on-award.as-of", ["date": date, "day": day])
  }

  /// Where a certificate stands on a day.
  private func view(_ view: Assessment.View, named name: String) -> StatementSheet.Fact {
    guard let subject = view.correspondents?.subject, let item = subject.items.first else {
      return .init(name: name, value: say("view.nothing"))
    }
    let own = view.ownLevels
    let parts =
      [
        own.isEmpty ? nil : say("view.level", ["levels": list(own)]),
        place(of: item, caveats: subject.caveats),
      ].compactMap { $0 } + item.successors.map(succession)
    return .init(name: name, value: parts.joined(separator: "; "))
  }

  private func place(of item: Comparison.Item, caveats: [Phrase]) -> String {
    let marks = sources.marks(item.links)
    switch item.placement?.status {
    case .levels(let levels):
      return "\(say("view.reaches", ["levels": list(levels)])) \(marks)"
    case .comparedOnly(let levels):
      return "\(say("view.compared", ["levels": list(levels)])) \(marks)"
    case .conflict:
      let places = (item.placement?.links ?? []).map { record in
        let place = record.link.relation.isNull ? say("view.conflict.none") : "\(record.link.to)"
        return "\(place) \(sources.marks([record]))"
      }
      return say("view.conflict", ["places": places.joined(separator: ", ")])
    case .null, .unknown, nil:
      // Why there is none, where the sources say it.
      let why = caveats.first { Caveat.reasonsForNoLevel.map(\.rawValue).contains($0.key) }
      return "\(why.map { say($0) } ?? say("view.none")) \(marks)".trimmed
    }
  }

  private func succession(to successor: Comparison.Successor) -> String {
    let levels = successor.placement?.namedLevels ?? []
    let text = say(
      levels.isEmpty ? "view.since" : "view.since-reaches",
      ["new": "\(successor.record.id)", "levels": list(levels)])
    return "\(text) \(sources.marks(successor.links))"
  }

  private func rows(of holding: Assessment.Holding) -> [[String]] {
    func row(_ name: String, _ judgement: ElementJudgement) -> [String] {
      [
        say(name), say("comparability.\(judgement.comparability.rawValue)"),
        "\(judgement.reasons.map { say($0) }.joined(separator: " ")) \(sources.marks(judgement.links))"
          .trimmed,
      ]
    }
    return holding.elements.flatMap { element -> [[String]] in
      let name = "element.\(element.element.rawValue)"
      guard element.element == .level, let atAward = holding.levelAtAward,
        atAward.comparability != element.comparability || atAward.reasons != element.reasons
      else { return [row(name, element)] }
      return [row("element.level-on-award", atAward), row("element.level-today", element)]
    }
  }

  // MARK: - What was declared and decided

  private func declarations(_ holding: Assessment.Holding) -> [StatementSheet.Block] {
    let links = holding.today.correspondents?.declared.flatMap(\.links) ?? []
    return links.isEmpty
      ? []
      : [.text(say("declared")), .list(links.map { "\(scope(of: $0)) \(sources.marks([$0]))" })]
  }

  private func precedents(_ holding: Assessment.Holding) -> [StatementSheet.Block] {
    let links = holding.today.correspondents?.precedents.flatMap(\.links) ?? []
    return links.isEmpty
      ? []
      : [.text(say("precedents")), .list(links.map { "\(scope(of: $0)) \(sources.marks([$0]))" })]
  }

  /// What a declaration or a decision says, and for whom.
  private func scope(of record: LinkRecord) -> String {
    let link = record.link
    func part(_ key: String, _ words: [String]) -> String? {
      words.isEmpty ? nil : say(key, ["words": words.joined(separator: ", ")])
    }
    let days = [link.validity.from?.description ?? "…", link.validity.to?.description ?? "…"]
    let parts = [
      say("scope.between", ["from": link.from.description, "to": link.to.description]),
      link.outcome.map { say("scope.outcome.\($0.rawValue)") },
      link.date.map { say("scope.date", ["words": $0.description]) },
      part("scope.parties", link.parties),
      part("scope.purposes", link.purposes.map { say("purpose.\($0)") }),
      part("scope.conditions", link.conditions), part("scope.compensation", link.compensation),
      days == ["…", "…"] ? nil : say("scope.validity", ["from": days[0], "to": days[1]]),
    ]
    return parts.compactMap { $0 }.joined(separator: "; ")
  }

  // MARK: - What is open

  /// What the certificate alone leaves open, where it covers something of what is sought.
  private func gap(_ holding: Assessment.Holding) -> [StatementSheet.Block] {
    guard let gap = holding.gap, gap.offered > 0, !gap.needs.isEmpty else { return [] }
    let open = gap.needs.filter { $0.isEssential && $0.coverage != .covered }
    guard !open.isEmpty else { return [] }
    return [.text(say("gap.open")), .list(open.map { named($0.record) })]
  }

  private func notes(on holding: Assessment.Holding) -> [StatementSheet.Block] {
    let today = holding.today.correspondents?.caveats ?? []
    let then = (holding.atAward?.correspondents?.caveats ?? []).filter { !today.contains($0) }
    func listed(_ heading: String, _ phrases: [Phrase]) -> [StatementSheet.Block] {
      phrases.isEmpty ? [] : [.text(heading), .list(phrases.map { say($0) })]
    }
    return listed(say("doubts"), holding.doubts) + listed(say("to-know"), today)
      + listed(say("to-know-then", ["day": holding.atAward?.day.description ?? ""]), then)
      + listed(say("missing"), holding.missing)
  }

  private func list(_ ids: [Identifier]) -> String {
    ids.map(\.description).joined(separator: ", ")
  }
}
