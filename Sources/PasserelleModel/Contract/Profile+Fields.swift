// How what a person brings is written in the contract.

extension Profile {
  func write(to fields: inout some FieldSink) {
    fields.start("profile")
    fields.add("reference", reference)
    fields.add("from", from)
    fields.add("target", target)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(reference: try reader.requiredText("reference"))
    from = try reader.optional("from")
    target = try reader.optional("target")
  }
}

extension Asset {
  func write(to fields: inout some FieldSink) {
    switch self {
    case .certificate(let certificate): certificate.write(to: &fields)
    case .experience(let experience): experience.write(to: &fields)
    case .competence(let competence): competence.write(to: &fields)
    case .language(let language): language.write(to: &fields)
    }
  }
}

extension Certificate {
  func write(to fields: inout some FieldSink) {
    fields.start("certificate")
    fields.add("title", title)
    fields.add("country", country)
    fields.add("id", identifier)
    fields.add("date", date)
    fields.add("body", body)
    fields.add("field", field)
    fields.add("sector", sector?.rawValue)
    fields.add("workload", workload)
    fields.add("outcome", outcomes)
    fields.add("document", document?.rawValue)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(title: try reader.requiredText("title"), country: try reader.required("country"))
    identifier = try reader.optional("id")
    date = try reader.optional("date")
    body = try reader.text("body")
    field = try reader.optional("field")
    sector = try reader.optional("sector")
    workload = try reader.text("workload")
    outcomes = try reader.values("outcome")
    document = try reader.optional("document")
  }
}

extension Experience {
  func write(to fields: inout some FieldSink) {
    fields.start("experience")
    fields.add("title", title)
    fields.add("occupation", occupation)
    fields.add("country", country)
    fields.add("years", years)
    fields.add("evidence", evidence)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(title: try reader.requiredText("title"))
    occupation = try reader.optional("occupation")
    country = try reader.optional("country")
    years = try reader.optional("years")
    evidence = try reader.text("evidence")
  }
}

extension ClaimedCompetence {
  func write(to fields: inout some FieldSink) {
    fields.start("claimed-competence")
    fields.add("title", title)
    fields.add("id", identifier)
    fields.add("evidence", evidence)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(title: try reader.requiredText("title"))
    identifier = try reader.optional("id")
    evidence = try reader.text("evidence")
  }
}

extension LanguageSkill {
  func write(to fields: inout some FieldSink) {
    fields.start("language")
    fields.add("language", language)
    fields.add("level", level)
    fields.add("evidence", evidence)
  }

  init(_ reader: inout FieldReader) throws(Diagnostic) {
    self.init(language: try reader.required("language"))
    level = try reader.text("level")
    evidence = try reader.text("evidence")
  }
}
