package import PasserelleModel

extension Graph: CheckReading {
  package func documents(declaredBy publication: FrameworkName) -> [DocumentRecord] {
    documentRecords[publication, default: []]
  }

  package func concepts(of framework: FrameworkName, kind: ConceptKind) -> [ConceptRecord] {
    concepts(of: framework).filter { $0.concept.kind == kind }
  }

  package func links(
    _ relations: Set<Relation>, publishedWith names: Set<FrameworkName>?, from kind: ConceptKind?
  ) -> [LinkRecord] {
    links().filter { record in
      relations.contains(record.link.relation) && Self.isPublished(record, with: names)
        && (kind == nil || concept(record.link.from)?.concept.kind == kind)
    }
  }

  package func ends(
    of relations: Set<Relation>, publishedWith names: Set<FrameworkName>?
  ) -> Set<LinkEnd> {
    Set(links(relations, publishedWith: names, from: nil).map(Self.end))
  }

  package func pairs(
    of relations: Set<Relation>, with second: Relation, publishedWith names: Set<FrameworkName>?
  ) -> Set<LinkEndPair> {
    Set(
      links(relations, publishedWith: names, from: nil).flatMap { record in
        links(from: record.link.from).filter { $0.link.relation == second }
          .map { LinkEndPair(Self.end(of: record), Self.end(of: $0)) }
      })
  }

  package func links(
    of pair: LinkEndPair, publishedWith names: Set<FrameworkName>?
  ) -> [LinkRecord] {
    links(to: pair.first.to).filter { record in
      record.link.relation == pair.first.relation && Self.isPublished(record, with: names)
        && links(from: record.link.from).contains { Self.end(of: $0) == pair.second }
    }
  }

  private static func end(of record: LinkRecord) -> LinkEnd {
    LinkEnd(record.link.relation, to: record.link.to)
  }

  private static func isPublished(
    _ record: LinkRecord, with names: Set<FrameworkName>?
  ) -> Bool {
    guard let names else { return true }
    return record.publication.map(names.contains) ?? false
  }
}
