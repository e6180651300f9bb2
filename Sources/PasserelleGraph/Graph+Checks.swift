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

  package func arrows(of relations: Set<Relation>) -> [[Arrow]] {
    var numbers: [Identifier: Int64] = [:]
    func number(_ id: Identifier) -> Int64 {
      if let known = numbers[id] { return known }
      numbers[id] = Int64(numbers.count)
      return Int64(numbers.count - 1)
    }
    var arrows: [Relation: [Arrow]] = [:]
    for (index, record) in links().enumerated() where relations.contains(record.link.relation) {
      arrows[record.link.relation, default: []].append(
        Arrow(from: number(record.link.from), to: number(record.link.to), link: Int64(index)))
    }
    return Relation.allCases.compactMap { arrows[$0] }
  }

  package func links(of arrows: [Arrow]) -> [LinkRecord] {
    let links = links()
    return arrows.map { links[Int($0.link)] }
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
