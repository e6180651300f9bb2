package import PasserelleModel

/// Writes one publication as a descriptor: Passerelle's own form, which carries all that is stated.
package struct DescriptorExporter: Exporter {
  package private(set) var loss = LossReport()
  private let form: DescriptorFormat
  private let file: ExportFile
  private var fields: DescriptorWriter
  private var limits = DescriptorLimits()
  /// What is not yet written: the head, until its documents are all there.
  private var head: DescriptorFields?
  private var headKey = ""
  private var documents: [Document] = []
  /// The list that is open.
  private var list: String?
  /// The concept whose links, names and notes are still to come.
  private var concept: (record: Concept, links: [Link], names: [Name], notes: [Note])?
  /// What comes after the concepts.
  private var links: [Link] = []
  private var notes: [Note] = []
  private var procedures: [Procedure] = []

  package init(as form: DescriptorFormat, into file: ExportFile) throws {
    self.form = form
    self.file = file
    fields = DescriptorWriter()
    switch form {
    case .yaml: try file.write(DescriptorSchema.yamlHead + "passerelle: 1\n")
    case .xml: try file.write(DescriptorSchema.xmlHead)
    }
  }

  package mutating func add(_ statement: Statement) throws {
    if form == .xml { countWhatXMLCannotWrite(statement) }
    guard let statement = limits.carried(statement, countingIn: &loss) else { return }
    switch statement {
    case .framework(let framework):
      headKey = framework.kind == .recognition ? "recognition" : "framework"
      head = fields.fields(of: framework)
    case .mappings(let mappings): (headKey, head) = ("mappings", fields.fields(of: mappings))
    case .agreement(let agreement): (headKey, head) = ("agreement", fields.fields(of: agreement))
    case .document(let document): documents.append(document)
    case .concept(let record):
      try writeConcept()
      concept = (record, [], [], [])
    case .link(let link):
      if concept?.record.id == link.from {
        concept?.links.append(link)
      } else {
        try writeLink(link)
      }
    case .name(let name): concept?.names.append(name)
    case .note(let note):
      if concept?.record.id == note.about {
        concept?.notes.append(note)
      } else {
        notes.append(note)
      }
    case .procedure(let procedure): procedures.append(procedure)
    case .profile, .asset: break
    }
  }

  package mutating func end() throws {
    try writeConcept()
    try writeHead()
    for link in links { try writeHolder(fields.holder(of: link)) }
    for procedure in procedures {
      try writeItem(fields.fields(of: procedure), in: "procedures", each: "procedure")
    }
    for note in notes { try writeItem(fields.fields(of: note), in: "notes", each: "note") }
    try closeList()
    if form == .xml { try file.write("</passerelle>\n") }
  }

  // MARK: - Parts

  private mutating func writeHead() throws {
    guard let head else { return }
    self.head = nil
    try writeSection(headKey, head)
    guard !documents.isEmpty else { return }
    switch form {
    case .yaml:
      var sources = DescriptorFields()
      for document in documents { sources.add(document.key, .fields(fields.fields(of: document))) }
      try file.write(YAMLText.section("sources", sources))
    case .xml:
      for document in documents {
        var source = DescriptorFields()
        source.add("id", document.key)
        for field in fields.fields(of: document).fields {
          source.add(field.key, field.value, each: field.element)
        }
        try writeItem(source, in: "sources", each: "source")
      }
      try closeList()
    }
  }

  private mutating func writeConcept() throws {
    guard let (record, links, names, notes) = concept else { return }
    concept = nil
    let (list, each) = record.kind.list
    try writeItem(
      fields.fields(of: record, links: links, names: names, notes: notes), in: list, each: each)
  }

  /// A link of no concept here: of the framework as a whole, of a mapping set, or what an agreement
  /// declares.
  private mutating func writeLink(_ link: Link) throws {
    switch headKeyOfLinks {
    case .whole: links.append(link)
    case .mappings:
      try writeItem(fields.mapping(of: link), in: "links", each: "link")
    case .agreement:
      let (list, each) =
        link.relation == .precedent ? ("decisions", "decision") : ("declarations", "declaration")
      try writeItem(fields.declaration(of: link), in: list, each: each)
    }
  }

  private enum Holder {
    case whole, mappings, agreement
  }

  private var headKeyOfLinks: Holder {
    switch headKey {
    case "mappings": .mappings
    case "agreement": .agreement
    default: .whole
    }
  }

  private mutating func writeSection(_ key: String, _ fields: DescriptorFields) throws {
    try file.write(
      form == .yaml
        ? YAMLText.section(key, fields) : XMLText.element(key, fields, indent: 1))
  }

  private mutating func writeItem(
    _ fields: DescriptorFields, in list: String, each: String
  ) throws {
    try openList(list)
    try file.write(
      form == .yaml ? YAMLText.item(fields) : XMLText.element(each, fields, indent: 2))
  }

  /// What a framework as a whole is linked to: in XML the list itself holds it.
  private mutating func writeHolder(_ fields: DescriptorFields) throws {
    guard form == .xml else { return try writeItem(fields, in: "links", each: "link") }
    try openList("links")
    try file.write(XMLText.content(fields, indent: 2))
  }

  private mutating func openList(_ list: String) throws {
    try writeHead()
    guard self.list != list else { return }
    try closeList()
    self.list = list
    try file.write(form == .yaml ? "\(list):\n" : "  <\(list)>\n")
  }

  private mutating func closeList() throws {
    if form == .xml, let list { try file.write("  </\(list)>\n") }
    list = nil
  }

  private mutating func countWhatXMLCannotWrite(_ statement: Statement) {
    let (id, texts): (Identifier, [LocalizedText.Entry])
    switch statement {
    case .concept(let concept):
      (id, texts) = (concept.id, concept.title.entries + concept.alternatives.entries)
    case .name(let name): (id, texts) = (name.concept, name.text.entries)
    default: return
    }
    for entry in texts where entry.text.unicodeScalars.contains(where: \.isOutsideXML) {
      loss.add("characters that XML cannot write", "\(id)")
    }
  }
}

extension ConceptKind {
  /// The list of a descriptor that holds concepts of this kind, and its element in XML.
  fileprivate var list: (String, String) {
    switch self {
    case .level: ("levels", "level")
    case .qualification: ("qualifications", "qualification")
    case .occupation: ("occupations", "occupation")
    case .occupationGroup: ("occupationGroups", "occupationGroup")
    case .field: ("fields", "field")
    case .educationLevel: ("educationLevels", "educationLevel")
    case .competence: ("competences", "competence")
    case .competenceGroup: ("competenceGroups", "competenceGroup")
    case .organisation: ("organisations", "organisation")
    }
  }
}
