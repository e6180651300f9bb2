package import PasserelleGraph
package import PasserelleModel

/// Everything that a page shows of one framework: its levels, what they are referenced to, who says
/// so, and whether it was verified.
package struct FrameworkSheet: Sendable {
  /// One level, or one concept of a list without levels.
  package struct Row: Sendable {
    package var code: String
    package var title: String
    /// What it is linked to.
    package var references: [Reference]
    /// The qualifications that stand there.
    package var qualifications: [Qualification]
    /// The numbers of the sources that its facts rest on.
    package var sources: [Int]
    /// Whether all of its facts were seen in their sources.
    package var isVerified: Bool
    package var notes: [Remark]
  }

  /// A link in words, and what a reader must know of it: its scope, its agreement, its note.
  package struct Reference: Sendable {
    package var text: String
    package var details: String
  }

  /// A qualification, with all that is stated of it beside its level.
  package struct Qualification: Sendable {
    package var title: String
    package var references: [Reference]
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
  /// Who decides on a qualification from elsewhere, a purpose each.
  package var procedures: [Remark]
  /// The documents, as the numbers count them from 1.
  package var documents: [Document]
  private var numbers: [Document: Int] = [:]

  /// How many facts were seen in their sources, and how many are only recalled.
  package var unverified: Int {
    let notes = rows.flatMap { $0.notes + $0.qualifications.flatMap(\.notes) }
    return rows.count { !$0.isVerified }
      + (remarks + procedures + notes).count { !$0.isVerified }
  }
}

extension FrameworkSheet {
  /// Collects what the graph has of a framework.
  package init(of framework: Framework, in graph: any GraphReading) throws {
    self.init(framework: framework, rows: [], remarks: [], procedures: [], documents: [])
    if let own = try graph.evidence(of: framework.name) { _ = number(of: own) }
    for record in try graph.concepts(of: framework.name)
    where record.concept.kind != .qualification {
      rows.append(try row(for: record, in: graph))
    }
    let id = Identifier(framework.name)
    for record in try graph.links(from: id) {
      let details = try details(of: record, in: graph)
      remarks.append(
        Remark(
          text: "As a whole, \(record.link.words)" + (details.isEmpty ? "" : ": \(details)"),
          source: number(of: record.evidence), isVerified: record.evidence.isVerified))
    }
    remarks += try notes(about: id, in: graph)
    procedures = try graph.procedures(of: framework.name).map { record in
      Remark(
        text: record.procedure.words, source: number(of: record.evidence),
        isVerified: record.evidence.isVerified)
    }
  }

  private mutating func row(
    for record: ConceptRecord, in graph: any GraphReading
  ) throws -> Row {
    var row = Row(
      code: record.id.code?.description ?? "", title: record.concept.fullTitle,
      references: [], qualifications: [], sources: [], isVerified: record.evidence.isVerified,
      notes: [])
    var seen: Set<Int> = []
    func rest(on evidence: Evidence, _ number: Int?) {
      row.isVerified = row.isVerified && evidence.isVerified
      if let number, seen.insert(number).inserted { row.sources.append(number) }
    }
    rest(on: record.evidence, number(of: record.evidence))
    for link in try statements(of: record.id, in: graph) {
      row.references.append(try reference(link, from: record.id, in: graph))
      rest(on: link.evidence, number(of: link.evidence))
    }
    let placed = try graph.links(to: record.id).filter { $0.link.relation == .atLevel }
    for qualification in try placed.compactMap({ try graph.concept($0.link.from) })
      .filter({ $0.concept.kind == .qualification }).sorted(by: { $0.order < $1.order })
    {
      rest(on: qualification.evidence, number(of: qualification.evidence))
      let links = try statements(of: qualification.id, in: graph)
      links.forEach { rest(on: $0.evidence, number(of: $0.evidence)) }
      row.qualifications.append(
        Qualification(
          title: qualification.concept.fullTitle,
          references: try links.map { try reference($0, from: qualification.id, in: graph) },
          notes: try notes(about: qualification.id, in: graph)))
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

  /// The number of a document, from 1; a key may mean another one in another publication.
  private mutating func number(of evidence: Evidence) -> Int? {
    guard let document = evidence.document else { return nil }
    if let number = numbers[document] { return number }
    documents.append(document)
    numbers[document] = documents.count
    return documents.count
  }
}

extension FrameworkSheet {
  /// What is stated of a concept beside its place in its own framework, and what is declared of
  /// others that lead to it.
  private func statements(
    of id: Identifier, in graph: any GraphReading
  ) throws -> [LinkRecord] {
    try graph.links(from: id).filter { ![.broader, .atLevel].contains($0.link.relation) }
      + graph.links(to: id).filter { $0.link.relation == .declaredEquivalent }
  }

  private func reference(
    _ record: LinkRecord, from id: Identifier, in graph: any GraphReading
  ) throws -> Reference {
    let link = record.link
    let text =
      if link.from != id {
        "\(link.from) is declared equivalent to it, in that direction"
      } else if link.relation == .referencedTo {
        "\(link.to)"
      } else {
        link.words
      }
    return Reference(text: text, details: try details(of: record, in: graph))
  }

  /// The scope of a link, the agreement that declares it, and what is noted of it.
  private func details(of record: LinkRecord, in graph: any GraphReading) throws -> String {
    let isDeclared = [.declaredEquivalent, .precedent].contains(record.link.relation)
    let agreement =
      try isDeclared
      ? graph.agreements().first { $0.agreement.name == record.publication }?.agreement : nil
    let said = [agreement?.title.preferred.map { "by: \($0)" }, record.link.note.preferred]
    return (record.link.scope + said.compactMap { $0 }).joined(separator: "; ")
  }
}

extension Procedure {
  /// Who informs, who decides, whether it binds, and by which law, in one sentence.
  fileprivate var words: String {
    func listed(_ name: String, _ values: [String]) -> String? {
      values.isEmpty ? nil : "\(name): \(values.joined(separator: ", "))"
    }
    let name = title.preferred.map { ", \($0)" } ?? ""
    let facts = [
      listed("ask", firstContacts + informationCentres),
      listed("decides", deciders.map(Self.words(for:))), listed("issues a statement", issuers),
      isBinding.map { $0 ? "binding" : "not binding" },
      listed("covers qualifications from", origins.map(\.description)),
      listed("sector", sectors.map(\.rawValue)), covers.preferred,
      listed("law", legalBasis + laws.map(Self.words(for:))), note.preferred,
    ]
    let told = facts.compactMap { $0 }.joined(separator: "; ")
    return Self.words(for: purpose) + name + (told.isEmpty ? "" : " – \(told)")
  }
}

// Pages of frameworks are in English throughout.
extension Procedure {
  private static func words(for body: String) -> String {
    switch CommonBody(rawValue: body) {
    case .employer: "the employer"
    case .institution: "the admitting institution"
    case .competentAuthority: "the competent authority of the profession"
    case nil: body
    }
  }

  private static func words(for law: Law) -> String {
    "\(law.title) (qualifications from \(law.origins.map(\.description).joined(separator: ", ")))"
  }

  private static func words(for purpose: Purpose) -> String {
    switch purpose {
    case .study: "to study"
    case .regulated: "to work in a regulated profession"
    case .work: "to work where no law regulates the profession"
    case .priorLearning: "to have prior learning recognised"
    }
  }
}

extension Document {
  /// The document in one line: who, what, when, and that it is not official where it is not.
  ///
  /// Of what is only recalled, that alone counts.
  package var citation: String {
    let grade = isOfficial || !isVerified ? nil : "not official"
    return [publisher, title, date?.description, grade].compactMap { $0 }.joined(separator: ", ")
  }
}
