internal import PasserelleModel

/// Collects what the reader of a comparison must know before acting on it.
struct Caveats {
  private let graph: any GraphReading
  private let placer: Placer

  init(_ graph: any GraphReading, placer: Placer) {
    self.graph = graph
    self.placer = placer
  }

  func caveats(for comparison: Comparison) throws -> [String] {
    var caveats: [String] = []
    func add(_ text: String) {
      if !caveats.contains(text) { caveats.append(text) }
    }
    if comparison.items.count > 1 { try sameFramework(comparison.items).forEach(add) }
    comparison.direct.compactMap(scope).forEach(add)
    comparison.direct.filter { !$0.isInScope(for: comparison.purpose) }.forEach { record in
      add("the declaration from \(record.link.from) is not for the purpose that was asked about")
    }
    if !comparison.precedents.isEmpty {
      add("a decision was taken on one person's qualification; it binds no other case")
    }
    for item in comparison.items { try versions(of: item, on: comparison.day).forEach(add) }
    for item in comparison.items {
      try status(of: item, among: comparison.items.count).forEach(add)
      unlinkedLevels(of: item).forEach(add)
      elsewhere(item).forEach(add)
      recalled(item).forEach(add)
      try company(of: item).forEach(add)
      try notes(on: item).forEach(add)
      hindsight(of: item.links, on: comparison.day).forEach(add)
    }
    if [.sameReferenceLevel, .adjacent, .different].contains(comparison.finding) {
      add("referencing is by best fit: it links levels, not qualifications")
    }
    if comparison.items.count > 1, comparison.items.contains(where: { $0.level != nil }) {
      add(
        "nothing is said of \(Comparison.unknownElements.joined(separator: ", ")): "
          + "a level is one of five elements")
    }
    return caveats
  }

  /// Two levels of one framework are two levels, whatever they share elsewhere.
  private func sameFramework(_ items: [Comparison.Item]) throws -> [String] {
    var result: [String] = []
    for (index, first) in items.enumerated() {
      for second in items[(index + 1)...] {
        guard let low = first.level, let high = second.level, low != high,
          low.framework == high.framework, let one = try graph.concept(low),
          let other = try graph.concept(high)
        else { continue }
        let (lower, upper) = one.order < other.order ? (low, high) : (high, low)
        result.append("\(lower) and \(upper) are two levels of one framework, \(upper) the higher")
      }
    }
    return result
  }

  private func scope(of record: LinkRecord) -> String? {
    let link = record.link
    guard link.relation == .declaredEquivalent else { return nil }
    let parties = link.parties.isEmpty ? "parties not named" : link.parties.joined(separator: ", ")
    let purpose =
      link.purposes.isEmpty ? "purpose not named" : link.purposes.joined(separator: ", ")
    return "the declaration goes from \(link.from) to \(link.to) only, within its scope: "
      + "\(parties); \(purpose)"
  }

  private func status(of item: Comparison.Item, among count: Int) throws -> [String] {
    let id = item.record.id
    switch item.placement?.status {
    case .levels(let levels) where levels.count > 1:
      return ["\(id) spans \(levels.map(\.description).joined(separator: " and "))"]
    case .null(.belowScale):
      return ["\(id) stands below the lowest level of \(reference(item))"]
    case .null(.notReferenced):
      return ["the source says that \(id) has no level in \(reference(item))"]
    case .null(.noneAgreed):
      return ["no level of \(reference(item)) was agreed for \(id)"]
    case .null(.notUsable):
      return ["the mapping of \(id) to \(reference(item)) was not endorsed by its own authors"]
    case .comparedOnly(let levels):
      return [
        "\(id) is compared with \(levels.map(\.description).joined(separator: ", ")) "
          + "without commitment; a comparison carries no further"
      ]
    case .conflict:
      return ["the sources disagree on \(id); the newest is not silently right"]
    case nil, .unknown:
      // Nobody expects an occupation to have a level.
      let kind = item.record.concept.kind
      guard kind == .level || kind == .qualification else { return [] }
      let subjects = [id] + (item.level.map { [$0] } ?? [])
      let early = placer.notInForce(try subjects.flatMap { try graph.links(from: $0) }).map {
        name, validity in
        "\(name) did not exist on the day that was asked about"
          + (validity.from.map { " (it is of \($0))" } ?? "")
      }
      guard early.isEmpty else { return early }
      let common = count > 1 ? " in common" : ""
      return ["no source here links \(id) to a reference framework\(common)"]
        + (try wholeLinks(of: item))
    default:
      return []
    }
  }

  /// What the framework as a whole is linked to, where its levels are not.
  private func wholeLinks(of item: Comparison.Item) throws -> [String] {
    let framework = Identifier(item.framework.name)
    return placer.valid(try graph.links(from: framework))
      .filter { record in
        let relation = record.link.relation
        return relation == .referencedTo || relation == .comparedTo || relation.isNull
      }
      .map { record in
        let evidence = [record.evidence.document?.publisher, record.link.note.preferred]
          .compactMap { $0 }
        return "\(framework) as a whole \(record.link.relation.words) \(record.link.to)"
          + (evidence.isEmpty ? "" : " (\(evidence.joined(separator: "; ")))")
      }
  }

  /// Links whose source is younger than the day that is asked about.
  func hindsight(of links: [LinkRecord], on day: String) -> [String] {
    let late = links.filter { ($0.evidence.document?.date?.firstDay ?? "") > day }
    return late.prefix(1).compactMap { record in
      record.evidence.document?.date.map {
        "the source of \(record.link.from) is of \($0): whether it held on \(day) is not known"
      }
    }
  }

  private func reference(_ item: Comparison.Item) -> String {
    item.placement?.reference.description ?? "the reference framework"
  }

  /// The other levels of the item's framework that reach the same reference level.
  private func company(of item: Comparison.Item) throws -> [String] {
    guard case .levels(let levels) = item.placement?.status, let own = item.level else { return [] }
    return try levels.compactMap { level in
      let others = placer.valid(try graph.links(to: level, from: own.framework))
        .filter { $0.link.relation == .referencedTo }
        .map(\.link.from).filter { $0 != own }
      let names = try Set(others).filter { try graph.concept($0)?.concept.kind == .level }
        .map(\.description).sorted()
      guard !names.isEmpty else { return nil }
      return "\(level) is reached by \(names.joined(separator: ", ")) as well as by \(own): "
        + "several levels of one framework share it"
    }
  }

  /// Where the item stands in other reference frameworks than the one of the answer.
  private func elsewhere(_ item: Comparison.Item) -> [String] {
    item.others.filter { $0.isFirm && !$0.links.isEmpty }.compactMap { placement in
      let levels = placement.namedLevels.map(\.description).joined(separator: ", ")
      return levels.isEmpty ? nil : "\(item.record.id) is linked to \(levels) as well"
    }
  }

  /// The levels of a qualification that are linked to nothing, where others of its levels are.
  private func unlinkedLevels(of item: Comparison.Item) -> [String] {
    let levels = item.links
      .filter { $0.link.relation == .atLevel && $0.link.from == item.record.id }.map(\.link.to)
    let linked = levels.filter { level in item.links.contains { $0.link.from == level } }
    guard !linked.isEmpty, linked.count < levels.count else { return [] }
    let others = levels.filter { !linked.contains($0) }
    return [
      "\(item.record.id) stands at \(levels.map(\.description).joined(separator: " and ")); "
        + "no source here links \(others.map(\.description).joined(separator: " or ")) to "
        + "\(reference(item)), and the answer rests on the rest"
    ]
  }

  /// What is itself only recalled: a level that no source was seen to have.
  private func recalled(_ item: Comparison.Item) -> [String] {
    item.record.evidence.isVerified
      ? [] : ["\(item.record.id) was not verified: \(recollection(item.record.evidence))"]
  }

  private func recollection(_ evidence: Evidence) -> String {
    evidence.document.map { "its source is '\($0.title)'" } ?? "it has no source"
  }

  private func notes(on item: Comparison.Item) throws -> [String] {
    let subjects = [item.record.id, item.level, Identifier(item.record.id.framework)]
    var result = try notes(about: subjects.compactMap { $0 })
    for link in item.links where !link.evidence.isVerified {
      result.append(
        "\(link.link.from) \(link.link.relation.rawValue) \(link.link.to) was not verified")
    }
    return result
  }

  /// What is noted of concepts and frameworks and may change an answer, each once.
  func notes(about subjects: [Identifier]) throws -> [String] {
    var seen: Set<Identifier> = []
    return try subjects.filter { seen.insert($0).inserted }.flatMap { subject in
      try graph.notes(about: subject).filter { !$0.note.isBackground }.compactMap { record in
        guard let text = record.note.text.preferred else { return nil }
        return record.evidence.isVerified
          ? "\(subject): \(text)" : "\(subject), not verified: \(text)"
      }
    }
  }

  /// What became of a version that is no longer in force, and of its levels.
  private func versions(of item: Comparison.Item, on day: String) throws -> [String] {
    let framework = item.framework
    guard !framework.validity.contains(day) else { return [] }
    var text = "\(framework.name) is not in force on \(day)"
    if let to = framework.validity.to { text += " (until \(to))" }
    let successors = try graph.links(to: item.record.id).filter { $0.link.relation == .supersedes }
      .map(\.link.from.description)
    if !successors.isEmpty {
      text += "; \(item.record.id) was succeeded by \(successors.joined(separator: " or "))"
    }
    return [text]
  }
}

extension Relation {
  /// The relation as a sentence has it.
  fileprivate var words: String {
    switch self {
    case .comparedTo: "is compared with"
    case .belowScale: "is below the scale of"
    case .noneAgreed: "has no agreed level in"
    case .notReferenced: "is not referenced to"
    case .notUsable: "has a mapping that was not endorsed to"
    default: "is referenced to"
    }
  }
}
