package import PasserelleModel

/// A competence graph in memory.
package struct Graph: Sendable {
  private var frameworkEvidence: [FrameworkName: Evidence] = [:]
  private var stated: [Framework] = []
  private var conceptRecords: [Identifier: ConceptRecord] = [:]
  private var order: [FrameworkName: [Identifier]] = [:]
  private var outgoing: [Identifier: [LinkRecord]] = [:]
  private var incoming: [Identifier: [LinkRecord]] = [:]
  private var procedureRecords: [FrameworkName: [ProcedureRecord]] = [:]
  private var noteRecords: [Identifier: [NoteRecord]] = [:]
  private var nameRecords: [Identifier: [NameRecord]] = [:]
  private var documents: [String: Document] = [:]
  private var publication: FrameworkName?
  private var agreementRecords: [(agreement: Agreement, position: SourcePosition)] = []
  private(set) var documentRecords: [FrameworkName: [DocumentRecord]] = [:]

  package init() {}

  /// Adds what an adapter stated.
  package mutating func add(_ statement: Statement, at position: SourcePosition) {
    switch statement {
    case .framework(let framework):
      (documents, publication) = ([:], framework.name)
      stated.append(framework)
      frameworkEvidence[framework.name] = evidence(nil, position)
    case .mappings(let mappings):
      (documents, publication) = ([:], mappings.name)
    case .agreement(let agreement):
      (documents, publication) = ([:], agreement.name)
      agreementRecords.append((agreement, position))
    case .document(let document):
      documents[document.key] = document
      guard let publication else { break }
      documentRecords[publication, default: []].append(
        DocumentRecord(document: document, position: position))
    case .concept(let concept):
      let place = order[concept.id.framework, default: []].count
      order[concept.id.framework, default: []].append(concept.id)
      conceptRecords[concept.id] = ConceptRecord(
        concept: concept, order: place, evidence: evidence(concept.source, position))
    case .link(let link):
      let record = LinkRecord(
        link: link, evidence: evidence(link.source, position, isVerified: link.isVerified),
        publication: publication)
      outgoing[link.from, default: []].append(record)
      incoming[link.to, default: []].append(record)
    case .procedure(let procedure):
      guard let publication else { break }
      procedureRecords[publication, default: []].append(
        ProcedureRecord(
          procedure: procedure, framework: publication,
          evidence: evidence(
            procedure.source, position, isVerified: procedure.isVerified)))
    case .note(let note):
      noteRecords[note.about, default: []].append(
        NoteRecord(
          note: note, evidence: evidence(note.source, position, isVerified: note.isVerified)))
    case .name(let name):
      nameRecords[name.concept, default: []].append(
        NameRecord(
          name: name, evidence: evidence(name.source, position, isVerified: name.isVerified)))
    // A person is no part of the graph.
    case .profile, .asset: break
    }
  }

  private func evidence(
    _ key: String?, _ position: SourcePosition, isVerified: Bool = true
  ) -> Evidence {
    let document = key.flatMap { documents[$0] }
    return Evidence(
      document: document, position: position,
      isVerified: isVerified && (document?.isVerified ?? true))
  }
}

extension Graph: GraphReading {
  package func frameworks() -> [Framework] {
    stated.sorted { $0.name.description < $1.name.description }
  }

  package func framework(_ name: FrameworkName) -> Framework? {
    stated.first { $0.name == name }
  }

  package func frameworks(called name: String) -> [Framework] {
    let name = name.lowercased()
    return frameworks().filter { framework in
      ([framework.name.series] + framework.aliases + framework.acronyms)
        .contains { $0.lowercased() == name }
    }
  }

  package func metaFrameworks() -> [FrameworkName: Validity] {
    Dictionary(
      frameworks().filter { $0.kind == .metaFramework }.map { ($0.name, $0.validity) },
      uniquingKeysWith: { first, _ in first })
  }

  package func versions() -> [FrameworkName: Validity] {
    Dictionary(
      stated.filter { $0.validity != Validity() }.map { ($0.name, $0.validity) },
      uniquingKeysWith: { first, _ in first })
  }

  package func evidence(of framework: FrameworkName) -> Evidence? { frameworkEvidence[framework] }

  package func concept(_ id: Identifier) -> ConceptRecord? { conceptRecords[id] }

  package func address(of id: Identifier) -> String? { conceptRecords[id]?.concept.uri }

  package func concepts(of framework: FrameworkName) -> [ConceptRecord] {
    order[framework, default: []].compactMap { conceptRecords[$0] }
  }

  package func titles(of framework: FrameworkName) -> [Concept] {
    concepts(of: framework).map(\.concept).map { concept in
      var bare = Concept(id: concept.id, kind: concept.kind, title: concept.title)
      bare.tier = concept.tier
      return bare
    }
  }

  package func concepts(titled title: String) -> [ConceptRecord] {
    let wanted = title.lowercased()
    return conceptRecords.values
      .filter { record in
        let names = names(of: record.id).flatMap(\.name.text.entries)
        return (record.concept.title.entries + record.concept.alternatives.entries + names)
          .contains { $0.text.lowercased() == wanted }
      }
      .sorted { $0.id.description < $1.id.description }
  }

  package func links() -> [LinkRecord] {
    outgoing.values.flatMap(\.self).sortedByContent
  }

  package func links(from id: Identifier) -> [LinkRecord] {
    outgoing[id, default: []].sortedByContent
  }

  package func links(to id: Identifier) -> [LinkRecord] {
    incoming[id, default: []].sortedByContent
  }

  package func links(to id: Identifier, from framework: FrameworkName) -> [LinkRecord] {
    links(to: id).filter { $0.link.from.framework == framework }
  }

  package func links(from ids: Set<Identifier>, by relations: [Relation]) -> [LinkRecord] {
    ids.flatMap { outgoing[$0, default: []] }.filter { relations.contains($0.link.relation) }
      .sortedByContent
  }

  package func links(touching ids: Set<Identifier>, by relations: [Relation]) -> [LinkRecord] {
    let own = ids.flatMap { outgoing[$0, default: []] }
    let others = ids.flatMap { incoming[$0, default: []] }.filter { !ids.contains($0.link.from) }
    return (own + others).filter { relations.contains($0.link.relation) }.sortedByContent
  }

  package func links(
    touching ids: Set<Identifier>, besidesThoseOf publications: Set<FrameworkName>
  ) -> [LinkRecord] {
    links(touching: ids, by: Relation.allCases).filter { record in
      !(record.publication.map(publications.contains) ?? false)
    }
  }

  package func links(
    from frameworks: Set<FrameworkName>, into others: Set<FrameworkName>
  ) -> [LinkRecord] {
    outgoing.filter { frameworks.contains($0.key.framework) }.values.flatMap(\.self)
      .filter { others.contains($0.link.to.framework) }.sortedByContent
  }

  package func count(of kind: ConceptKind, in framework: FrameworkName) -> Int {
    order[framework, default: []].count { conceptRecords[$0]?.concept.kind == kind }
  }

  package func notes(about id: Identifier) -> [NoteRecord] { noteRecords[id, default: []] }

  package func names(of id: Identifier) -> [NameRecord] { nameRecords[id, default: []] }

  package func procedures(of framework: FrameworkName) -> [ProcedureRecord] {
    procedureRecords[framework, default: []]
  }

  package func agreements() -> [AgreementRecord] {
    agreementRecords.map { agreement, position in
      let document = documents(declaredBy: agreement.name).map(\.document)
        .last { $0.key == agreement.source }
      return AgreementRecord(
        agreement: agreement,
        evidence: Evidence(
          document: document, position: position,
          isVerified: agreement.isVerified && (document?.isVerified ?? true)))
    }
    .sorted { $0.agreement.name.description < $1.agreement.name.description }
  }
}

extension LinkRecord {
  /// What links are ordered by wherever they are listed: their content, never their row.
  package var sortKey: String {
    [
      link.from.description, link.relation.rawValue, link.to.description,
      evidence.document?.key ?? "",
    ].joined(separator: "\u{1}")
  }

  /// Whether it comes first in that order; the texts are made only as far as they decide.
  func precedes(_ other: LinkRecord) -> Bool {
    if link.from != other.link.from {
      return link.from.description < other.link.from.description
    }
    if link.relation != other.link.relation {
      return link.relation.rawValue < other.link.relation.rawValue
    }
    if link.to != other.link.to { return link.to.description < other.link.to.description }
    return (evidence.document?.key ?? "") < (other.evidence.document?.key ?? "")
  }
}

extension [LinkRecord] {
  /// The links by their content; each text that they are ordered by is made once.
  package var sortedByContent: [LinkRecord] {
    guard count > 1 else { return self }
    return map { ($0.sortKey, $0) }.sorted { $0.0 < $1.0 }.map(\.1)
  }
}
