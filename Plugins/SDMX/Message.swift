import PasserelleKit

/// A structure message of SDMX, in XML or in JSON.
struct Message {
  /// What the message says of itself, and what holds for all in it.
  struct Header {
    /// When it was made.
    var prepared: CalendarDate?
    /// The language of texts that name none.
    var language: LanguageTag?
    /// The version of artefacts that state none: SDMX-ML 2.1 has one.
    var version: String?
  }

  /// The forms of messages.
  enum Form {
    case xml(version: String), json

    /// The form of a file that begins so; `nil` if it is not a structure of SDMX.
    init?(_ opening: Opening) {
      let space = "http://www.sdmx.org/resources/sdmxml/schemas/v"
      if opening.rootElement == "Structure", opening.contains(space) {
        let versions = ["2_0", "2_1", "3_0", "3_1"]
        let version = versions.first { opening.contains("\(space)\($0)/message") }
        self = .xml(version: (version ?? "").replacing("_", with: "."))
      } else if opening.starts(with: "{"), opening.contains("\"agencyID\""),
        (Artefact.Kind.allCases.map(\.list) + ["dataStructures"]).contains(where: {
          opening.contains("\"\($0)\"")
        })
      {
        self = .json
      } else {
        return nil
      }
    }
  }

  /// What is done with an artefact.
  typealias Body = (Artefact.Kind, SourceNode, Header) throws(Diagnostic) -> Void

  private var part: SourcePart
  private let form: Form

  init(_ part: SourcePart) throws(Diagnostic) {
    guard let form = Form(part.opening) else {
      throw .error(
        .notAStructure, at: part.position, "this is not a structure message of SDMX",
        hint: "its root is 'Structure' in XML; data messages have no code lists")
    }
    if case .xml(let version) = form, !["2.1", "3.0", "3.1"].contains(version) {
      throw .error(
        .badVersion, at: part.position,
        "SDMX-ML \(version.isEmpty ? "of this version" : version) is not read",
        hint: "ask the registry for 2.1 or 3.0")
    }
    (self.part, self.form) = (part, form)
    self.part.limits.recordBytes = 64 << 20
    self.part.limits.events = 4_000_000
  }

  /// Hands over the artefacts that are read one by one, and says what others there are.
  func forEachArtefact(
    _ body: Body, others: (String, SourcePosition) -> Void
  ) throws(Diagnostic) {
    switch form {
    case .xml(let version): try forEachElement(of: version, body, others)
    case .json: try forEachMember(body, others)
    }
  }

  private func forEachElement(
    of version: String, _ body: Body,
    _ others: (String, SourcePosition) -> Void
  ) throws(Diagnostic) {
    var header = Header(language: LanguageTag("en"), version: version == "2.1" ? "1.0" : nil)
    try part.records(
      named: "Header", "Codelist", "ConceptScheme", "HierarchicalCodelist", "Hierarchy",
      "StructureSet", "RepresentationMap", "ConceptSchemeMap", "AgencyScheme", "Categorisation",
      "CategoryScheme", "CategorySchemeMap", "ContentConstraint", "AttachmentConstraint",
      "DataConstraint", "DataConsumerScheme", "DataProviderScheme", "DataStructure", "Dataflow",
      "GeographicCodelist", "GeoGridCodelist", "HierarchyAssociation", "MetadataConstraint",
      "MetadataStructure", "Metadataflow", "OrganisationUnitScheme", "Process",
      "ProvisionAgreement", "ReportingTaxonomy", "StructureMap", "ValueList"
    ) { node throws(Diagnostic) in
      if node.name == "Header" {
        header.prepared = node.text(at: "Prepared").flatMap { CalendarDate(register: $0) }
      } else if let kind = Artefact.Kind(rawValue: node.name) {
        try body(kind, node, header)
      } else {
        others(node.name, node.position)
      }
    }
  }

  private func forEachMember(
    _ body: Body, _ others: (String, SourcePosition) -> Void
  ) throws(Diagnostic) {
    let root = try part.json()
    let languages = root.node(at: "meta", "contentLanguages")?.children.map(\.text) ?? []
    let header = Header(
      prepared: root.text(at: "meta", "prepared").flatMap { CalendarDate(register: $0) },
      language: languages.count == 1 ? LanguageTag(languages[0]) : nil)
    for list in root.child("data")?.children ?? [] {
      let kind = Artefact.Kind.allCases.first { $0.list == list.name }
      for node in list.children {
        if let kind {
          try body(kind, node, header)
        } else {
          others(list.name, node.position)
        }
      }
    }
  }
}
