internal import PasserelleGraph
package import PasserelleModel

/// Writes one framework as a package of 1EdTech CASE 1.0.
///
/// What a package of CASE said is written back: identifiers, days of change, and all fields that a
/// concept has none for.
package struct CASEExporter: Exporter {
  package internal(set) var loss = LossReport()
  private let names: ConceptNames
  let identity: CASEIdentity
  private let file: ExportFile
  private let day: Day
  /// When the framework was last changed.
  private var changed = ""
  private(set) var framework: Framework?
  private var document = ""
  private var language: LanguageTag?
  private var hasItems = false
  private var associations: [String] = []

  package init(_ names: ConceptNames, on day: Day, into file: ExportFile) {
    self.names = names
    self.file = file
    self.day = day
    identity = CASEIdentity(names)
  }

  package mutating func add(_ statement: Statement) throws {
    switch statement {
    case .framework(let framework): try begin(framework)
    case .concept(let concept): try add(concept)
    case .link(let link): try add(link)
    case .mappings(let mappings): throw ExportFormatError.noFramework("CASE", "\(mappings.name)")
    case .agreement(let agreement): throw ExportFormatError.noFramework("CASE", "\(agreement.name)")
    case .document(let document): try count(document)
    case .note(let note): try count(note)
    case .name(let name): loss.add("further name", "\(name.concept)")
    case .procedure(let procedure):
      loss.add("who decides on recognition", procedure.purpose.rawValue)
    case .profile, .asset: break
    }
  }

  package mutating func end() throws {
    try file.write(hasItems ? "\n]" : "]")
    try file.write(",\n\"CFAssociations\": [\(associations.joined(separator: ","))\n]}\n")
  }

  // MARK: - The framework

  private mutating func begin(_ framework: Framework) throws {
    self.framework = framework
    let id = Identifier(framework.name)
    let values = try identity.values(of: id)
    let title = framework.title.preferred ?? framework.name.description
    for entry in framework.title.entries where entry.text != title {
      loss.add("title in '\(entry.language)'", "\(framework.name)")
    }
    changed = try values["lastChangeDateTime"] ?? date(of: framework)
    language = framework.title.spokenLanguage
    let iri = try names.iri(id)
    let identifier = try identity.identifier(of: id, at: iri)
    var fields = [
      ("identifier", identifier), ("uri", iri),
      ("creator", framework.authority ?? "not stated"), ("title", title),
      ("lastChangeDateTime", changed),
    ]
    if let language { fields.append(("language", "\(language)")) }
    if framework.name.isTrial, values["adoptionStatus"] == nil {
      fields.append(("adoptionStatus", "Draft"))
    }
    if values["version"] == nil, let version = framework.name.version {
      fields.append(("version", version))
    }
    if let from = framework.validity.certainFrom {
      fields.append(("statusStartDate", "\(from.firstDay)"))
    }
    if let to = framework.validity.to { fields.append(("statusEndDate", "\(to.lastDay)")) }
    count(framework, isFromCASE: try identity.document(of: framework.name) != nil)
    document = CASEObject.reference(title, identifier, iri)
    let object = CASEObject.text(fields, and: values.members(CASEFields.ofDocument))
    try file.write("{\"CFDocument\": \(object),\n\"CFItems\": [")
  }

  /// When the framework was last changed, as far as anyone can say: on the day of its source, or else of
  /// the export.
  private func date(of framework: Framework) throws -> String {
    let source = try names.graph.evidence(of: framework.name)?.document
    return "\(source?.date?.firstDay.description ?? "\(day)")T00:00:00+00:00"
  }

  // MARK: - Items

  private mutating func add(_ concept: Concept) throws {
    let iri = try names.iri(concept.id)
    let values = try identity.values(of: concept.id)
    let title = concept.title.preferred ?? concept.id.description
    for entry in concept.title.entries where entry.text != title {
      loss.add("title in '\(entry.language)'", "\(concept.id)")
    }
    if concept.validity.by != nil { loss.add(LossReport.earliestDay, "\(concept.id)") }
    if let status = concept.status { loss.add("status", "\(concept.id): \(status)") }
    for workload in concept.workloads { loss.add("workload", "\(concept.id): \(workload)") }
    if ![.competence, .competenceGroup].contains(concept.kind) {
      loss.add("kind of concept", "\(concept.id): \(concept.kind.rawValue)")
    }
    let own = concept.title.spokenLanguage
    let isFromCASE = try identity.document(of: concept.id.framework) != nil
    let fields =
      [
        ("identifier", try identity.identifier(of: concept.id, at: iri)),
        ("fullStatement", title), ("uri", iri),
      ] + labels(of: concept, values, isFromCASE: isFromCASE) + [
        ("CFItemType", concept.tier ?? ""),
        ("language", own.flatMap { $0 == language ? nil : "\($0)" } ?? ""),
        ("lastChangeDateTime", values["lastChangeDateTime"] ?? changed),
        ("statusStartDate", concept.validity.certainFrom?.firstDay.description ?? ""),
        ("statusEndDate", concept.validity.to?.lastDay.description ?? ""),
      ]
    let object = CASEObject.text(
      fields, and: values.members(CASEFields.ofItem) + [("CFDocumentURI", document)])
    try file.write((hasItems ? ",\n" : "\n") + object)
    hasItems = true
    try hang(concept.id, isFromCASE: isFromCASE)
  }

  /// The code that people know a concept by, and its other title; what else it is called is lost.
  private mutating func labels(
    of concept: Concept, _ values: CASEValues, isFromCASE: Bool
  ) -> [(String, String)] {
    let code = concept.id.code?.description ?? ""
    let numbers = concept.alternatives.entries.filter { $0.language.description == "zxx" }
      .map(\.text)
    let coding = !isFromCASE && !code.isOpaque ? code : numbers.first ?? ""
    var others: [String] = []
    for entry in concept.alternatives.entries
    where entry.text != coding && !values.says(entry.text, in: CASEFields.ofItem) {
      if entry.language.description != "zxx", others.isEmpty, values["alternativeLabel"] == nil {
        others.append(entry.text)
      } else {
        loss.add("other title", "\(concept.id): \(entry.text)")
      }
    }
    return [("humanCodingScheme", coding)] + others.map { ("alternativeLabel", $0) }
  }

  /// Hangs a concept that is below no other under the document.
  private mutating func hang(_ id: Identifier, isFromCASE: Bool) throws {
    guard let framework else { return }
    let (type, start) = ("isChildOf", "isChildOf/")
    let details = try names.graph.notes(about: id).map(\.note).filter(\.isBackground)
      .compactMap(\.text.preferred).filter { isFromCASE && $0.hasPrefix(start) }
      .compactMap { NamedValue(String($0.dropFirst(start.count))) }
    let isBelow = try names.graph.links(from: id).contains { record in
      record.link.relation == .broader && record.link.to.framework == id.framework
    }
    guard !isBelow || !details.isEmpty else { return }
    try associate(
      End(id), type, End(Identifier(framework.name)), CASEValues(details))
  }

  // MARK: - Associations

  private static let types: [Relation: String] = [
    .broader: "isChildOf", .partOf: "isPartOf", .atLevel: "hasSkillLevel",
  ]

  /// An end of an association, with the address that a link states for it.
  private struct End {
    var id: Identifier
    var uri: String?

    init(_ id: Identifier, _ uri: String? = nil) { (self.id, self.uri) = (id, uri) }
  }

  private mutating func add(_ link: Link) throws {
    let name = "\(link.from) to \(link.to)"
    let (from, to) = (End(link.from, link.fromURI), End(link.to, link.toURI))
    let values = CASEValues(link.details.compactMap { NamedValue($0) })
    let type: String
    switch try PublishedMatch(link, in: names.graph) {
    case .match(.exactMatch): type = "exactMatchOf"
    case .match(let relation):
      type = "isRelatedTo"
      if relation != .relatedMatch {
        loss.add("'\(relation.rawValue)', written as related", name)
      }
    case .denial, .nothing, .declared:
      loss.add("link '\(link.relation.rawValue)'", name)
      return
    case nil:
      guard let known = link.relation == .supersedes ? "replacedBy" : Self.types[link.relation]
      else {
        loss.add("link '\(link.relation.rawValue)'", name)
        return
      }
      type = known
    }
    count(link, as: name)
    let isReversed = type == "replacedBy"
    try associate(isReversed ? to : from, type, isReversed ? from : to, values)
  }

  private mutating func associate(
    _ from: End, _ type: String, _ to: End, _ values: CASEValues
  ) throws {
    let origin = try address(of: from)
    let destination = try address(of: to)
    let identifier = values["identifier"] ?? CASEIdentity.uuid("\(origin) \(type) \(destination)")
    let fields = [
      ("identifier", identifier), ("associationType", type),
      ("uri", values["uri"] ?? "\(names.base)association:\(identifier)"),
      ("lastChangeDateTime", values["lastChangeDateTime"] ?? changed),
    ]
    let object = CASEObject.text(
      fields,
      and: values.members(CASEFields.ofAssociation) + [
        ("originNodeURI", try reference(to: from, origin, "originNodeURI", values)),
        ("destinationNodeURI", try reference(to: to, destination, "destinationNodeURI", values)),
        ("CFDocumentURI", document),
      ])
    associations.append("\n" + object)
  }

  private func address(of end: End) throws -> String {
    try names.givenAddress(of: end.id) ?? end.uri ?? names.iri(end.id)
  }

  private func reference(
    to end: End, _ address: String, _ name: String, _ values: CASEValues
  ) throws -> String {
    let title = try names.label(end.id) ?? values["\(name)/title"] ?? "\(end.id)"
    let identifier = try identity.identifier(
      of: end.id, at: address, stated: values["\(name)/identifier"])
    return CASEObject.reference(title, identifier, address)
  }
}

extension LocalizedText {
  /// The language of the preferred text, if it is in one.
  fileprivate var spokenLanguage: LanguageTag? {
    let language = entries.first { $0.text == preferred }?.language
    return language.flatMap { ["und", "zxx"].contains($0.description) ? nil : $0 }
  }
}
