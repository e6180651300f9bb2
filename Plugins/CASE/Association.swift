import PasserelleKit

/// A relation of two items: a `CFAssociation`.
struct Association {
  /// An end: an item of the package, the document, or something elsewhere.
  struct End {
    var identifier: String?
    var uri: String?
    var title: String?

    /// Reads an end: an object, or the two beside it that early drafts have.
    init(_ name: String, of node: SourceNode) throws(Diagnostic) {
      let text = node.text(at: "\(name)URI")
      let address = text.flatMap { $0.contains("://") ? $0 : nil }
      identifier =
        node.text(at: "\(name)URI", "identifier") ?? node.text(at: "\(name)Identifier")
        ?? (address == nil ? text : nil)
      uri = node.text(at: "\(name)URI", "uri") ?? address
      title = node.text(at: "\(name)URI", "title")
      guard identifier != nil || uri != nil else {
        throw .error(
          .missingKey, at: node.position,
          "the association has no '\(name)URI' with an identifier")
      }
    }

    /// What the end is called in messages and notes.
    var name: String { identifier ?? uri ?? "" }
  }

  let type: String
  /// What it says as a relation, and whether it says it of its destination; `nil` if no relation here
  /// does.
  let meaning: (relation: Relation, isReversed: Bool)?
  let origin: End
  let destination: End
  /// The place of the origin among the children of the destination.
  let sequence: Int?
  /// What else it says, by the names of CASE.
  let details: [String]
  let position: SourcePosition

  private static let relations: [String: (relation: Relation, isReversed: Bool)] = [
    "isChildOf": (.broader, false), "isPartOf": (.partOf, false),
    "exactMatchOf": (.exactMatch, false), "isRelatedTo": (.relatedMatch, false),
    "replacedBy": (.supersedes, true),
  ]
  /// Those that CASE has and that no relation here says.
  private static let others: Set = [
    "isPeerOf", "precedes", "exemplar", "hasSkillLevel", "isTranslationOf",
  ]
  private static let read: Set = [
    "associationType", "originNodeURI", "originNodeIdentifier", "destinationNodeURI",
    "destinationNodeIdentifier", "CFDocumentURI",
  ]

  init(_ node: SourceNode) throws(Diagnostic) {
    let type = try node.require("associationType")
    let name = try type.scalar()
    origin = try End("originNode", of: node)
    destination = try End("destinationNode", of: node)
    meaning = Self.relations[name]
    guard meaning != nil || Self.others.contains(name) else {
      throw .error(
        .unknownAssociation, at: type.position,
        "'\(name.prefix(60).printable)' is not an association of CASE",
        hint: "it has \(Self.others.union(Self.relations.keys).sorted().joined(separator: ", "))")
    }
    self.type = name
    sequence = node.text(at: "sequenceNumber").flatMap { Int($0) }
    details = node.details(except: Self.read).map(\.text)
    position = node.position
  }
}
