import PasserelleKit
import PasserelleRDF

extension SchemeReader {
  /// What a property says, and whether it says it of its object.
  static let relations: [String: (relation: Relation, isReversed: Bool)] = [
    "skos:broader": (.broader, false), "skos:narrower": (.broader, true),
    "dcterms:isPartOf": (.partOf, false), "dcterms:hasPart": (.partOf, true),
    "skos:member": (.partOf, true),
    "dcterms:replaces": (.supersedes, false), "dcterms:isReplacedBy": (.supersedes, true),
    "skos:exactMatch": (.exactMatch, false), "skos:closeMatch": (.closeMatch, false),
    "skos:broadMatch": (.broadMatch, false), "skos:narrowMatch": (.narrowMatch, false),
    "skos:relatedMatch": (.relatedMatch, false), "elm:NQFLevel": (.atLevel, false),
    "elm:ISCEDFCode": (.inField, false), "elm:learningOutcome": (.attests, false),
    "esco:relatedEssentialSkill": (.requiresEssential, false),
    "esco:relatedOptionalSkill": (.requiresOptional, false),
  ]

  /// Finds links in what is a property of a concept, or of a scheme.
  mutating func readProperties() {
    var stated: Set<LinkDraft> = []
    for resource in graph.resources {
      // The parts of a correspondence and the versions of a scheme are no links.
      let isMapping = resource.isA("xkos:ConceptAssociation") || resource.isA("xkos:Correspondence")
      var own: Set<LinkDraft> = []
      for property in resource.properties where !isMapping {
        guard let (relation, isReversed) = Self.relations[property.name],
          case .resource(let object) = property.object,
          !(relation == .supersedes && names.frameworks[resource.iri] != nil),
          property.name != "skos:member" || names.identifiers[resource.iri] != nil,
          !(relation.isMatch && associated.contains(Pair(from: resource.iri, to: object)))
        else { continue }
        let (from, to) = isReversed ? (object, resource.iri) : (resource.iri, object)
        let owner =
          names.schemeOf[from].map(Owner.publication)
          ?? (names.frameworks[from] != nil ? .publication(from) : nil)
        guard let subject = names.end(from), let target = names.end(to),
          let owner = owner ?? set(for: relation, subject.id, target.id),
          let draft = LinkDraft(from, relation, to, at: property.place, in: graph)
        else {
          passOver("'\(property.name)' of something that is not a concept here", at: property.place)
          continue
        }
        // Only what can be said from both sides is looked for far away: the file has millions of others.
        let isNew =
          Self.saidFromBothSides.contains(relation)
          ? stated.insert(draft).inserted : own.insert(draft).inserted
        if isNew { links[owner, default: Chunks()].append(draft) }
      }
    }
  }

  /// Finds the schemes that a concept is in beside its own.
  mutating func readSchemes() {
    for resource in graph.resources {
      guard let own = names.schemeOf[resource.iri], names.identifiers[resource.iri] != nil else {
        continue
      }
      var seen: Set = [own]
      for scheme in resource.statedSchemes where seen.insert(scheme).inserted {
        guard names.frameworks[scheme] != nil,
          let draft = LinkDraft(resource.iri, .partOf, scheme, at: resource.place, in: graph)
        else {
          passOver(
            "a further scheme of a concept, which the file does not describe", at: resource.place)
          continue
        }
        links[.publication(own), default: Chunks()].append(draft)
      }
    }
  }

  private static let saidFromBothSides = Set(
    relations.values.filter(\.isReversed).map(\.relation))

  /// Makes the link that was found.
  func link(_ draft: LinkDraft) -> Link? {
    let (subject, object) = (graph.address(draft.from), graph.address(draft.to))
    guard let from = names.end(subject), let to = names.end(object) else { return nil }
    var link = Link(from: from.id, draft.relation, to: to.id)
    (link.fromURI, link.toURI) = (from.uri, to.uri)
    link.source = source(of: draft)
    if let association = draft.association.flatMap({ graph[graph.address($0)] }) {
      let remarks = association.texts("skos:editorialNote").map(\.text)
      link.isVerified = !remarks.contains("not verified")
      link.note = association.localized("skos:note").joined(
        with: remarks.filter { $0 != "not verified" })
    }
    return link
  }

  /// The address of the document that a link is based on.
  func source(of draft: LinkDraft) -> String? {
    graph[graph.address(draft.association ?? draft.from)]?.resources("dcterms:source").first
  }

  /// The set for what is said of a concept that no scheme of the file has: the only correspondence,
  /// where it compares the two frameworks, or else the file's own, for matches.
  private func set(
    for relation: Relation, _ from: Identifier, _ to: Identifier
  ) -> Owner? {
    guard relation.isMatch || relation == .atLevel else { return nil }
    if correspondences.count == 1, let set = correspondences.first {
      let compared = set.resources("xkos:compares").compactMap { names.end($0)?.id }
      if compared.contains(Identifier(from.framework)), compared.contains(Identifier(to.framework))
      {
        return .publication(set.iri)
      }
    }
    return relation.isMatch ? .file : nil
  }

  /// Finds links in the associations of XKOS.
  mutating func readAssociations() {
    var sets: [String: String] = [:]
    for resource in correspondences {
      for made in resource.resources("xkos:madeOf") { sets[made] = resource.iri }
    }
    for resource in graph.resources where resource.isA("xkos:ConceptAssociation") {
      roles[resource.iri] = .association
      let part = resource.resources("dcterms:isPartOf").first
      if let part, names.frameworks[part] == nil {
        passOver("an association outside a correspondence", at: resource.place)
        continue
      }
      read(resource, of: sets[resource.iri] ?? part)
    }
  }

  private mutating func read(_ resource: RDFResource, of correspondence: String?) {
    let sources = resource.resources("xkos:sourceConcept")
    let targets = resource.resources("xkos:targetConcept")
    let place = position(resource.place)
    let type = resource.texts("dcterms:type").lazy.compactMap { Relation($0.text) }.first
    guard !sources.isEmpty, !targets.isEmpty else {
      passedOver.count("an association that lacks a source or a target concept", at: place)
      return
    }
    guard type?.isForPurposes != true else {
      passedOver.count(
        "a declaration, decision or evaluation, whose scope the format cannot express", at: place)
      return
    }
    for (source, target) in sources.flatMap({ source in targets.map { (source, $0) } }) {
      guard let relation = type ?? match(source, target) else {
        passedOver.count(
          "a pair of an association whose relation no SKOS match states", at: place)
        continue
      }
      guard names.end(source) != nil, names.end(target) != nil,
        let draft = LinkDraft(
          source, relation, target, by: resource.iri, at: resource.place, in: graph)
      else {
        passedOver.count("an association of a concept whose address has no last part", at: place)
        continue
      }
      associated.insert(Pair(from: source, to: target))
      if type == nil { associated.insert(Pair(from: target, to: source)) }
      let publication =
        correspondence ?? names.schemeOf[source]
        ?? (names.frameworks[source] != nil ? source : nil)
      let owner = publication.map(Owner.publication) ?? .file
      links[owner, default: Chunks()].append(draft)
    }
  }

  /// The relation that a match states between two concepts, from either side.
  private func match(_ from: String, _ to: String) -> Relation? {
    func stated(_ subject: String, _ object: String) -> Relation? {
      graph[subject]?.properties.lazy.compactMap { property in
        guard property.object == .resource(object) else { return nil }
        return Self.relations[property.name]?.relation
      }.first { $0.isMatch }
    }
    if let relation = stated(from, to) { return relation }
    return switch stated(to, from) {
    case .broadMatch: .narrowMatch
    case .narrowMatch: .broadMatch
    case let relation: relation
    }
  }
}

extension LocalizedText {
  /// The first text of each language, with what else there is behind it.
  func joined(with remarks: [String]) -> LocalizedText {
    let (first, rest) = (layers.first ?? LocalizedText(), layers.dropFirst().flatMap(\.entries))
    let words = rest.map(\.text) + remarks
    guard !words.isEmpty else { return first }
    guard var entry = first.entries.first else { return .english(words.joined(separator: "; ")) }
    entry.text = ([entry.text] + words).joined(separator: "; ")
    return LocalizedText([entry] + first.entries.dropFirst())
  }
}
