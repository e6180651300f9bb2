internal import PasserelleGraph
internal import PasserelleModel

/// The answer of `gap`, as JSON.
struct GapAnswer: Encodable {
  struct Need: Encodable {
    var id: String
    var title: String
    var essential: Bool
    var coverage: String
    /// The statement that asks for it.
    var demand: LinkAnswer
    /// The statement that something is there which covers it, and what leads from there.
    var supply: LinkAnswer?
    var chain: [LinkAnswer]
    var conclusion: String?
  }

  struct Share: Encodable {
    var covered: Int
    var of: Int
    var what = "essential competences"
  }

  var asOf: String
  var from: String
  var to: String
  var needs: [Need]
  var share: Share?
  var caveats: [String]

  init(_ gap: Gap) {
    asOf = gap.day.description
    from = gap.offer
    to = gap.to.id.description
    needs = gap.needs.map { need in
      Need(
        id: need.record.id.description, title: need.record.concept.title.preferred ?? "",
        essential: need.isEssential, coverage: need.coverage.rawValue,
        demand: LinkAnswer(need.demand), supply: need.supply.map(LinkAnswer.init),
        chain: need.chain?.links.map(LinkAnswer.init) ?? [],
        conclusion: need.chain?.conclusion.name)
    }
    share = gap.share.map { Share(covered: $0.covered, of: $0.of) }
    caveats = gap.caveats
  }
}

/// Writes a gap for people.
struct GapText {
  let gap: Gap

  var lines: [String] {
    let sources = Citations()
    var lines = [
      "\(gap.offer) to \(gap.to.id), as of \(gap.day)".printable, "", "  \(headline)", "",
    ]
    for coverage in Gap.Coverage.allCases {
      let needs = gap.needs.filter { $0.coverage == coverage }
      guard !needs.isEmpty else { continue }
      lines.append("\(Style.bold(Self.heading(coverage))):")
      lines += needs.flatMap { self.lines(of: $0, citing: sources) } + [""]
    }
    return lines + ["to know:"] + gap.caveats.map { "  - \($0.printable)" } + sources.lines
  }

  private func lines(of need: Gap.Need, citing sources: Citations) -> [String] {
    let title = (need.record.concept.title.preferred ?? "").printable
    let kind = need.isEssential ? "essential" : "optional"
    let demand = LinkAnswer(need.demand)
    var lines = [
      "  \(Style.bold(need.record.id.description.printable))  \(title) (\(kind)) "
        + sources.mark(demand.evidence)
    ]
    if let supply = need.supply, need.chain != nil || need.coverage == .partly {
      lines += LinkAnswer(supply).lines(indent: "    ", citing: sources)
    }
    if let chain = need.chain {
      lines += chain.links.flatMap { LinkAnswer($0).lines(indent: "    ", citing: sources) }
      lines.append("    \(chain.conclusion.words)")
    }
    return lines
  }

  private var headline: String {
    guard !gap.needs.isEmpty else {
      return Style.finding(
        "no source here says what \(gap.to.id) asks for".printable, isGood: false)
    }
    guard let share = gap.share else {
      let why =
        gap.offered == 0
        ? "no source here says what \(gap.offer) covers" : "nothing is stated to be essential"
      return Style.finding(why.printable, isGood: false)
    }
    return Style.finding(
      "\(share.covered) of \(share.of) essential competences covered", isGood: share.covered > 0)
  }

  private static func heading(_ coverage: Gap.Coverage) -> String {
    switch coverage {
    case .covered: "covered"
    case .partly: "partly covered"
    case .missing: "left open: candidates for compensation or adaptation"
    case .unknown: "not known"
    }
  }
}

extension Gap {
  /// What is offered, by its name.
  var offer: String { from?.id.description ?? "the profile" }

  /// What the reader must know.
  var caveats: [String] {
    [
      offered == 0
        ? nil : "\(offered) competences are known of \(offer); what is not listed may be there",
      "what is left open is a candidate for compensation or adaptation, and no reason to refuse",
      "a share counts statements of sources; it weighs none, and measures nobody",
    ].compactMap { $0 }
  }
}
