// How each statement is written in the contract. `Documentation/Contract.md` lists the same fields.

extension Statement {
  /// The statement as named values.
  package var fields: Fields {
    var fields = Fields("")
    write(to: &fields)
    return fields
  }

  /// Writes the statement as named values.
  package func write(to fields: inout some FieldSink) {
    switch self {
    case .framework(let framework): framework.write(to: &fields)
    case .mappings(let mappings): mappings.write(to: &fields)
    case .agreement(let agreement): agreement.write(to: &fields)
    case .document(let document): document.write(to: &fields)
    case .concept(let concept): concept.write(to: &fields)
    case .link(let link): link.write(to: &fields)
    case .note(let note): note.write(to: &fields)
    case .name(let name): name.write(to: &fields)
    case .procedure(let procedure): procedure.write(to: &fields)
    case .profile(let profile): profile.write(to: &fields)
    case .asset(let asset): asset.write(to: &fields)
    }
  }

  /// Makes the statement of named values.
  ///
  /// - Throws: A diagnostic where a field is missing, unknown, or does not fit.
  package init(_ fields: Fields, at position: SourcePosition) throws(Diagnostic) {
    var reader = FieldReader(fields, at: position)
    switch fields.kind {
    case "framework": self = .framework(try Framework(&reader))
    case "mappings": self = .mappings(try MappingSet(&reader))
    case "agreement": self = .agreement(try Agreement(&reader))
    case "document": self = .document(try Document(&reader))
    case "concept": self = .concept(try Concept(&reader))
    case "link": self = .link(try Link(&reader))
    case "note": self = .note(try Note(&reader))
    case "name": self = .name(try Name(&reader))
    case "procedure": self = .procedure(try Procedure(&reader))
    case "profile": self = .profile(try Profile(&reader))
    case "certificate": self = .asset(.certificate(try Certificate(&reader)))
    case "experience": self = .asset(.experience(try Experience(&reader)))
    case "claimed-competence": self = .asset(.competence(try ClaimedCompetence(&reader)))
    case "language": self = .asset(.language(try LanguageSkill(&reader)))
    default:
      throw .error(
        .badStatement, at: position,
        "the adapter makes statements of the unknown kind '\(fields.kind.prefix(60).printable)'",
        hint: "the adapter may be newer than this host")
    }
    try reader.finish()
  }
}

extension Framework {
  func write(to fields: inout some FieldSink) {
    fields.start("framework")
    fields.add("name", name)
    fields.add("kind", kind.rawValue)
    fields.add("title", title)
    fields.add("alias", aliases)
    fields.add("acronym", acronyms)
    fields.add("country", countries)
    fields.add("sector", sectors.map(\.rawValue))
    fields.add("authority", authority)
    fields.add("authority-url", authorityURL)
    fields.add(validity)
    fields.add("supersedes", supersedes)
    fields.add("uri", uri)
    fields.add("licence", licence)
    fields.add("source", source)
    fields.add("open", isOpen, unless: false)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(
      name: try reader.required("name"), kind: try reader.required("kind"),
      title: try reader.localized("title"))
    aliases = reader.texts("alias")
    acronyms = reader.texts("acronym")
    countries = try reader.values("country")
    sectors = try reader.values("sector")
    authority = try reader.text("authority")
    authorityURL = try reader.text("authority-url")
    validity = try reader.validity()
    supersedes = try reader.optional("supersedes")
    uri = try reader.text("uri")
    licence = try reader.text("licence")
    source = try reader.text("source")
    isOpen = try reader.flag("open", usual: false)
  }
}

extension MappingSet {
  func write(to fields: inout some FieldSink) {
    fields.start("mappings")
    fields.add("name", name)
    fields.add("title", title)
    fields.add("from", from)
    fields.add("to", to)
    fields.add("uri", uri)
    fields.add("from-uri", fromURI)
    fields.add("to-uri", toURI)
    fields.add(validity)
    fields.add("licence", licence)
    fields.add("source", source)
    fields.add("open", isOpen, unless: false)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(
      name: try reader.required("name"), title: try reader.localized("title"),
      from: try reader.optional("from"), to: try reader.optional("to"))
    uri = try reader.text("uri")
    fromURI = try reader.text("from-uri")
    toURI = try reader.text("to-uri")
    validity = try reader.validity()
    licence = try reader.text("licence")
    source = try reader.text("source")
    isOpen = try reader.flag("open", usual: false)
  }
}

extension Agreement {
  func write(to fields: inout some FieldSink) {
    fields.start("agreement")
    fields.add("name", name)
    fields.add("kind", kind.rawValue)
    fields.add("title", title)
    fields.add("from", from)
    fields.add("to", to)
    fields.add("mutual", isMutual, unless: false)
    fields.add("party", parties)
    fields.add("purpose", purposes.map(\.rawValue))
    fields.add("date", date)
    fields.add(validity)
    fields.add("lasting", isLasting.map(String.init))
    fields.add("sector", sectors.map(\.rawValue))
    fields.add("field", educationFields)
    fields.add("occupation", occupations)
    fields.add("except-field", exceptedFields)
    fields.add("except-occupation", exceptedOccupations)
    fields.add("covers", covers)
    fields.add("conditions", conditions)
    fields.add("licence", licence)
    fields.add("source", source)
    fields.add("verified", isVerified, unless: true)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(
      name: try reader.required("name"), kind: try reader.required("kind"),
      title: try reader.localized("title"))
    from = try reader.values("from")
    to = try reader.values("to")
    isMutual = try reader.flag("mutual", usual: false)
    parties = reader.texts("party")
    purposes = try reader.values("purpose")
    date = try reader.optional("date")
    validity = try reader.validity()
    isLasting = try reader.flag("lasting")
    sectors = try reader.values("sector")
    educationFields = try reader.values("field")
    occupations = try reader.values("occupation")
    exceptedFields = try reader.values("except-field")
    exceptedOccupations = try reader.values("except-occupation")
    covers = try reader.localized("covers")
    conditions = try reader.localized("conditions")
    licence = try reader.text("licence")
    source = try reader.text("source")
    isVerified = try reader.flag("verified", usual: true)
  }
}

extension Document {
  func write(to fields: inout some FieldSink) {
    fields.start("document")
    fields.add("key", key)
    fields.add("title", title)
    fields.add("publisher", publisher)
    fields.add("date", date)
    fields.add("url", url)
    fields.add("licence", licence)
    fields.add("official", isOfficial, unless: false)
    fields.add("via", via)
    fields.add("verified", isVerified, unless: true)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(key: try reader.requiredText("key"), title: try reader.requiredText("title"))
    publisher = try reader.text("publisher")
    date = try reader.optional("date")
    url = try reader.text("url")
    licence = try reader.text("licence")
    isOfficial = try reader.flag("official", usual: false)
    via = try reader.text("via")
    isVerified = try reader.flag("verified", usual: true)
  }
}

extension Concept {
  func write(to fields: inout some FieldSink) {
    fields.start("concept")
    fields.add("id", id)
    fields.add("kind", kind.rawValue)
    fields.add("tier", tier)
    fields.add("title", title)
    fields.add("alternative", alternatives)
    fields.add("uri", uri)
    fields.add("status", status)
    fields.add(validity)
    fields.add("workload", workloads)
    fields.add("sector", sectors.map(\.rawValue))
    fields.add("source", source)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(
      id: try reader.required("id"), kind: try reader.required("kind"),
      title: try reader.localized("title"))
    tier = try reader.text("tier")
    alternatives = try reader.localized("alternative")
    uri = try reader.text("uri")
    status = try reader.text("status")
    validity = try reader.validity()
    workloads = try reader.values("workload")
    sectors = try reader.values("sector")
    source = try reader.text("source")
  }
}

extension Link {
  func write(to fields: inout some FieldSink) {
    fields.start("link")
    fields.add("from", from)
    fields.add("relation", relation.rawValue)
    fields.add("to", to)
    fields.add("from-uri", fromURI)
    fields.add("to-uri", toURI)
    fields.add("source", source)
    if !isBare { writeDetails(to: &fields) }
  }

  /// Whether the link says nothing else, as those of a register or a taxonomy do.
  private var isBare: Bool {
    isVerified && note.isEmpty && confidence == nil && validity == Validity()
      && parties.isEmpty && purposes.isEmpty && conditions.isEmpty && compensation.isEmpty
      && outcome == nil && date == nil && justification == nil && authors.isEmpty && tool == nil
      && details.isEmpty
  }

  private func writeDetails(to fields: inout some FieldSink) {
    fields.add("note", note)
    fields.add("verified", isVerified, unless: true)
    fields.add("confidence", confidence)
    fields.add(validity)
    fields.add("party", parties)
    fields.add("purpose", purposes.map(\.rawValue))
    fields.add("condition", conditions)
    fields.add("compensation", compensation)
    fields.add("outcome", outcome?.rawValue)
    fields.add("date", date)
    fields.add("justification", justification?.rawValue)
    fields.add("author", authors)
    fields.add("tool", tool)
    fields.add("detail", details)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(
      from: try reader.required("from"), try reader.required("relation"),
      to: try reader.required("to"), source: try reader.text("source"))
    fromURI = try reader.text("from-uri")
    toURI = try reader.text("to-uri")
    note = try reader.localized("note")
    isVerified = try reader.flag("verified", usual: true)
    confidence = try reader.optional("confidence")
    validity = try reader.validity()
    parties = reader.texts("party")
    purposes = try reader.values("purpose")
    conditions = reader.texts("condition")
    compensation = reader.texts("compensation")
    outcome = try reader.optional("outcome")
    date = try reader.optional("date")
    justification = try reader.optional("justification")
    authors = reader.texts("author")
    tool = try reader.text("tool")
    details = reader.texts("detail")
  }
}

extension Note {
  func write(to fields: inout some FieldSink) {
    fields.start("note")
    fields.add("about", about)
    fields.add("text", text)
    fields.add("source", source)
    fields.add("verified", isVerified, unless: true)
    fields.add("background", isBackground, unless: false)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(
      about: try reader.required("about"), text: try reader.localized("text"),
      source: try reader.text("source"))
    isVerified = try reader.flag("verified", usual: true)
    isBackground = try reader.flag("background", usual: false)
  }
}

extension Name {
  func write(to fields: inout some FieldSink) {
    fields.start("name")
    fields.add("concept", concept)
    fields.add("text", text)
    fields.add("kind", kind.rawValue)
    fields.add(validity)
    fields.add("source", source)
    fields.add("verified", isVerified, unless: true)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(
      of: try reader.required("concept"), text: try reader.localized("text"),
      kind: try reader.required("kind"), source: nil)
    validity = try reader.validity()
    source = try reader.text("source")
    isVerified = try reader.flag("verified", usual: true)
  }
}

extension Procedure {
  func write(to fields: inout some FieldSink) {
    fields.start("procedure")
    fields.add("purpose", purpose.rawValue)
    fields.add("title", title)
    fields.add("first-contact", firstContacts)
    fields.add("information-centre", informationCentres)
    fields.add("decides", deciders)
    fields.add("issues", issuers)
    fields.add("binding", isBinding.map(String.init))
    fields.add("legal-basis", legalBasis)
    fields.add("law", laws)
    fields.add("origin", origins)
    fields.add("sector", sectors.map(\.rawValue))
    fields.add("field", educationFields)
    fields.add("occupation", occupations)
    fields.add("except-field", exceptedFields)
    fields.add("except-occupation", exceptedOccupations)
    fields.add("covers", covers)
    fields.add("url", url)
    fields.add("note", note)
    fields.add(validity)
    fields.add("source", source)
    fields.add("verified", isVerified, unless: true)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(for: try reader.required("purpose"))
    title = try reader.localized("title")
    firstContacts = reader.texts("first-contact")
    informationCentres = reader.texts("information-centre")
    deciders = reader.texts("decides")
    issuers = reader.texts("issues")
    isBinding = try reader.flag("binding")
    legalBasis = reader.texts("legal-basis")
    laws = try reader.values("law")
    origins = try reader.values("origin")
    sectors = try reader.values("sector")
    educationFields = try reader.values("field")
    occupations = try reader.values("occupation")
    exceptedFields = try reader.values("except-field")
    exceptedOccupations = try reader.values("except-occupation")
    covers = try reader.localized("covers")
    url = try reader.text("url")
    note = try reader.localized("note")
    validity = try reader.validity()
    source = try reader.text("source")
    isVerified = try reader.flag("verified", usual: true)
  }
}
