internal import PasserelleGraph
package import PasserelleModel

/// Writes the mappings among statements as a table of SSSOM.
///
/// Concepts are in it as the two ends of mappings. A framework that is linked to a reference framework
/// gives mappings, too: as close or broader matches, for referencing is a best fit.
package struct SSSOMExporter: Exporter {
  package private(set) var loss = LossReport()
  private let names: ConceptNames
  private let file: ExportFile
  /// The rows, until the prefixes that they use are known: the head comes first.
  private var rows: [String] = []
  private var spaces: [FrameworkName: String] = [:]
  private var titles: [String] = []
  private var licences: Set<String> = []
  private var documents: [String: Document] = [:]

  private static let columns = [
    "subject_id", "subject_label", "predicate_modifier", "predicate_id", "object_id",
    "object_label", "mapping_justification", "mapping_provider", "confidence", "mapping_date",
    "comment",
  ]

  package init(_ names: ConceptNames, into file: ExportFile) {
    self.names = names
    self.file = file
  }

  package mutating func add(_ statement: Statement) throws {
    switch statement {
    case .framework(let framework): begin(framework.title, framework.licence)
    case .mappings(let mappings): begin(mappings.title, mappings.licence)
    case .agreement(let agreement): begin(agreement.title, agreement.licence)
    case .document(let document):
      documents[document.key] = document
      document.licence.map { _ = licences.insert($0) }
    case .concept: break
    case .link(let link): try add(link)
    case .note(let note): loss.add("note", "\(note.about)")
    case .procedure(let procedure):
      loss.add("who decides on recognition", procedure.purpose.rawValue)
    case .profile, .asset: break
    }
  }

  package mutating func end() throws {
    let title = titles.count == 1 ? titles[0] : "\(titles.count) publications"
    let head =
      ["curie_map:"]
      // The name of the set is an address like any other, and readers take its scheme for a prefix.
      + (names.base.hasPrefix("urn:") ? ["  urn: \("urn:".yamlQuoted)"] : [])
      + spaces.sorted { $0.value < $1.value }.map { name, prefix in
        "  \(prefix): \(names.space(of: name).yamlQuoted)"
      } + [
        "mapping_set_id: \("\(names.base)mappings".yamlQuoted)",
        "mapping_set_title: \(title.yamlQuoted)",
        "license: \(Self.licence(of: licences).yamlQuoted)",
      ] + (licences.isEmpty ? [] : ["comment: \(Self.comment(on: licences).yamlQuoted)"])
    try file.write(head.map { "#\($0)\n" }.joined())
    try file.write(Self.columns.joined(separator: "\t") + "\n")
    for row in rows { try file.write(row) }
  }

  private mutating func begin(_ title: LocalizedText, _ licence: String?) {
    titles.append(title.preferred ?? "")
    documents = [:]
    licence.map { _ = licences.insert($0) }
  }

  /// SSSOM needs a licence, as an address, and has one that says that none is known.
  private static func licence(of licences: Set<String>) -> String {
    guard licences.count == 1, let only = licences.first, only.hasPrefix("http") else {
      return "https://w3id.org/sssom/license/unspecified"
    }
    return only
  }

  private static func comment(on licences: Set<String>) -> String {
    "The sources name these licences: \(licences.sorted().joined(separator: "; "))"
  }

  // MARK: - Rows

  private mutating func add(_ link: Link) throws {
    guard link.from.code != nil else {
      loss.add(
        "link of a framework as a whole", "\(link.from) \(link.relation.rawValue) \(link.to)")
      return
    }
    let match = try PublishedMatch(link, in: names.graph)
    let (modifier, predicate, object): (String, String, String)
    switch match {
    case .match(let relation):
      (modifier, predicate, object) = ("", "skos:\(relation.rawValue)", curie(link.to))
    case .denial(let relation):
      (modifier, predicate, object) = ("Not", "skos:\(relation.rawValue)", curie(link.to))
    case .declared: (modifier, predicate, object) = ("", "skos:exactMatch", curie(link.to))
    case .nothing:
      (modifier, predicate, object) = ("", "skos:exactMatch", "sssom:NoTermFound")
    case nil:
      loss.add("link '\(link.relation.rawValue)'", "\(link.from) to \(link.to)")
      return
    }
    let document = link.source.flatMap { documents[$0] }
    let remarks =
      link.remarks + (match == .nothing ? ["looked for in \(link.to)"] : [])
      + [document.map(Self.citation)].compactMap { $0 }
    let cells = [
      curie(link.from), try names.label(link.from) ?? "", modifier, predicate, object,
      match == .nothing ? "" : try names.label(link.to) ?? "",
      "semapv:ManualMappingCuration", document?.url ?? "", link.confidence?.description ?? "",
      document?.date.flatMap(Self.day) ?? "", remarks.joined(separator: "; "),
    ]
    if let date = document?.date, Self.day(date) == nil {
      loss.add("date of a source that is no day", "\(date)")
    }
    rows.append(cells.map(Self.cell).joined(separator: "\t") + "\n")
  }

  private static func citation(_ document: Document) -> String {
    [document.publisher, document.title, document.date?.description].compactMap { $0 }
      .joined(separator: ", ")
  }

  /// A day; a year or a month alone has no place in SSSOM.
  private static func day(_ date: CalendarDate) -> String? {
    date.firstDay == date.lastDay ? date.firstDay.description : nil
  }

  /// A name with a prefix that the head declares.
  private mutating func curie(_ id: Identifier) -> String {
    let prefix = id.framework.description.replacing("@", with: "_").replacing(".", with: "_")
    spaces[id.framework] = prefix
    return "\(prefix):\((id.code?.description ?? "").iriEscaped)"
  }

  /// A cell of a tab-separated table: quotes hold together what a tab or a quote would part.
  private static func cell(_ text: String) -> String {
    let flat = text.map { $0.isNewline ? " " : String($0) }.joined()
    guard flat.contains("\t") || flat.contains("\"") else { return flat }
    return "\"\(flat.replacing("\"", with: "\"\""))\""
  }
}

extension String {
  fileprivate var yamlQuoted: String { YAMLText.scalar(self) }
}
