internal import PasserelleGraph
internal import PasserelleModel

/// Writes facts as cells of a table, each text made once: the rows of a batch say the same few things
/// many times over.
final class CellWords {
  let language: Language
  private var phrases: [Phrase: String] = [:]
  private var citations: [Evidence: String] = [:]
  private var items: [ObjectIdentifier: OfItem] = [:]
  private static let most = 4_000

  /// What is written of something that many rows compare.
  struct OfItem {
    let item: Comparison.Item
    let levels: String
    let sources: String
    let place: Phrase
  }

  init(_ language: Language) {
    self.language = language
  }

  func text(_ phrase: Phrase) -> String {
    if let known = phrases[phrase] { return known }
    let text = passing(phrase)
    if phrases.count >= Self.most { phrases.removeAll(keepingCapacity: true) }
    phrases[phrase] = text
    return text
  }

  /// The words of what is said once: only those of its parts are kept.
  private func passing(_ phrase: Phrase) -> String { language.words(of: phrase) { text($0) } }

  /// A comparison in one sentence.
  func headline(of comparison: Comparison) -> String {
    let phrase = Headline(comparison) { self.of($0).place }.phrase
    // What names both sides is said of no others.
    return phrase.parts.isEmpty ? text(phrase) : passing(phrase)
  }

  func of(_ item: Comparison.Item) -> OfItem {
    let key = ObjectIdentifier(item)
    if let known = items[key] { return known }
    let words = OfItem(
      item: item, levels: levels(of: item), sources: sources(of: item.links),
      place: Headline.place(of: item))
    if items.count >= Self.most { items.removeAll(keepingCapacity: true) }
    items[key] = words
    return words
  }

  /// The levels that an item reaches, or why there is none.
  func levels(of item: Comparison.Item) -> String {
    guard let placement = item.placement else { return "" }
    let levels = language.any(of: placement.namedLevels.map(\.description))
    return switch placement.status {
    case .null(let relation): relation.rawValue
    case .conflict:
      language(.placeInConflict, ["levels": levels.isEmpty ? language(.placeNone) : levels])
    case .comparedOnly: language(.placeComparedOnly, ["levels": levels])
    case .notKnownThen: language(.placeNotKnownThen)
    case .levels, .unknown: levels
    }
  }

  /// The documents that some links are based on, each once, with how firm they are.
  func sources(of links: [LinkRecord]) -> String {
    var seen: Set<String> = []
    return links.map { citation($0.evidence) }.filter { seen.insert($0).inserted }
      .joined(separator: "; ")
  }

  /// Statements with their scope and their source.
  func links(_ records: [LinkRecord]) -> String {
    records.map { record in
      let link = LinkAnswer(record)
      let scope = link.scope(in: language)
      return "\(link.from) \(link.relation) \(link.to)"
        + (scope.isEmpty ? "" : " (\(scope.joined(separator: "; ")))")
        + " [\(citation(record.evidence))]"
    }.joined(separator: " | ")
  }

  /// Indications, each after its kind and with its sources.
  func indications(_ indications: [Indication], leftOut: Int = 0) -> String {
    let cells = indications.map { indication in
      "\(indication.line(in: language)) [\(sources(of: indication.links))]"
    }
    let more = leftOut > 0 ? [language(.indicationMore, ["count": "\(leftOut)"])] : []
    return (cells + more).joined(separator: " | ")
  }

  func weakest(_ weakest: WeakestLink?) -> String {
    weakest.map { weakest in
      let link = weakest.link.link
      return "\(link.from) – \(link.to): \(text(weakest.reason()))"
    } ?? ""
  }

  private func citation(_ evidence: Evidence) -> String {
    // One document is cited once, wherever in it a claim was read.
    var key = evidence
    key.position = SourcePosition(file: "", line: 0, column: 0)
    if let known = citations[key] { return known }
    let document = evidence.document
    let facts = [
      document?.publisher, document?.title,
      document?.date?.description ?? language(.sourcesNoDate),
    ]
    let text =
      facts.compactMap { $0 }.joined(separator: ", ") + " (\(language(evidence.grade)))"
    if citations.count >= Self.most { citations.removeAll(keepingCapacity: true) }
    citations[key] = text
    return text
  }
}
