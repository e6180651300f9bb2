import PasserelleKit

/// The documents that the mappings of a set are based on: one for each justification, provider and
/// date, stated when it first occurs.
struct MappingDocuments {
  private struct Origin: Hashable {
    var justification: Justification?
    var publisher: String?
    var date: CalendarDate?
  }

  private let set: Document
  private var keys: [Origin: String]

  init(_ metadata: SetMetadata) {
    set = metadata.document
    keys = [Origin(publisher: set.publisher, date: set.date): set.key]
  }

  /// The key of the document that a mapping is based on.
  mutating func key(
    of slots: [String: [String]], _ justification: Justification?, at position: SourcePosition,
    into graph: GraphWriter
  ) throws(Diagnostic) -> String {
    let date = (slots["publication_date"] ?? slots["mapping_date"])?.first
    let origin = Origin(
      justification: justification,
      publisher: slots["mapping_provider"]?.first ?? set.publisher,
      date: date.flatMap { CalendarDate($0) } ?? set.date)
    if let key = keys[origin] { return key }
    let stem = justification?.term ?? set.key
    let taken = keys.keys.count { $0.justification == justification }
    var document = set
    document.key = taken == 0 ? stem : "\(stem)-\(taken + 1)"
    if let justification { document.title += ", by \(justification.words)" }
    (document.publisher, document.date) = (origin.publisher, origin.date)
    try graph.add(.document(document), at: position)
    keys[origin] = document.key
    return document.key
  }
}
