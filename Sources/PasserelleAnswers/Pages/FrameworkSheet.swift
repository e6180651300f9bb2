internal import PasserelleGraph
internal import PasserelleModel

/// Everything that a page shows of one framework, in one language: its levels, what they are referenced to,
/// who says so, and whether it was verified.
struct FrameworkSheet {
  /// One level, or one concept of a list without levels.
  struct Row {
    var code: String
    /// What it is linked to.
    var references: [Reference]
    /// The qualifications that stand there.
    var qualifications: [Qualification]
    /// The numbers of the sources that its facts rest on.
    var sources: [Int]
    /// Whether all of its facts were seen in their sources.
    var isVerified: Bool
    var notes: [Remark]
  }

  /// A link in words, and what a reader must know of it: its scope, its agreement, its note.
  struct Reference {
    var text: String
    var details: String
  }

  /// A qualification, with all that is stated of it beside its level.
  struct Qualification {
    var title: String
    var references: [Reference]
    var notes: [Remark]
  }

  /// A note, with the number of its source.
  struct Remark {
    var text: String
    var source: Int
    var isVerified: Bool
  }

  /// The framework's identifier.
  let id: String
  let title: String
  let countries: String
  /// What there is to say of the framework itself, a phrase each.
  private(set) var facts: [String] = []
  private(set) var rows: [Row] = []
  /// What the framework as a whole is linked to, and what is noted of it.
  private(set) var remarks: [Remark] = []
  /// Who decides on a qualification from elsewhere, a purpose each.
  private(set) var procedures: [Remark] = []
  /// The documents, as the numbers count them from 1.
  var documents: [Sheet.Source] { sources.sources }
  /// How many facts are only recalled, and were not seen in a source.
  private(set) var unverified = 0

  private let graph: any GraphReading
  private let say: Language
  private let sources: SourceList

  /// Collects what the graph has of a framework.
  ///
  /// - Parameters:
  ///   - framework: The framework.
  ///   - graph: The graph.
  ///   - say: The language, in the form of the page.
  /// - Throws: Errors of the store.
  init(of framework: Framework, in graph: any GraphReading, _ say: Language) throws {
    (self.graph, self.say) = (graph, say)
    sources = SourceList(in: say)
    id = framework.name.description
    title = say.title(framework.title) ?? id
    countries = say.list(framework.countries.map { LocalNames(say).country($0) })
    if let own = try graph.evidence(of: framework.name) { _ = sources.number(of: own) }
    rows = try graph.concepts(of: framework.name).filter { $0.concept.kind != .qualification }
      .map(row)
    let id = Identifier(framework.name)
    remarks = try graph.links(from: id).map(whole) + notes(about: id)
    let records = try graph.procedures(of: framework.name)
    let names = try ScopeNames(for: records.flatMap(\.procedure.subjects), in: graph)
    procedures = records.map { record in
      remark(words(for: ProcedureAnswer(record, naming: names)), record.evidence)
    }
    unverified = count()
    facts = facts(of: framework)
  }

  private func count() -> Int {
    let notes = rows.flatMap { $0.notes + $0.qualifications.flatMap(\.notes) }
    return rows.count { !$0.isVerified }
      + (remarks + procedures + notes).count { !$0.isVerified }
  }

  private func facts(of framework: Framework) -> [String] {
    let names = framework.aliases + framework.acronyms
    let validity = framework.validity
    let span = say.span(
      from: validity.from?.description, by: validity.by?.description, to: validity.to?.description)
    let named: [(AnswerKey, String?)] = [
      (.showAlsoCalled, names.isEmpty ? nil : say.list(names)),
      (.showCountries, countries.isEmpty ? nil : countries),
      (.showAuthority, framework.authority.map { say.isolated($0) }), (.showInForce, span),
    ]
    let before = framework.supersedes.map { name in
      "\(say.name(of: .supersedes)) \(say.isolated(name.description))"
    }
    return [say.isolated(id)]
      + [framework.name.isTrial ? TrialMark(say).words(for: [id]) : nil]
      .compactMap(\.self) + named.compactMap { key, text in text.map { "\(say(key)): \($0)" } }
      + [
        before, unverified == 0 ? nil : say(.notVerified, ["count": say.number(unverified)]),
      ].compactMap(\.self)
  }
}

// MARK: - Levels

extension FrameworkSheet {
  private func row(for record: ConceptRecord) throws -> Row {
    var row = Row(
      code: record.id.code?.description ?? "", references: [], qualifications: [], sources: [],
      isVerified: true, notes: [])
    var seen: Set<Int> = []
    func rest(on evidence: Evidence) {
      row.isVerified = row.isVerified && evidence.isVerified
      let number = sources.number(of: evidence)
      if seen.insert(number).inserted { row.sources.append(number) }
    }
    rest(on: record.evidence)
    for link in try statements(of: record.id) {
      row.references.append(try reference(link, from: record.id))
      rest(on: link.evidence)
    }
    let placed = try graph.links(to: record.id).filter { $0.link.relation == .atLevel }
    for qualification in try placed.compactMap({ try graph.concept($0.link.from) })
      .filter({ $0.concept.kind == .qualification }).sorted(by: { $0.order < $1.order })
    {
      rest(on: qualification.evidence)
      let links = try statements(of: qualification.id)
      links.forEach { rest(on: $0.evidence) }
      row.qualifications.append(
        Qualification(
          title: say.title(qualification.concept.title) ?? "",
          references: try links.map { try reference($0, from: qualification.id) },
          notes: try notes(about: qualification.id)))
    }
    row.notes = try notes(about: record.id)
    return row
  }

  private func notes(about id: Identifier) throws -> [Remark] {
    try graph.notes(about: id).compactMap { record in
      record.note.text.phrase.map { remark(say($0), record.evidence) }
    }
  }

  private func remark(_ text: String, _ evidence: Evidence) -> Remark {
    Remark(
      text: text, source: sources.number(of: evidence), isVerified: evidence.isVerified)
  }
}

// MARK: - Links

extension FrameworkSheet {
  /// What is stated of a concept beside its place in its own framework, and what is declared of
  /// others that lead to it.
  private func statements(of id: Identifier) throws -> [LinkRecord] {
    try graph.links(from: id).filter { ![.broader, .atLevel].contains($0.link.relation) }
      + graph.links(to: id).filter { $0.link.relation == .declaredEquivalent }
  }

  private func reference(_ record: LinkRecord, from id: Identifier) throws -> Reference {
    let link = record.link
    let text =
      if link.from != id {
        say(link.statement)
      } else if link.relation == .referencedTo {
        say.isolated("\(link.to)")
      } else {
        "\(say.name(of: link.relation)) \(say.isolated("\(link.to)"))"
      }
    return Reference(text: text, details: try details(of: record))
  }

  /// How the framework as a whole is linked.
  private func whole(_ record: LinkRecord) throws -> Remark {
    let words = "\(say.name(of: record.link.relation)) \(say.isolated("\(record.link.to)"))"
    let details = try details(of: record)
    return remark(
      say(.asAWhole, ["words": words]) + (details.isEmpty ? "" : " (\(details))"), record.evidence)
  }

  /// The scope of a link, the agreement that declares it, and what is noted of it.
  private func details(of record: LinkRecord) throws -> String {
    let isDeclared = [.declaredEquivalent, .precedent].contains(record.link.relation)
    let agreement =
      try isDeclared
      ? graph.agreements().first { $0.agreement.name == record.publication }?.agreement : nil
    let answer = LinkAnswer(record)
    let declaration = agreement?.title.phrase.map { say(.declaredBy, ["title": say($0)]) }
    return
      (answer.scope(in: say) + [declaration].compactMap(\.self)
      + answer.remarks.map { say($0) }).joined(separator: say.clauses)
  }

  /// Who informs, who decides, whether it binds, and by which law, in one sentence.
  private func words(for procedure: ProcedureAnswer) -> String {
    let purpose = Purpose(procedure.purpose).map { say($0) } ?? procedure.purpose
    let name = procedure.title.map { ": \(say($0))" } ?? ""
    let facts = procedure.facts(in: say).filter { !$0.values.isEmpty }
      .map { "\($0.name): \(say.list($0.values))" }
    return purpose + name + (facts.isEmpty ? "" : " – " + facts.joined(separator: say.clauses))
  }
}

extension Language {
  /// A title in the reader's language, with the one that is in use at home.
  fileprivate func title(_ title: LocalizedText) -> String? {
    guard let own = title.entry(for: name) else { return nil }
    let home = title.entries.first { $0.text != own.text && $0.language != own.language }
    return [own, home].compactMap { $0.map { isolated($0.text) } }.joined(separator: " · ")
  }
}
