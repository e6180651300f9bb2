package import PasserelleModel

/// What the engine asks of a graph.
///
/// The store answers from SQLite, `Graph` from memory.
package protocol GraphReading: CheckReading {
  /// All versions of all frameworks, by name.
  func frameworks() throws -> [Framework]
  /// The framework with this very name.
  func framework(_ name: FrameworkName) throws -> Framework?
  /// The versions of the frameworks that go by a name: their own without its version, an alias, or an
  /// acronym, in any case.
  func frameworks(called name: String) throws -> [Framework]
  /// The frameworks that others are referenced to, and when each is in force.
  func metaFrameworks() throws -> [FrameworkName: Validity]
  /// When the versions of frameworks that have dates are in force.
  func versions() throws -> [FrameworkName: Validity]
  /// What the description of a framework rests on.
  func evidence(of framework: FrameworkName) throws -> Evidence?
  /// The concept with this name.
  func concept(_ id: Identifier) throws -> ConceptRecord?
  /// The address that the field has given a concept.
  func address(of id: Identifier) throws -> String?
  /// The concepts of a framework, in its order.
  func concepts(of framework: FrameworkName) throws -> [ConceptRecord]
  /// The concepts of a framework, in its order, with their kinds and titles and nothing else.
  func titles(of framework: FrameworkName) throws -> [Concept]
  /// The concepts that have this label or this further name, whatever its case and accents.
  func concepts(titled title: String) throws -> [ConceptRecord]
  /// All links, in a fixed order.
  func links() throws -> [LinkRecord]
  /// The links that start at a concept or framework, in a fixed order.
  func links(from id: Identifier) throws -> [LinkRecord]
  /// The links that end at a concept or framework, in a fixed order.
  func links(to id: Identifier) throws -> [LinkRecord]
  /// The links that end at a concept and start in a framework, in a fixed order.
  ///
  /// A level of a meta-framework is reached from everywhere; a question is about one country.
  func links(to id: Identifier, from framework: FrameworkName) throws -> [LinkRecord]
  /// The links of some relations that start at any of some concepts, in a fixed order.
  func links(from ids: Set<Identifier>, by relations: [Relation]) throws -> [LinkRecord]
  /// The links of some relations that start or end at any of some concepts, each once, in a fixed order.
  func links(touching ids: Set<Identifier>, by relations: [Relation]) throws -> [LinkRecord]
  /// The links that start or end at any of some concepts and that no publication of some names has
  /// published, each once, in a fixed order.
  func links(
    touching ids: Set<Identifier>, besidesThoseOf publications: Set<FrameworkName>
  ) throws -> [LinkRecord]
  /// The links that start in any of some frameworks and end in any of others, in a fixed order.
  func links(
    from frameworks: Set<FrameworkName>, into others: Set<FrameworkName>
  ) throws -> [LinkRecord]
  /// How many concepts of a kind a framework has.
  func count(of kind: ConceptKind, in framework: FrameworkName) throws -> Int
  /// The notes about a concept or framework.
  func notes(about id: Identifier) throws -> [NoteRecord]
  /// The further names of a concept, in the order in which they were stated.
  func names(of id: Identifier) throws -> [NameRecord]
  /// Who decides on recognition in the system of a framework, in the order of the source.
  func procedures(of framework: FrameworkName) throws -> [ProcedureRecord]
  /// Laws, agreements, programmes and the decisions of bodies, by name.
  func agreements() throws -> [AgreementRecord]
}
