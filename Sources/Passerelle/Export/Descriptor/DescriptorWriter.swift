internal import PasserelleModel

/// Says what a statement says in the words of a descriptor (`Documentation/Descriptor.md`).
struct DescriptorWriter {
  /// What facts rest on where they name no source of their own.
  private var usual: String?
  /// Whether facts were seen in their document where they do not say so themselves.
  private var isUsuallyVerified = true

  mutating func fields(of framework: Framework) -> DescriptorFields {
    usual = framework.source
    guard framework.kind != .recognition else { return fields(ofRecognition: framework) }
    var fields = head(framework.name.series, framework.title, kind: framework.kind.rawValue)
    fields.add("aliases", framework.aliases, each: "alias")
    fields.add("acronyms", framework.acronyms, each: "acronym")
    fields.add("country", framework.countries.map(\.description))
    fields.add("sector", framework.sectors.map(\.rawValue))
    if let name = framework.authority {
      var authority = DescriptorFields()
      authority.add("name", name)
      authority.add("url", framework.authorityURL)
      fields.add("authority", .fields(authority))
    }
    fields.add(version: framework.name.version, framework.validity)
    fields.add("supersedes", framework.supersedes?.description)
    fields.add("uri", framework.uri)
    fields.add("licence", framework.licence)
    fields.add("source", framework.source)
    fields.add("open", framework.isOpen, usual: false)
    return fields
  }

  private func fields(ofRecognition recognition: Framework) -> DescriptorFields {
    var fields = head(recognition.name.description, recognition.title)
    fields.add("country", recognition.countries.map(\.description))
    fields.add("licence", recognition.licence)
    fields.add("source", recognition.source)
    return fields
  }

  mutating func fields(of mappings: MappingSet) -> DescriptorFields {
    usual = mappings.source
    var fields = head(mappings.name.description, mappings.title)
    fields.add("from", mappings.from?.description)
    fields.add("to", mappings.to?.description)
    fields.add("uri", mappings.uri)
    fields.add("fromUri", mappings.fromURI)
    fields.add("toUri", mappings.toURI)
    fields.add("valid", mappings.validity)
    fields.add("licence", mappings.licence)
    fields.add("source", mappings.source)
    fields.add("open", mappings.isOpen, usual: false)
    return fields
  }

  mutating func fields(of agreement: Agreement) -> DescriptorFields {
    (usual, isUsuallyVerified) = (agreement.source, agreement.isVerified)
    var fields = head(
      agreement.name.description, agreement.title, kind: agreement.kind.rawValue)
    fields.add("from", agreement.from.map(\.description))
    fields.add("to", agreement.to.map(\.description))
    fields.add("mutual", agreement.isMutual, usual: false)
    fields.add("parties", agreement.parties, each: "party")
    fields.add("purpose", agreement.purposes.map(\.rawValue))
    fields.add(plain: "date", agreement.date)
    fields.add("valid", agreement.validity)
    fields.add(plain: "lasting", agreement.isLasting)
    fields.add("sector", agreement.sectors.map(\.rawValue))
    fields.add("fields", agreement.educationFields.map(\.description), each: "field")
    fields.add("occupations", agreement.occupations.map(\.description), each: "occupation")
    fields.add("exceptFields", agreement.exceptedFields.map(\.description), each: "exceptField")
    fields.add(
      "exceptOccupations", agreement.exceptedOccupations.map(\.description),
      each: "exceptOccupation")
    fields.add("covers", agreement.covers)
    fields.add("conditions", agreement.conditions)
    fields.add("licence", agreement.licence)
    fields.add("source", agreement.source)
    fields.add("verified", agreement.isVerified, usual: true)
    return fields
  }

  private func head(
    _ id: String, _ title: LocalizedText, kind: String? = nil
  ) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add("id", id)
    fields.add("kind", kind)
    fields.add("title", title)
    return fields
  }

  func fields(of document: Document) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add("title", document.title)
    fields.add("publisher", document.publisher)
    fields.add(plain: "date", document.date)
    fields.add("url", document.url)
    fields.add("licence", document.licence)
    fields.add("official", document.isOfficial, usual: false)
    fields.add("via", document.via)
    fields.add("verified", document.isVerified, usual: true)
    return fields
  }

  // MARK: - Concepts

  func fields(
    of concept: Concept, links: [Link], names: [Name], notes: [Note]
  ) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add("code", concept.id.code?.description)
    fields.add("title", concept.title)
    if !concept.alternatives.isEmpty {
      fields.add("alternatives", .localizedLists(concept.alternatives), each: "alternative")
    }
    let levels =
      concept.kind == .qualification ? links.filter { isPlainLevel($0, of: concept) } : []
    fields.add("level", levels.compactMap { $0.to.code?.description })
    fields.add("tier", concept.tier)
    fields.add("uri", concept.uri)
    fields.add("status", concept.status)
    fields.add("valid", concept.validity)
    fields.add("workload", concept.workloads.map(\.description))
    fields.add("sector", concept.sectors.map(\.rawValue))
    fields.add("source", concept.source == usual ? nil : concept.source)
    let others = links.filter { !levels.contains($0) }
    for relation in Relation.allCases {
      let own = others.filter { $0.relation == relation }
      fields.add(own, as: relation, beside: usual)
    }
    if !names.isEmpty { fields.add("names", .list(names.map(self.fields)), each: "name") }
    if !notes.isEmpty { fields.add("notes", .list(notes.map(self.fields)), each: "note") }
    return fields
  }

  /// Whether a link says no more than that the qualification stands at a level of its framework.
  private func isPlainLevel(_ link: Link, of concept: Concept) -> Bool {
    var plain = Link(from: link.from, .atLevel, to: link.to, source: concept.source)
    plain.isVerified = true
    return link == plain && link.to.framework == concept.id.framework && link.to.code != nil
  }

  // MARK: - Links

  /// What a framework as a whole is linked to.
  func holder(of link: Link) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add([link], as: link.relation, beside: usual)
    return fields
  }

  /// A row of a mapping set.
  func mapping(of link: Link) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add("from", link.from.description)
    fields.add("relation", link.relation.rawValue)
    fields.add("to", link.to.description)
    fields.add("fromUri", link.fromURI)
    fields.addDetails(of: link, beside: usual)
    return fields
  }

  /// A declaration or a decision of an agreement: in one direction, for the other is a link of its own.
  func declaration(of link: Link) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add("from", link.from.description)
    fields.add("to", link.to.description)
    fields.add("fromUri", link.fromURI)
    if link.relation == .declaredEquivalent { fields.add(plain: "mutual", false) }
    fields.add("outcome", link.outcome?.rawValue)
    fields.addDetails(of: link, beside: usual, isUsuallyVerified: isUsuallyVerified)
    return fields
  }

  // MARK: - Names, notes and procedures

  func fields(of name: Name) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add("text", name.text)
    fields.add("kind", name.kind.rawValue)
    fields.add("valid", name.validity)
    fields.add("source", name.source == usual ? nil : name.source)
    fields.add("verified", name.isVerified, usual: true)
    return fields
  }

  func fields(of note: Note) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add("text", note.text)
    fields.add("source", note.source == usual ? nil : note.source)
    fields.add("verified", note.isVerified, usual: true)
    fields.add("background", note.isBackground, usual: false)
    return fields
  }

  private func fields(of law: Law) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add("title", law.title)
    fields.add("origins", law.origins.map(\.description))
    return fields
  }

  func fields(of procedure: Procedure) -> DescriptorFields {
    var fields = DescriptorFields()
    fields.add("purpose", procedure.purpose.rawValue)
    fields.add("title", procedure.title)
    fields.add("firstContacts", procedure.firstContacts, each: "firstContact")
    fields.add("informationCentres", procedure.informationCentres, each: "informationCentre")
    fields.add("decides", procedure.deciders)
    fields.add("issues", procedure.issuers)
    fields.add(plain: "binding", procedure.isBinding)
    fields.add("legalBasis", procedure.legalBasis)
    if !procedure.laws.isEmpty {
      fields.add("laws", .list(procedure.laws.map(self.fields)), each: "law")
    }
    fields.add("origins", procedure.origins.map(\.description))
    fields.add("sector", procedure.sectors.map(\.rawValue))
    fields.add("fields", procedure.educationFields.map(\.description), each: "field")
    fields.add("occupations", procedure.occupations.map(\.description), each: "occupation")
    fields.add("exceptFields", procedure.exceptedFields.map(\.description), each: "exceptField")
    fields.add(
      "exceptOccupations", procedure.exceptedOccupations.map(\.description),
      each: "exceptOccupation")
    fields.add("covers", procedure.covers)
    fields.add("url", procedure.url)
    fields.add("note", procedure.note)
    fields.add("valid", procedure.validity)
    fields.add("source", procedure.source == usual ? nil : procedure.source)
    fields.add("verified", procedure.isVerified, usual: true)
    return fields
  }
}

extension DescriptorFields {
  fileprivate mutating func add(version label: String?, _ validity: Validity) {
    var version = DescriptorFields()
    version.add("label", label)
    version.add(plain: "from", validity.from)
    version.add(plain: "by", validity.by)
    version.add(plain: "to", validity.to)
    if !version.fields.isEmpty { add("version", .fields(version)) }
  }

  /// Links of one relation, under its name.
  fileprivate mutating func add(_ links: [Link], as relation: Relation, beside usual: String?) {
    guard !links.isEmpty else { return }
    let items = links.map { link in
      var fields = DescriptorFields()
      fields.add("to", link.to.description)
      fields.addDetails(of: link, beside: usual)
      return fields
    }
    add(relation.rawValue, .each(items))
  }

  fileprivate mutating func addDetails(
    of link: Link, beside usual: String?, isUsuallyVerified: Bool = true
  ) {
    add("toUri", link.toURI)
    add("source", link.source == usual ? nil : link.source)
    add("note", link.note)
    add("verified", link.isVerified, usual: isUsuallyVerified)
    add(plain: "confidence", link.confidence)
    add("parties", link.parties, each: "party")
    add("purpose", link.purposes.map(\.rawValue))
    add("conditions", link.conditions, each: "condition")
    add("compensation", link.compensation)
    add("valid", link.validity)
    add(plain: "date", link.date)
    add("justification", link.justification?.rawValue)
    add("authors", link.authors, each: "author")
    add("tool", link.tool)
    add("details", link.details, each: "detail")
  }
}
