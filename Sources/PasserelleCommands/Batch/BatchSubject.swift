internal import PasserelleGraph
internal import PasserelleModel

/// A concept of a batch with all that its rows say of it, made once.
final class BatchSubject: Sendable {
  let placed: Placed
  /// What the reader must know of it, whatever it is compared with.
  let caveats: [String]
  private let caveatSet: Set<String>
  /// For each reference framework: the levels, and the documents that say so.
  private let places: [FrameworkName: Place]

  private struct Place: Sendable {
    var levels: String
    var sources: String
  }

  init(_ record: ConceptRecord, comparer: Comparer, purpose: Purpose?) throws {
    placed = try comparer.place(record)
    caveats = try comparer.compare([record], for: purpose).caveats.map(\.description)
    caveatSet = Set(caveats)
    let own = placed.levels.compactMap(\.by)
    places = Dictionary(
      placed.placements.map { placement in
        (
          placement.reference,
          Place(
            levels: Self.levels(of: placement), sources: Self.sources(of: own + placement.links))
        )
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Whether a caveat is said of it already.
  func knows(_ caveat: String) -> Bool { caveatSet.contains(caveat) }

  func levels(in reference: FrameworkName?) -> String {
    reference.flatMap { places[$0]?.levels } ?? ""
  }

  func sources(in reference: FrameworkName?) -> String {
    reference.flatMap { places[$0]?.sources } ?? ""
  }

  private static func levels(of placement: Placement) -> String {
    let levels = placement.namedLevels.map(\.description).joined(separator: " or ")
    return switch placement.status {
    case .null(let relation): relation.rawValue
    case .conflict: "\(levels.isEmpty ? "none" : levels) (in conflict)"
    case .comparedOnly: "\(levels) (compared only)"
    case .levels, .unknown: levels
    }
  }

  private static func sources(of links: [LinkRecord]) -> String {
    var seen: Set<String> = []
    return links.compactMap { record in
      let document = record.evidence.document
      let text = [document?.publisher, document?.title, document?.date?.description ?? "no date"]
        .compactMap { $0 }.joined(separator: ", ")
      let grade = " (\(record.evidence.grade.words))"
      return seen.insert(text + grade).inserted ? text + grade : nil
    }.joined(separator: "; ")
  }
}
