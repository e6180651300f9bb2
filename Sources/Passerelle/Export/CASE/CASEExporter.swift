internal import PasserelleGraph
package import PasserelleModel

/// Makes the objects of a package of 1EdTech CASE of one framework.
///
/// What a package of CASE said is written back: identifiers, days of change, and all fields that a
/// concept has none for.
package struct CASEExporter: Exporter {
  package internal(set) var loss = LossReport()
  let names: ConceptNames
  let identity: CASEIdentity
  let receiver: any CASEReceiver
  let form: CASEForm
  private let day: Day
  /// When the framework was last changed.
  private(set) var changed = ""
  private(set) var framework: Framework?
  private(set) var document = ""
  private var language: LanguageTag?
  /// The types of items so far.
  private var types: Set<String> = []

  /// Writes a package of CASE 1.0 to a file.
  package init(_ names: ConceptNames, on day: Day, into file: ExportFile) {
    self.init(names, on: day, as: .file, into: CASEFile(file))
  }

  /// Makes objects in a form.
  init(_ names: ConceptNames, on day: Day, as form: CASEForm, into receiver: any CASEReceiver) {
    (self.names, self.day, self.form, self.receiver) = (names, day, form, receiver)
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

  package mutating func end() throws { try receiver.end() }

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
    let uri = try address(of: End(id), "CFDocuments", identifier)
    var fields = [
      ("identifier", identifier), ("uri", uri),
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
    document = CASEObject.reference(title, identifier, uri).text
    var object = CASEObject(fields, and: values.members(CASEFields.ofDocument))
    if let address = form.address("CFPackages", identifier) {
      object = try served(object, title, identifier, package: address)
    }
    try receiver.take(document: form.fitted(object, "CFDocuments"))
  }

  /// A document as a server gives it: with where its package is, and on which terms.
  private func served(
    _ object: CASEObject, _ title: String, _ identifier: String, package: String
  ) throws -> CASEObject {
    let whole = object.replacing("caseVersion", "1.1".jsonQuoted).replacing(
      "CFPackageURI", CASEObject.reference(title, identifier, package).text)
    guard let framework, let licence = framework.licence, object["licenseURI"] == nil else {
      return whole
    }
    let own = identity.licence(licence, of: framework.name)
    let reference = CASEObject.reference(licence, own, form.address("CFLicenses", own) ?? "")
    try receiver.take(
      CASEObject([
        ("identifier", own), ("uri", form.address("CFLicenses", own) ?? ""), ("title", licence),
        ("licenseText", licence), ("lastChangeDateTime", changed),
      ]), of: "CFLicenses")
    return whole.adding("licenseURI", reference.text)
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
    for sector in concept.sectors { loss.add("sector", "\(concept.id): \(sector.rawValue)") }
    if ![.competence, .competenceGroup].contains(concept.kind) {
      loss.add("kind of concept", "\(concept.id): \(concept.kind.rawValue)")
    }
    let own = concept.title.spokenLanguage
    let isFromCASE = try identity.document(of: concept.id.framework) != nil
    let identifier = try identity.identifier(of: concept.id, at: iri)
    let type = concept.tier ?? (form.isServed && !isFromCASE ? concept.kind.rawValue : "")
    let fields =
      [
        ("identifier", identifier), ("fullStatement", title),
        ("uri", try address(of: End(concept.id), "CFItems", identifier)),
      ] + labels(of: concept, values, isFromCASE: isFromCASE) + [
        ("CFItemType", type),
        ("language", own.flatMap { $0 == language ? nil : "\($0)" } ?? ""),
        ("lastChangeDateTime", values["lastChangeDateTime"] ?? changed),
        ("statusStartDate", concept.validity.certainFrom?.firstDay.description ?? ""),
        ("statusEndDate", concept.validity.to?.lastDay.description ?? ""),
      ]
    let object = CASEObject(
      fields, and: values.members(CASEFields.ofItem) + [("CFDocumentURI", document)])
    let typed = try object.adding("CFItemTypeURI", itemType(type))
    try receiver.take(item: form.fitted(typed, "CFItems"))
    try hang(concept.id, isFromCASE: isFromCASE)
  }

  /// A reference to a type of items, which is described once; `nil` in a file.
  private mutating func itemType(_ type: String) throws -> String? {
    guard let framework, !type.isEmpty else { return nil }
    let own = identity.itemType(type, of: framework.name)
    guard let uri = form.address("CFItemTypes", own) else { return nil }
    if types.insert(type).inserted {
      try receiver.take(
        CASEObject([
          ("identifier", own), ("uri", uri), ("title", type), ("description", type),
          ("hierarchyCode", type), ("lastChangeDateTime", changed),
        ]), of: "CFItemTypes")
    }
    return CASEObject.reference(type, own, uri).text
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
}

extension LocalizedText {
  /// The language of the preferred text, if it is in one.
  fileprivate var spokenLanguage: LanguageTag? {
    let language = entries.first { $0.text == preferred }?.language
    return language.flatMap { ["und", "zxx"].contains($0.description) ? nil : $0 }
  }
}
