internal import Crypto
internal import PasserelleGraph
package import PasserelleModel

/// Writes one framework as a package of 1EdTech CASE 1.0.
package struct CASEExporter: Exporter {
  package private(set) var loss = LossReport()
  private let names: ConceptNames
  private let file: ExportFile
  /// When the statements were last changed, as far as anyone can say: the day of the export.
  private let changed: String
  private var document = ""
  private var documentIdentifier = ""
  private var hasItems = false
  private var associations: [String] = []

  package init(_ names: ConceptNames, on day: Day, into file: ExportFile) {
    self.names = names
    self.file = file
    changed = "\(day)T00:00:00+00:00"
  }

  package mutating func add(_ statement: Statement) throws {
    switch statement {
    case .framework(let framework): try begin(framework)
    case .concept(let concept): try add(concept)
    case .link(let link): try add(link)
    case .mappings(let mappings): throw ExportFormatError.noFramework("CASE", "\(mappings.name)")
    case .agreement(let agreement): throw ExportFormatError.noFramework("CASE", "\(agreement.name)")
    case .document(let document): loss.add("source", document.title)
    case .note(let note): loss.add("note", "\(note.about)")
    case .procedure(let procedure):
      loss.add("who decides on recognition", procedure.purpose.rawValue)
    case .profile, .asset: break
    }
  }

  package mutating func end() throws {
    try file.write(hasItems ? "\n]" : "]")
    try file.write(",\n\"CFAssociations\": [\(associations.joined(separator: ","))\n]}\n")
  }

  private mutating func begin(_ framework: Framework) throws {
    let id = Identifier(framework.name)
    documentIdentifier = Self.uuid(try names.iri(id))
    let title = framework.title.preferred ?? framework.name.description
    for entry in framework.title.entries where entry.text != title {
      loss.add("title in '\(entry.language)'", "\(framework.name)")
    }
    var fields = [
      ("identifier", documentIdentifier), ("uri", try names.iri(id)),
      ("creator", framework.authority ?? "not stated"), ("title", title),
      ("lastChangeDateTime", changed),
    ]
    if let version = framework.name.version { fields.append(("version", version)) }
    if let from = framework.validity.from { fields.append(("statusStartDate", "\(from.firstDay)")) }
    if let to = framework.validity.to { fields.append(("statusEndDate", "\(to.lastDay)")) }
    if framework.licence != nil { loss.add("licence", "\(framework.name)") }
    document = try Self.reference(title, documentIdentifier, names.iri(id))
    try file.write("{\"CFDocument\": \(Self.object(fields)),\n\"CFItems\": [")
  }

  private mutating func add(_ concept: Concept) throws {
    let iri = try names.iri(concept.id)
    let title = concept.title.preferred ?? concept.id.description
    for entry in concept.title.entries where entry.text != title {
      loss.add("title in '\(entry.language)'", "\(concept.id)")
    }
    for entry in concept.alternatives.entries {
      loss.add("other title", "\(concept.id): \(entry.text)")
    }
    if let status = concept.status { loss.add("status", "\(concept.id): \(status)") }
    for workload in concept.workloads { loss.add("workload", "\(concept.id): \(workload)") }
    let fields = [
      ("identifier", Self.uuid(iri)), ("fullStatement", title), ("uri", iri),
      ("humanCodingScheme", concept.id.code?.description ?? ""),
      ("CFItemType", concept.tier ?? concept.kind.rawValue), ("lastChangeDateTime", changed),
      ("statusStartDate", concept.validity.from?.firstDay.description ?? ""),
      ("statusEndDate", concept.validity.to?.lastDay.description ?? ""),
    ]
    let object = Self.object(fields, and: [("CFDocumentURI", document)])
    try file.write((hasItems ? ",\n" : "\n") + object)
    hasItems = true
  }

  // MARK: - Associations

  private static let types: [Relation: String] = [
    .broader: "isChildOf", .partOf: "isPartOf", .atLevel: "hasSkillLevel",
  ]

  private mutating func add(_ link: Link) throws {
    let type: String
    switch try PublishedMatch(link, in: names.graph) {
    case .match(.exactMatch): type = "exactMatchOf"
    case .match(let relation):
      type = "isRelatedTo"
      loss.add("'\(relation.rawValue)', written as related", "\(link.from) to \(link.to)")
    case .denial, .nothing, .declared:
      loss.add("link '\(link.relation.rawValue)'", "\(link.from) to \(link.to)")
      return
    case nil:
      if link.relation == .supersedes {
        try associate(link.to, "replacedBy", link.from)
        return
      }
      guard let known = Self.types[link.relation] else {
        loss.add("link '\(link.relation.rawValue)'", "\(link.from) to \(link.to)")
        return
      }
      type = known
    }
    try associate(link.from, type, link.to)
  }

  private mutating func associate(_ from: Identifier, _ type: String, _ to: Identifier) throws {
    let (origin, destination) = (try names.iri(from), try names.iri(to))
    let identifier = Self.uuid("\(origin) \(type) \(destination)")
    let fields = [
      ("identifier", identifier), ("associationType", type),
      ("uri", "\(names.base)association:\(identifier)"), ("lastChangeDateTime", changed),
    ]
    associations.append(
      "\n"
        + Self.object(
          fields,
          and: [
            (
              "originNodeURI",
              Self.reference(try names.label(from) ?? "\(from)", Self.uuid(origin), origin)
            ),
            (
              "destinationNodeURI",
              Self.reference(
                try names.label(to) ?? "\(to)", Self.uuid(destination), destination)
            ),
            ("CFDocumentURI", document),
          ]))
  }

  // MARK: - JSON

  private static func object(
    _ fields: [(String, String)], and objects: [(String, String)] = []
  ) -> String {
    let members =
      fields.filter { !$0.1.isEmpty }.map { ($0.0, $0.1.jsonQuoted) } + objects
    return "{" + members.map { "\($0.0.jsonQuoted): \($0.1)" }.joined(separator: ", ") + "}"
  }

  private static func reference(_ title: String, _ identifier: String, _ uri: String) -> String {
    object([("title", title), ("identifier", identifier), ("uri", uri)])
  }

  /// A name as CASE wants it, the same for the same address at all times: a UUID of version 5
  /// (RFC 9562) in the space of addresses.
  private static func uuid(_ iri: String) -> String {
    let space: [UInt8] = [
      0x6B, 0xA7, 0xB8, 0x11, 0x9D, 0xAD, 0x11, 0xD1, 0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30,
      0xC8,
    ]
    var bytes = Array(Insecure.SHA1.hash(data: space + Array(iri.utf8))).prefix(16).map { $0 }
    bytes[6] = bytes[6] & 0x0F | 0x50
    bytes[8] = bytes[8] & 0x3F | 0x80
    let digits = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
    return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
      .map { $0.joined() }.joined(separator: "-")
  }
}

/// Why a format cannot take what is to be written.
package enum ExportFormatError: Error, CustomStringConvertible {
  case noFramework(String, String)

  package var description: String {
    switch self {
    case .noFramework(let format, let name):
      "\(format) contains frameworks, and '\(name)' is not one; choose frameworks, or another format"
    }
  }
}
