package import PasserelleModel

/// What checks ask of a graph beyond what answers do.
///
/// Each is one question about a whole publication: asked record by record, a register would make a
/// million of it. Links are chosen by what they were published with; where no names are given, all are
/// meant.
package protocol CheckReading {
  /// The documents that a framework, mapping set or agreement declares, in its order.
  func documents(declaredBy publication: FrameworkName) throws -> [DocumentRecord]
  /// The concepts of one kind in a framework, in its order.
  func concepts(of framework: FrameworkName, kind: ConceptKind) throws -> [ConceptRecord]
  /// The links of some relations, in a fixed order; only those from concepts of a kind where one is
  /// given.
  func links(
    _ relations: Set<Relation>, publishedWith names: Set<FrameworkName>?, from kind: ConceptKind?
  ) throws -> [LinkRecord]
  /// What the links of some relations lead to, each once.
  func ends(
    of relations: Set<Relation>, publishedWith names: Set<FrameworkName>?
  ) throws -> Set<LinkEnd>
  /// Where links of some relations lead, with where a second relation leads from the same concept, each
  /// pair once.
  func pairs(
    of relations: Set<Relation>, with second: Relation, publishedWith names: Set<FrameworkName>?
  ) throws -> Set<LinkEndPair>
  /// The links that are the first of a pair, in a fixed order.
  func links(
    of pair: LinkEndPair, publishedWith names: Set<FrameworkName>?
  ) throws -> [LinkRecord]
  /// The links of each of some relations as arrows, but for those that others of the relation do not
  /// lead both to and from.
  func arrows(of relations: Set<Relation>) throws -> [[Arrow]]
  /// The links that arrows stand for, in their order.
  func links(of arrows: [Arrow]) throws -> [LinkRecord]
}

/// How a link leads to its object, and what that is.
package struct LinkEnd: Hashable, Sendable {
  package var relation: Relation
  package var to: Identifier

  package init(_ relation: Relation, to: Identifier) {
    self.relation = relation
    self.to = to
  }
}

/// The ends of two links that start at the same concept.
package struct LinkEndPair: Hashable, Sendable {
  package var first: LinkEnd
  package var second: LinkEnd

  package init(_ first: LinkEnd, _ second: LinkEnd) {
    self.first = first
    self.second = second
  }
}
