internal import PasserelleGraph
internal import PasserelleModel

extension ComparabilityWriter {
  /// A certificate: how it was understood, where it stood and stands, and the five elements.
  func certificate(_ number: Int, _ holding: Assessment.Holding) -> Sheet.Section {
    let certificate = holding.certificate
    let paper = say(
      .certificateFrom,
      [
        "country": names.country(certificate.country),
        "date": certificate.date.map { say.date($0) } ?? say(.unknownDate),
        "body": certificate.body ?? say(.unknownBody),
        "document": say(certificate.document.key),
      ])
    let places = [
      holding.atAward.map { view($0, named: awardName(certificate, $0)) },
      view(holding.today, named: say(.today, ["day": say.date(holding.today.day)])),
    ]
    let understood =
      isStanding ? nil : fact(.understood, understanding(certificate, holding))
    return .init(
      heading: isStanding
        ? say(.standingQualification, ["title": standingTitle ?? certificate.title])
        : say(.certificate, ["number": "\(number)", "title": certificate.title]),
      blocks: (isStanding ? [] : [.text(paper)]) + [
        .facts([understood].compactMap { $0 } + places.compactMap { $0 }),
        .table(
          header: [say(.element), say(.judgement), say(.why)], rows: rows(of: holding)),
      ] + declarations(holding) + precedents(holding) + indications(holding) + gap(holding)
        + notes(on: holding))
  }

  /// The title of what a standing statement is about, for the reader.
  private var standingTitle: String? { assessment.question.standing?.concept.title.in(say.name) }

  func understanding(_ certificate: Certificate, _ holding: Assessment.Holding) -> String {
    func said(_ key: ComparabilityKey, _ record: ConceptRecord) -> String {
      say(
        key,
        ["id": record.id.description, "title": record.concept.title.in(say.name) ?? ""])
    }
    let candidates = holding.candidates.map { candidate in
      "\(candidate.description), \(candidate.record.concept.title.in(say.name) ?? "")"
    }.joined(separator: say.clauses)
    switch holding.today.understanding {
    case .named(let record):
      // A version that the profile does not name is the one of the day of award.
      let isWhole = certificate.identifier?.description.lowercased() == "\(record.id)".lowercased()
      return said(isWhole ? .understoodNamed : .understoodByVersion, record)
    case .byTitle(let record): return said(.understoodByTitle, record)
    case .reserved(let record, let reservation):
      return say(reservation(["id": "\(record.id)", "candidates": candidates]))
    case .several: return say(.understoodSeveral, ["ids": candidates])
    case .ofOtherVersion: return say(.understoodOfOtherVersion, ["ids": candidates])
    case .unknown where candidates.isEmpty: return say(.understoodUnknown)
    case .unknown: return say(.understoodCandidates, ["candidates": candidates])
    }
  }

  /// The day of award as the paper has it, and the day that stands for it.
  private func awardName(_ certificate: Certificate, _ view: Assessment.View) -> String {
    let day = view.day.description
    let date = certificate.date?.description ?? day
    return date == day
      ? say(.onAward, ["day": say.date(day)])
      : say(.onAwardAsOf, ["date": say.date(date), "day": say.date(day)])
  }

  /// Where a certificate stands on a day.
  private func view(_ view: Assessment.View, named name: String) -> Sheet.Fact {
    guard let subject = view.correspondents?.subject, let item = subject.items.first else {
      return .init(name: name, value: say(.viewNothing))
    }
    let own = view.ownLevels
    let parts =
      [
        own.isEmpty ? nil : say(.viewLevel, ["levels": list(own)]),
        place(of: item, caveats: subject.caveats),
      ].compactMap { $0 } + item.successors.map(succession)
    return .init(name: name, value: parts.joined(separator: say.clauses))
  }

  private func place(of item: Comparison.Item, caveats: [Phrase]) -> String {
    let marks = sources.marks(item.links)
    switch item.placement?.status {
    case .levels(let levels):
      return "\(say(.viewReaches, ["levels": list(levels)])) \(marks)"
    case .comparedOnly(let levels):
      return "\(say(.viewCompared, ["levels": list(levels)])) \(marks)"
    case .conflict:
      let places = (item.placement?.links ?? []).map { record in
        let place = record.link.relation.isNull ? say(.viewConflictNone) : "\(record.link.to)"
        return "\(place) \(sources.marks([record]))"
      }
      return say(.viewConflict, ["places": places.joined(separator: say.separator)])
    case .null, .notKnownThen, .unknown, nil:
      // Why there is none, where the sources say it.
      let why = caveats.first { Caveat.reasonsForNoLevel.map(\.key).contains($0.key) }
      return "\(why.map { say($0) } ?? say(.viewNone)) \(marks)".trimmed
    }
  }

  private func succession(to successor: Comparison.Successor) -> String {
    let levels = successor.placement?.namedLevels ?? []
    let text = say(
      levels.isEmpty ? .viewSince : .viewSinceReaches,
      ["new": "\(successor.record.id)", "levels": list(levels)])
    return "\(text) \(sources.marks(successor.links))"
  }

  private func rows(of holding: Assessment.Holding) -> [[String]] {
    func row(_ name: String, _ judgement: ElementJudgement) -> [String] {
      [
        name, say(judgement.comparability),
        "\(judgement.reasons.map { say($0) }.joined(separator: " ")) \(sources.marks(judgement.links))"
          .trimmed,
      ]
    }
    return holding.elements.flatMap { element -> [[String]] in
      let name = say(element.element)
      guard element.element == .level, let atAward = holding.levelAtAward,
        atAward.comparability != element.comparability || atAward.reasons != element.reasons
      else { return [row(name, element)] }
      return [
        row(say(ComparabilityKey.elementLevelOnAward), atAward),
        row(say(ComparabilityKey.elementLevelToday), element),
      ]
    }
  }

  // MARK: - What was declared and decided

  private func declarations(_ holding: Assessment.Holding) -> [Sheet.Block] {
    let links = holding.today.correspondents?.declared.flatMap(\.links) ?? []
    return links.isEmpty
      ? []
      : [.heading(say(.declared)), .list(links.map { "\(scope(of: $0)) \(sources.marks([$0]))" })]
  }

  private func precedents(_ holding: Assessment.Holding) -> [Sheet.Block] {
    let links = holding.today.correspondents?.precedents.flatMap(\.links) ?? []
    return links.isEmpty
      ? []
      : [
        .heading(say(.precedents)), .list(links.map { "\(scope(of: $0)) \(sources.marks([$0]))" }),
      ]
  }

  /// What only indicates, each with its sources, and how many more there are.
  private func indications(_ holding: Assessment.Holding) -> [Sheet.Block] {
    let found = holding.today.correspondents
    let indications = holding.indications.map { indication in
      "\(IndicationAnswer(indication).line(in: say)) \(sources.marks(indication.links))"
    }
    let leftOut = found?.indicationsLeftOut ?? 0
    let more = leftOut > 0 ? [say(AnswerKey.indicationMore, ["count": "\(leftOut)"])] : []
    return indications.isEmpty
      ? [] : [.heading(say(.indications)), .list(indications + more)]
  }

  /// What a declaration or a decision says, and for whom.
  private func scope(of record: LinkRecord) -> String {
    let link = record.link
    func part(_ key: ComparabilityKey, _ words: [String]) -> String? {
      words.isEmpty ? nil : say(key, ["words": say.list(words)])
    }
    let days = [link.validity.from, link.validity.to].map { date in
      date.map { say.date($0) } ?? "…"
    }
    let parts = [
      say(.scopeBetween, ["from": link.from.description, "to": link.to.description]),
      link.outcome.map { say($0) },
      link.date.map { say(.scopeDate, ["words": say.date($0)]) },
      part(.scopeParties, link.parties),
      part(.scopePurposes, link.purposes.map { say($0) }),
      part(.scopeConditions, link.conditions), part(.scopeCompensation, link.compensation),
      days == ["…", "…"] ? nil : say(.scopeValidity, ["from": days[0], "to": days[1]]),
      link.validity.by.map { say(AnswerKey.linkValidBy, ["date": say.date($0)]) },
    ]
    return parts.compactMap { $0 }.joined(separator: say.clauses)
  }

  // MARK: - What is open

  /// What the certificate alone leaves open, where it covers something of what is sought.
  private func gap(_ holding: Assessment.Holding) -> [Sheet.Block] {
    guard let gap = holding.gap, gap.offered > 0, !gap.needs.isEmpty else { return [] }
    let open = gap.needs.filter { $0.isEssential && $0.coverage != .covered }
    guard !open.isEmpty else { return [] }
    return [.heading(say(.gapOpen)), .list(open.map { named($0.record) })]
  }

  private func notes(on holding: Assessment.Holding) -> [Sheet.Block] {
    let today = holding.today.correspondents?.caveats ?? []
    func listed(_ heading: String, _ phrases: [Phrase]) -> [Sheet.Block] {
      phrases.isEmpty ? [] : [.heading(heading), .list(phrases.map { say($0) })]
    }
    return listed(say(.doubts), holding.doubts) + listed(say(.toKnow), today)
      + listed(
        say(.toKnowThen, ["day": holding.atAward.map { say.date($0.day) } ?? ""]),
        holding.caveatsOnAward)
      + listed(say(.missing), holding.missing)
  }

  private func list(_ ids: [Identifier]) -> String {
    ids.map(\.description).joined(separator: say.separator)
  }
}

extension DocumentState? {
  /// How the words for the state of a document are found.
  fileprivate var key: ComparabilityKey {
    switch self {
    case .original: .documentOriginal
    case .copy: .documentCopy
    case .missing: .documentMissing
    case nil: .documentNotStated
    }
  }
}
