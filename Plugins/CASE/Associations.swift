import PasserelleKit

/// Makes links of the `CFAssociations` of a package.
struct Associations {
  /// The identifier of the document itself: what is its child stands at the top.
  let document: String
  /// The items that the package has.
  let items: Set<String>

  /// What an association says, and whether it says it of its destination.
  private static let relations: [String: (relation: Relation, isReversed: Bool)] = [
    "isChildOf": (.broader, false), "isPartOf": (.partOf, false),
    "exactMatchOf": (.exactMatch, false), "isRelatedTo": (.relatedMatch, false),
    "replacedBy": (.supersedes, true),
  ]
  /// Those that CASE has and that no relation here says.
  private static let others: Set = [
    "isPeerOf", "precedes", "exemplar", "hasSkillLevel", "isTranslationOf",
  ]

  func state(_ node: SourceNode, in register: inout Register) throws(Diagnostic) {
    let type = try node.require("associationType")
    let name = try type.scalar()
    let origin = try end("originNode", of: node)
    let destination = try end("destinationNode", of: node)
    guard let (relation, isReversed) = Self.relations[name] else {
      guard Self.others.contains(name) else {
        throw .error(
          .unknownAssociation, at: type.position,
          "'\(name.prefix(60).printable)' is not an association of CASE",
          hint: "it has \(Self.others.union(Self.relations.keys).sorted().joined(separator: ", "))")
      }
      return try keep(name, origin, destination, node, in: &register)
    }
    if destination == document, relation == .broader || relation == .partOf { return }
    guard items.contains(origin), items.contains(destination), let from = Code(origin),
      let to = Code(destination)
    else { return try keep(name, origin, destination, node, in: &register) }
    let (subject, object) = (register.identifier(from), register.identifier(to))
    try register.link(
      isReversed ? object : subject, relation, isReversed ? subject : object, at: node.position)
  }

  /// The identifier of an end: of its object, or beside it as early drafts have it.
  private func end(_ name: String, of node: SourceNode) throws(Diagnostic) -> String {
    if let text = node.text(at: "\(name)URI", "identifier") ?? node.text(at: "\(name)Identifier")
      ?? node.text(at: "\(name)URI")
    {
      return text
    }
    throw .error(
      .missingKey, at: node.position, "the association has no '\(name)URI' with an identifier")
  }

  /// Keeps what is no link as a note about the end that the package has.
  private func keep(
    _ name: String, _ origin: String, _ destination: String, _ node: SourceNode,
    in register: inout Register
  ) throws(Diagnostic) {
    let isOutside = Self.relations[name] != nil
    register.passedOver.count(
      isOutside
        ? "'\(name)' with an item in another package, kept in a note"
        : "'\(name)', for which there is no relation, kept in a note", at: node.position)
    let (about, text) =
      items.contains(origin)
      ? (origin, "\(name) \(destination)") : (destination, "\(origin) \(name) this")
    let id = items.contains(about) ? Code(about).map(register.identifier) : nil
    try register.describe(
      id ?? Identifier(register.name),
      .english(id == nil ? "\(origin) \(name) \(destination)" : text), at: node.position)
  }
}
