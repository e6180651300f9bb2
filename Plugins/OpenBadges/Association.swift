import PasserelleKit

/// How two achievements of a record stand to each other.
struct Association {
  private let node: SourceNode

  private static let relations: [String: (relation: Relation, isReversed: Bool)] = [
    "isChildOf": (.broader, false), "isParentOf": (.broader, true), "isPartOf": (.partOf, false),
    "exactMatchOf": (.exactMatch, false), "isRelatedTo": (.relatedMatch, false),
  ]

  init(_ node: SourceNode) {
    self.node = node
  }

  func state(in register: inout Register) throws(Diagnostic) {
    let type = node.text(at: "associationType") ?? ""
    guard let meaning = Self.relations[type],
      let source = end("sourceId", in: register), let target = end("targetId", in: register)
    else {
      return register.passedOver.count(
        "an association of the type '\(type.prefix(60).printable)'", at: node.position)
    }
    try register.link(
      meaning.isReversed ? target : source, meaning.relation, meaning.isReversed ? source : target,
      at: node.position)
  }

  private func end(_ name: String, in register: Register) -> Identifier? {
    node.text(at: name).flatMap { Code.ofAddress($0) ?? Code($0) }.map(register.identifier)
  }
}
