internal import PasserelleGraph
package import PasserelleModel

/// Writes statements in SKOS and XKOS.
///
/// A mapping is a property of SKOS and, with what it rests on, a concept association of XKOS. A
/// declaration is an association alone: as a bare exact match it would leave its scope behind.
package struct RDFExporter: Exporter {
  package private(set) var loss = LossReport()
  private let names: ConceptNames
  private var serializer: RDFSerializer
  /// What is being published.
  private var publication = Publication()
  /// The concept or framework whose links and notes are still to come.
  private var open: RDFResource?
  /// What is said of links of the resource that is open.
  private var associations: [RDFResource] = []
  private var associationCount = 0
  /// The far ends whose names are written.
  private var named: Set<String> = []

  private struct Publication {
    var id: Identifier?
    /// The address of a set of mappings or an agreement, which its links are parts of.
    var set: String?
  }

  package init(
    as syntax: RDFSerializer.Syntax, _ names: ConceptNames, into file: ExportFile
  ) throws {
    self.names = names
    serializer = try RDFSerializer(syntax, into: file)
  }

  package mutating func add(_ statement: Statement) throws {
    switch statement {
    case .framework(let framework): try begin(framework)
    case .mappings(let mappings): try begin(mappings)
    case .agreement(let agreement): try begin(agreement)
    case .document(let document): try add(document)
    case .concept(let concept): try add(concept)
    case .link(let link): try add(link)
    case .note(let note): try add(note)
    case .name(let name): try add(name)
    case .procedure(let procedure):
      loss.add(
        "who decides on recognition",
        "\(publication.id?.description ?? ""): \(procedure.purpose.rawValue)")
    case .profile, .asset: break
    }
  }

  package mutating func end() throws {
    try close()
    try serializer.end()
  }

  private mutating func close() throws {
    if let open { try serializer.write(open) }
    open = nil
    for association in associations { try serializer.write(association) }
    associations = []
  }

  // MARK: - Publications

  private mutating func begin(_ framework: Framework) throws {
    try close()
    let id = Identifier(framework.name)
    publication = Publication(id: id)
    associationCount = 0
    var scheme = RDFResource(try names.iri(id), a: "skos:ConceptScheme")
    scheme.add("dcterms:identifier", framework.name.description)
    scheme.add("dcterms:title", texts(framework.title))
    scheme.add("skos:altLabel", (framework.aliases + framework.acronyms).map { .text($0) })
    scheme.add("dcterms:type", framework.kind.rawValue)
    scheme.add("dcterms:publisher", framework.authority)
    scheme.add("dcterms:spatial", framework.countries.map { .text($0.description) })
    scheme.add("owl:versionInfo", framework.name.version)
    scheme.add("dcterms:valid", period(framework.validity, of: "\(framework.name)"))
    scheme.add("dcterms:license", framework.licence)
    // The concepts may have addresses that do not say so.
    scheme.add("skos:editorialNote", framework.name.isTrial ? "trial, not official" : nil)
    if let old = framework.supersedes {
      scheme.add("dcterms:replaces", [.iri(try names.iri(Identifier(old)))])
    }
    if let url = framework.authorityURL { loss.add("address of an authority", url) }
    open = scheme
  }

  private mutating func begin(_ mappings: MappingSet) throws {
    try close()
    let iri = try mappings.uri ?? names.iri(Identifier(mappings.name))
    publication = Publication(id: Identifier(mappings.name), set: iri)
    associationCount = 0
    var correspondence = RDFResource(iri, a: "xkos:Correspondence")
    correspondence.add("dcterms:identifier", mappings.name.description)
    correspondence.add("dcterms:title", texts(mappings.title))
    correspondence.add(
      "xkos:compares",
      try [(mappings.fromURI, mappings.from), (mappings.toURI, mappings.to)].compactMap {
        uri, name in try (uri ?? name.map { try names.iri(Identifier($0)) }).map { .iri($0) }
      })
    correspondence.add("dcterms:valid", period(mappings.validity, of: "\(mappings.name)"))
    correspondence.add("dcterms:license", mappings.licence)
    open = correspondence
  }

  private mutating func begin(_ agreement: Agreement) throws {
    try close()
    let iri = try names.iri(Identifier(agreement.name))
    publication = Publication(id: Identifier(agreement.name), set: iri)
    associationCount = 0
    var resource = RDFResource(iri, a: "dcterms:BibliographicResource")
    resource.add("dcterms:identifier", agreement.name.description)
    resource.add("dcterms:title", texts(agreement.title))
    resource.add("dcterms:type", agreement.kind.rawValue)
    resource.add("dcterms:spatial", (agreement.from + agreement.to).map { .text($0.description) })
    resource.add("dcterms:creator", agreement.parties.map { .text($0) })
    resource.add("dcterms:date", agreement.date?.description)
    resource.add("dcterms:valid", period(agreement.validity, of: "\(agreement.name)"))
    resource.add("dcterms:description", texts(agreement.covers) + texts(agreement.conditions))
    resource.add("dcterms:license", agreement.licence)
    loss.add("direction and purposes of an agreement", "\(agreement.name)")
    open = resource
  }

  private mutating func add(_ document: Document) throws {
    var resource = RDFResource(iri(ofDocument: document.key), a: "dcterms:BibliographicResource")
    resource.add("dcterms:title", document.title)
    resource.add("dcterms:publisher", document.publisher)
    resource.add("dcterms:date", document.date?.description)
    resource.add("dcterms:source", document.url.map { [.iri($0)] } ?? [])
    resource.add("dcterms:license", document.licence)
    resource.add("dcterms:provenance", document.via)
    if !document.isVerified { resource.add("skos:editorialNote", "not verified") }
    resource.add("dcterms:type", document.isOfficial ? "official" : nil)
    associations.append(resource)
  }

  private func iri(ofDocument key: String) -> String {
    "\(names.base)\((publication.id?.framework.description ?? "").iriEscaped)#source-\(key.iriEscaped)"
  }

  // MARK: - Concepts

  private mutating func add(_ concept: Concept) throws {
    try close()
    names.meet(concept)
    var resource = RDFResource(try names.iri(concept.id), a: "skos:Concept")
    resource.add("skos:inScheme", [.iri(try names.iri(Identifier(concept.id.framework)))])
    resource.add("skos:notation", concept.id.code?.description)
    resource.add("skos:prefLabel", texts(concept.title))
    resource.add("skos:altLabel", texts(concept.alternatives))
    resource.add(
      "dcterms:type", [concept.kind.rawValue, concept.tier].compactMap { $0.map { .text($0) } })
    resource.add("dcterms:valid", period(concept.validity, of: "\(concept.id)"))
    if let status = concept.status { loss.add("status", "\(concept.id): \(status)") }
    for workload in concept.workloads { loss.add("workload", "\(concept.id): \(workload)") }
    for sector in concept.sectors { loss.add("sector", "\(concept.id): \(sector.rawValue)") }
    if let source = concept.source {
      resource.add("dcterms:source", [.iri(iri(ofDocument: source))])
    }
    open = resource
  }

  private mutating func add(_ note: Note) throws {
    if !note.isVerified { loss.add("that a note was not verified", "\(note.about)") }
    if note.isBackground { loss.add("that a note is background", "\(note.about)") }
    let texts = texts(note.text)
    if open?.iri == (try names.iri(note.about)) {
      open?.add("skos:note", texts)
    } else {
      var resource = RDFResource(try names.iri(note.about))
      resource.add("skos:note", texts)
      try serializer.write(resource)
    }
  }

  /// A name is a label, and one that is no longer given a label that is searched and not shown.
  private mutating func add(_ name: Name) throws {
    loss.add("kind, source and time of a name", "\(name.concept)")
    let property = name.kind == .former ? "skos:hiddenLabel" : "skos:altLabel"
    let iri = try names.iri(name.concept)
    let isOpen = open?.iri == iri
    // What is a title of the concept, or another label, is not said again: in SKOS they are disjoint.
    guard !isOpen else {
      // The resource is changed in its place: a copy for each name would take as long as all names before it.
      let labels = texts(name.text).filter { open?.says($0, by: Self.labels) != true }
      open?.add(property, labels)
      return
    }
    var taken: Set<RDFResource.Object> = []
    if let concept = try names.graph.concept(name.concept)?.concept {
      taken = Set(texts(concept.title) + texts(concept.alternatives))
    }
    let labels = texts(name.text).filter { !taken.contains($0) }
    guard !labels.isEmpty else { return }
    var resource = RDFResource(iri)
    resource.add(property, labels)
    associations.append(resource)
  }

  private static let labels: Set = ["skos:prefLabel", "skos:altLabel", "skos:hiddenLabel"]

  // MARK: - Links

  private mutating func add(_ link: Link) throws {
    try name(link.from, at: link.fromURI)
    try name(link.to, at: link.toURI)
    if let property = link.relation.property {
      try say(property, of: link)
      if !link.isPlain || link.confidence != nil {
        loss.add("remarks on a link", "\(link.from) \(link.relation.rawValue) \(link.to)")
      }
      return
    }
    switch try PublishedMatch(link, among: names) {
    case .match(let relation):
      try say("skos:\(relation.rawValue)", of: link)
      try associate(link)
    case .denial, .nothing: try associate(link)
    case .declared: try associateScoped(link)
    case nil:
      switch link.relation {
      case .precedent, .evaluatedAs: try associateScoped(link)
      case .classifiedAs: try associate(link)
      default: loss.add("link '\(link.relation.rawValue)'", "\(link.from) to \(link.to)")
      }
    }
  }

  /// Says what a declaration, a decision or an evaluation rests on: no property carries its scope, and no reader takes it
  /// for a link again.
  private mutating func associateScoped(_ link: Link) throws {
    loss.add(
      "scope of a declaration, decision or evaluation",
      "\(link.from) \(link.relation.rawValue) \(link.to)")
    try associate(link)
  }

  /// Says by which name an end is known here, if its address alone would not lead to it.
  private mutating func name(_ id: Identifier, at uri: String?) throws {
    guard let uri, try names.iri(id) != uri, try names.graph.concept(id) != nil,
      named.insert(uri).inserted
    else { return }
    var end = RDFResource(uri)
    end.add("dcterms:identifier", id.description)
    associations.append(end)
  }

  /// Says a property of the subject: in its own resource where that is open.
  private mutating func say(_ property: String, of link: Link) throws {
    let subject = try iri(ofSubject: link)
    let object = RDFResource.Object.iri(try iri(ofObject: link))
    if open?.iri == subject {
      open?.add(property, [object])
    } else {
      var resource = RDFResource(subject)
      resource.add(property, [object])
      associations.append(resource)
      if associations.count > 64 { try flush() }
    }
  }

  /// Says what a mapping rests on.
  private mutating func associate(_ link: Link) throws {
    associationCount += 1
    let publication = publication.id?.framework.description ?? ""
    var association = RDFResource(
      "\(names.base)\(publication.iriEscaped)#link-\(associationCount)",
      a: "xkos:ConceptAssociation")
    association.add("xkos:sourceConcept", [.iri(try iri(ofSubject: link))])
    association.add("xkos:targetConcept", [.iri(try iri(ofObject: link))])
    association.add("dcterms:type", link.relation.rawValue)
    association.add("dcterms:source", link.source.map { [.iri(iri(ofDocument: $0))] } ?? [])
    association.add("skos:note", texts(link.note))
    association.add(
      "skos:editorialNote",
      link.remarks.filter { $0 != link.relation.rawValue && $0 != link.note.preferred }
        .map { .text($0) })
    if let confidence = link.confidence {
      loss.add("confidence", "\(link.from) to \(link.to): \(confidence)")
    }
    association.add("dcterms:isPartOf", self.publication.set.map { [.iri($0)] } ?? [])
    associations.append(association)
    if associations.count > 64 { try flush() }
  }

  /// Writes what waits, where the resource that is open can wait on.
  private mutating func flush() throws {
    for association in associations { try serializer.write(association) }
    associations = []
  }

  // MARK: - Values

  /// The address that the source gave an end, or the one that the end has here.
  private func iri(ofSubject link: Link) throws -> String {
    try link.fromURI ?? names.iri(link.from)
  }

  private func iri(ofObject link: Link) throws -> String { try link.toURI ?? names.iri(link.to) }

  private func texts(_ text: LocalizedText) -> [RDFResource.Object] {
    text.entries.map { .text($0.text, language: $0.language.description) }
  }

  /// The span from the day on which it held for certain: the earliest that it may have begun is lost.
  private mutating func period(_ validity: Validity, of name: @autoclosure () -> String) -> String?
  {
    guard validity != Validity() else { return nil }
    if validity.by != nil { loss.add(LossReport.earliestDay, name()) }
    return "\(validity.certainFrom?.description ?? "..")/\(validity.to?.description ?? "..")"
  }
}

extension Relation {
  /// The property of the subject that says the same; nothing for a mapping, or if no vocabulary has one.
  fileprivate var property: String? {
    switch self {
    case .broader: "skos:broader"
    case .partOf: "dcterms:isPartOf"
    case .supersedes: "dcterms:replaces"
    case .atLevel: "elm:NQFLevel"
    case .inField: "elm:ISCEDFCode"
    case .attests: "elm:learningOutcome"
    case .requiresEssential: "esco:relatedEssentialSkill"
    case .requiresOptional: "esco:relatedOptionalSkill"
    case .preparesFor, .awardedBy, .precedent, .referencedTo, .comparedTo, .evaluatedAs,
      .classifiedAs,
      .belowScale, .noneAgreed, .notReferenced, .notUsable, .declaredEquivalent, .exactMatch,
      .closeMatch, .broadMatch,
      .narrowMatch, .relatedMatch, .overlaps, .disjointFrom, .notExactMatch, .notCloseMatch,
      .notBroadMatch, .notNarrowMatch, .notRelatedMatch, .noMatch:
      nil
    }
  }
}
