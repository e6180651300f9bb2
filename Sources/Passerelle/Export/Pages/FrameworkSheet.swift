package import PasserelleGraph
package import PasserelleModel

/// Everything that a page shows of one framework: its levels, what they are referenced to, who says
/// so, and whether it was verified.
package struct FrameworkSheet: Sendable {
  /// One level, or one concept of a list without levels.
  package struct Row: Sendable {
    package var code: String
    package var title: String
    /// What it is linked to in reference frameworks, in words.
    package var references: [String]
    /// The titles of the qualifications that stand there.
    package var qualifications: [String]
    /// The numbers of the sources that its facts rest on.
    package var sources: [Int]
    /// Whether all of its facts were seen in their sources.
    package var isVerified: Bool
    package var notes: [Remark]
  }

  /// A note, with the number of its source.
  package struct Remark: Sendable {
    package var text: String
    package var source: Int?
    package var isVerified: Bool
  }

  package var framework: Framework
  package var rows: [Row]
  /// What the framework as a whole is linked to, and what is noted of it.
  package var remarks: [Remark]
  /// The documents, as the numbers count them from 1.
  package var documents: [Document]

  /// How many facts were seen in their sources, and how many are only recalled.
  package var unverified: Int {
    rows.filter { !$0.isVerified }.count + remarks.filter { !$0.isVerified }.count
      + rows.flatMap(\.notes).filter { !$0.isVerified }.count
  }
}

extension FrameworkSheet {
  /// Collects what the graph has of a framework.
  package init(of framework: Framework, in graph: any GraphReading) throws {
    self.init(framework: framework, rows: [], remarks: [], documents: [])
    if let own = try graph.evidence(of: framework.name) { _ = number(of: own) }
    for record in try graph.concepts(of: framework.name)
    where record.concept.kind != .qualification {
      rows.append(try row(for: record, in: graph))
    }
    let id = Identifier(framework.name)
    for record in try graph.links(from: id) {
      let note = record.link.note.preferred.map { ": \($0)" } ?? ""
      remarks.append(
        Remark(
          text: "As a whole \(record.link.relation.rawValue) \(record.link.to)\(note)",
          source: number(of: record.evidence), isVerified: record.evidence.isVerified))
    }
    remarks += try notes(about: id, in: graph)
  }

  private mutating func row(
    for record: ConceptRecord, in graph: any GraphReading
  ) throws -> Row {
    var row = Row(
      code: record.id.code?.description ?? "", title: record.concept.title.preferred ?? "",
      references: [], qualifications: [], sources: [], isVerified: record.evidence.isVerified,
      notes: [])
    func rest(on evidence: Evidence, _ number: Int?) {
      row.isVerified = row.isVerified && evidence.isVerified
      if let number, !row.sources.contains(number) { row.sources.append(number) }
    }
    rest(on: record.evidence, number(of: record.evidence))
    for link in try graph.links(from: record.id) where link.link.relation != .broader {
      row.references.append(Self.words(for: link.link))
      rest(on: link.evidence, number(of: link.evidence))
    }
    let placed = try graph.links(to: record.id).filter { $0.link.relation == .atLevel }
    for qualification in try placed.compactMap({ try graph.concept($0.link.from) })
      .filter({ $0.concept.kind == .qualification }).sorted(by: { $0.order < $1.order })
    {
      row.qualifications.append(
        qualification.concept.title.entries.map(\.text).joined(separator: " · "))
      rest(on: qualification.evidence, number(of: qualification.evidence))
    }
    row.notes = try notes(about: record.id, in: graph)
    return row
  }

  private mutating func notes(
    about id: Identifier, in graph: any GraphReading
  ) throws -> [Remark] {
    try graph.notes(about: id).compactMap { record in
      record.note.text.preferred.map {
        Remark(
          text: $0, source: number(of: record.evidence), isVerified: record.evidence.isVerified)
      }
    }
  }

  /// The number of a document, from 1.
  private mutating func number(of evidence: Evidence) -> Int? {
    guard let document = evidence.document else { return nil }
    if let index = documents.firstIndex(where: { $0.key == document.key }) { return index + 1 }
    documents.append(document)
    return documents.count
  }

  /// A link in words that claim no more than it does.
  private static func words(for link: Link) -> String {
    switch link.relation {
    case .referencedTo: "\(link.to)"
    case .comparedTo: "compared with \(link.to)"
    case .belowScale: "below the scale of \(link.to)"
    case .notReferenced: "no level of \(link.to)"
    case .noneAgreed: "none agreed with \(link.to)"
    case .notUsable: "mapping to \(link.to) not usable"
    case .supersedes: "succeeds \(link.to)"
    default: "\(link.relation.rawValue) \(link.to)"
    }
  }
}

extension Document {
  /// The document in one line: who, what, when.
  package var citation: String {
    [publisher, title, date?.description].compactMap { $0 }.joined(separator: ", ")
  }
}
