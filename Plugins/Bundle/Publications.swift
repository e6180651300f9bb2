import PasserelleKit

/// A row of the table of publications, still without its words.
struct Publication {
  let name: String
  let place: SourcePosition
  let statement: Statement

  /// The key of the document that its facts rest on if they name no other.
  var source: String? {
    switch statement {
    case .framework(let framework): framework.source
    case .mappings(let mappings): mappings.source
    case .agreement(let agreement): agreement.source
    default: nil
    }
  }
}

/// The publications of a bundle: the only table that is held.
struct Publications {
  private(set) var all: [Publication] = []
  /// The place of each among them.
  private(set) var order: [String: Int] = [:]
  private let rows: Rows?
  private let graph: GraphWriter

  /// Reads the table of publications.
  ///
  /// - Parameters:
  ///   - folder: The tables.
  ///   - graph: Where problems are reported, all but the last.
  /// - Throws: A diagnostic if something is wrong with one of them: nothing else can be read then.
  init(_ folder: BundleFolder, graph: GraphWriter) throws(Diagnostic) {
    self.graph = graph
    let reader = try PublicationRow(folder.publications)
    folder.publications.tellUnknown(besides: PublicationRow.names, to: graph)
    var problems: [Diagnostic] = []
    while let row = try folder.publications.nextRow(reportingTo: graph) {
      do throws(Diagnostic) {
        let publication = try reader.read(row)
        guard order.updateValue(all.count, forKey: publication.name) == nil else {
          throw .error(
            .bundleOrder, at: row.position,
            "'\(publication.name.prefix(80).printable)' appears twice",
            hint: "a bundle has each publication once")
        }
        all.append(publication)
      } catch {
        problems.append(error)
      }
    }
    if let last = problems.popLast() {
      for problem in problems { graph.report(problem) }
      throw last
    }
    if let words = folder[.publicationWord] {
      rows = try Rows(.publicationWord, words, in: order, graph: graph)
    } else if let first = all.first {
      throw .error(
        .missingPart, at: first.place, "'publication_word.csv' is missing, which has the titles",
        hint: "give the whole folder that was exported")
    } else {
      rows = nil
    }
  }

  /// States a publication with its words.
  func state(_ publication: Publication) throws(Diagnostic) {
    switch publication.statement {
    case .framework(let framework):
      let whole = try worded(framework, Framework.roles, publication)
      try state(.framework(whole), whole.title, publication)
    case .mappings(let mappings):
      let whole = try worded(mappings, MappingSet.roles, publication)
      try state(.mappings(whole), whole.title, publication)
    case .agreement(let agreement):
      let whole = try worded(agreement, Agreement.roles, publication)
      try state(.agreement(whole), whole.title, publication)
    default: break
    }
  }

  /// Sees to it that nothing is left.
  func finish() throws(Diagnostic) { try rows?.finish() }

  private func worded<Value>(
    _ value: Value, _ roles: [Role<Value>], _ publication: Publication
  ) throws(Diagnostic) -> Value {
    guard let rows else { return value }
    var value = value
    try Words(roles, in: rows).read(of: publication.name, into: &value)
    return value
  }

  private func state(
    _ statement: Statement, _ title: LocalizedText, _ publication: Publication
  ) throws(Diagnostic) {
    if title.isEmpty {
      if let problem = rows?.leftOver { throw problem }
      graph.report(
        .error(
          .missingTitle, at: publication.place,
          "'\(publication.name.prefix(80).printable)' has no title"))
    }
    try graph.add(statement, at: publication.place)
  }
}
