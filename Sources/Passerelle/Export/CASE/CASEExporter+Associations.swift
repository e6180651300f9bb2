internal import PasserelleGraph
internal import PasserelleModel

// What is said of two things.

extension CASEExporter {
  private static let associationTypes: [Relation: String] = [
    .broader: "isChildOf", .partOf: "isPartOf", .atLevel: "hasSkillLevel",
  ]

  /// An end of an association, with the address that a link states for it.
  struct End {
    var id: Identifier
    var uri: String?

    init(_ id: Identifier, _ uri: String? = nil) { (self.id, self.uri) = (id, uri) }
  }

  mutating func add(_ link: Link) throws {
    let name = "\(link.from) to \(link.to)"
    let (from, to) = (End(link.from, link.fromURI), End(link.to, link.toURI))
    let values = CASEValues(link.details.compactMap { NamedValue($0) })
    let type: String
    switch try PublishedMatch(link, among: names) {
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
      guard
        let known = link.relation == .supersedes
          ? "replacedBy" : Self.associationTypes[link.relation]
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

  mutating func associate(
    _ from: End, _ type: String, _ to: End, _ values: CASEValues
  ) throws {
    let (origin, destination) = (try name(of: from), try name(of: to))
    let identifier = values["identifier"] ?? CASEIdentity.uuid("\(origin) \(type) \(destination)")
    let fields = [
      ("identifier", identifier), ("associationType", type),
      (
        "uri",
        values["uri"] ?? form.address("CFAssociations", identifier)
          ?? "\(names.base)association:\(identifier)"
      ),
      ("lastChangeDateTime", values["lastChangeDateTime"] ?? changed),
    ]
    let object = CASEObject(
      fields,
      and: values.members(CASEFields.ofAssociation) + [
        ("originNodeURI", try reference(to: from, origin, "originNodeURI", values)),
        ("destinationNodeURI", try reference(to: to, destination, "destinationNodeURI", values)),
        ("CFDocumentURI", document),
      ])
    try receiver.take(association: form.fitted(object, "CFAssociations"))
  }

  /// What identifies an end, wherever it is given.
  private func name(of end: End) throws -> String {
    try names.givenAddress(of: end.id) ?? end.uri ?? names.iri(end.id)
  }

  /// Where something is found: at the address that the field has given it, or at the server's.
  func address(
    of end: End, _ collection: String, _ identifier: String
  ) throws -> String {
    try names.givenAddress(of: end.id) ?? end.uri ?? form.address(collection, identifier)
      ?? names.iri(end.id)
  }

  private func reference(
    to end: End, _ name: String, _ place: String, _ values: CASEValues
  ) throws -> String {
    let title = try names.label(end.id) ?? values["\(place)/title"] ?? "\(end.id)"
    let identifier = try identity.identifier(
      of: end.id, at: name, stated: values["\(place)/identifier"])
    let collection = end.id.code == nil ? "CFDocuments" : "CFItems"
    return CASEObject.reference(title, identifier, try address(of: end, collection, identifier))
      .text
  }
}
