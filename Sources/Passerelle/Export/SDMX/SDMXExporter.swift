internal import PasserelleGraph
package import PasserelleModel

/// Writes frameworks as code lists in SDMX-ML 2.1, the version that most registries and clients read.
///
/// A code has an identifier, names by language, and one parent. What else there is, and has no place in
/// SDMX, is in annotations, which the adapter reads back; all other things are lost, and counted.
package struct SDMXExporter: Exporter {
  package private(set) var loss = LossReport()
  private let names: ConceptNames
  private let day: Day
  private let file: ExportFile
  /// The framework whose list is open.
  private var framework: Framework?
  /// The concept that is written when the next one comes: its links and notes come behind it.
  private var code: SDMXCode?
  private var hasBegun = false

  package init(_ names: ConceptNames, on day: Day, into file: ExportFile) {
    (self.names, self.day, self.file) = (names, day, file)
  }

  package mutating func add(_ statement: Statement) throws {
    switch statement {
    case .framework(let framework): try begin(framework)
    case .mappings(let mappings): try pass(over: "set of mappings", "\(mappings.name)")
    case .agreement(let agreement): try pass(over: "agreement", "\(agreement.name)")
    case .concept(let concept):
      try writeCode()
      code = SDMXCode(concept)
      loss.count(concept)
    case .link(let link): add(link)
    case .note(let note): add(note)
    case .document(let document): loss.add("source", document.title)
    case .name(let name): loss.add("further name", "\(name.concept)")
    case .procedure(let procedure):
      loss.add("who decides on recognition", procedure.purpose.rawValue)
    case .profile, .asset: break
    }
  }

  package mutating func end() throws {
    guard hasBegun else {
      throw ExportFormatError.noFramework("SDMX", loss.kinds.first?.entry.examples.first ?? "this")
    }
    try closeList()
    try file.write("  </str:Codelists>\n</mes:Structures>\n</mes:Structure>\n")
  }

  // MARK: - Lists

  private mutating func begin(_ framework: Framework) throws {
    try closeList()
    if !hasBegun { try writeHead(of: framework) }
    hasBegun = true
    self.framework = framework
    loss.count(framework)
    let id = SDMXIdentity(of: framework)
    let notes = try names.graph.notes(about: Identifier(framework.name)).map(\.note)
    var annotations = [
      SDMXAnnotation("passerelle:name", "\(framework.name)"),
      SDMXAnnotation("passerelle:kind", framework.kind.rawValue),
    ]
    if let authority = framework.authority {
      annotations.append(SDMXAnnotation("passerelle:authority", authority))
    }
    let (description, others) = SDMXAnnotation.all(of: notes)
    let attributes: [(String, String?)] = [
      ("id", id.id), ("agencyID", id.agency), ("version", id.version), ("uri", framework.uri),
      ("validFrom", framework.validity.certainFrom.map { "\($0.firstDay)T00:00:00" }),
      ("validTo", framework.validity.to.map { "\($0.lastDay)T00:00:00" }),
    ]
    try file.write(
      SDMXText.start("str:Codelist", attributes, indent: 2)
        + SDMXText.annotations(annotations + others, indent: 3)
        + SDMXText.texts("com:Name", framework.title, indent: 3)
        + SDMXText.texts("com:Description", description, indent: 3))
  }

  private mutating func closeList() throws {
    try writeCode()
    if framework != nil { try file.write("    </str:Codelist>\n") }
    framework = nil
  }

  private mutating func pass(over kind: String, _ name: String) throws {
    try closeList()
    loss.add(kind, name)
  }

  /// The head of the message, which is as old as the first framework's source: one graph, one text.
  private func writeHead(of framework: Framework) throws {
    let date = try names.graph.evidence(of: framework.name)?.document?.date
    try file.write(SDMXText.head(preparedOn: date?.firstDay ?? day))
  }

  // MARK: - Codes

  private mutating func add(_ link: Link) {
    guard link.relation == .broader, link.to.framework == framework?.name,
      code?.concept.id == link.from, code?.parent == nil
    else { return loss.add("link '\(link.relation.rawValue)'", "\(link.from) to \(link.to)") }
    code?.parent = link.to.code
    if !link.isPlain { loss.add("remarks on a link", "\(link.from) to \(link.to)") }
  }

  private mutating func add(_ note: Note) {
    if !note.isVerified { loss.add("that a note is not verified", "\(note.about)") }
    if code?.concept.id == note.about {
      code?.notes.append(note)
    } else if note.about != framework.map({ Identifier($0.name) }) {
      loss.add("note", "\(note.about)")
    }
  }

  private mutating func writeCode() throws {
    guard let code, let framework else { return }
    try file.write(code.text(in: framework.kind))
    self.code = nil
  }
}

extension LossReport {
  /// Counts what a list has no place for.
  fileprivate mutating func count(_ framework: Framework) {
    let name = "\(framework.name)"
    if framework.validity.by != nil { add(LossReport.earliestDay, name) }
    if framework.licence != nil { add("licence", name) }
    for other in framework.aliases + framework.acronyms { add("other name", other) }
    for country in framework.countries { add("country", "\(name): \(country)") }
    for sector in framework.sectors { add("sector", "\(name): \(sector.rawValue)") }
    if let url = framework.authorityURL { add("address of the authority", url) }
    if let old = framework.supersedes { add("earlier version", "\(name): \(old)") }
  }

  /// Counts what a code has no place for.
  fileprivate mutating func count(_ concept: Concept) {
    if concept.validity != Validity() { add("validity of a concept", "\(concept.id)") }
    if let status = concept.status { add("status", "\(concept.id): \(status)") }
    for workload in concept.workloads { add("workload", "\(concept.id): \(workload)") }
    for sector in concept.sectors { add("sector", "\(concept.id): \(sector.rawValue)") }
  }
}
