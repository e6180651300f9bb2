import PasserelleKit

/// The collections of a release: digital, green, transversal skills and others.
///
/// A concept names the schemes that it is in. The file of schemes has their titles; where it is
/// missing, as in 1.2, the titles are those of the schemes that ESCO has had so far.
struct Collections {
  private let graph: GraphWriter
  private var titles: [String: (text: LocalizedText, position: SourcePosition)] = [:]

  init(_ release: Release, graph: GraphWriter) throws(Diagnostic) {
    self.graph = graph
    for file in release.schemeFiles {
      guard let language = file.language else { continue }
      let uri = try file.table.column("conceptSchemeUri")
      let label = try file.table.column("preferredLabel")
      try file.table.forEachRow { row throws(Diagnostic) in
        guard let text = row.text(label) else { return }
        let scheme = row[uri]
        let position = titles[scheme]?.position ?? row.position
        var title = titles[scheme]?.text ?? LocalizedText()
        title.entries.append(LocalizedText.Entry(language, text))
        titles[scheme] = (title, position)
      }
    }
  }

  /// States each collection and its members.
  func state(_ catalogue: Catalogue) throws(Diagnostic) {
    for (scheme, members) in catalogue.members.sorted(by: { $0.key < $1.key }) {
      guard let first = members.first, let code = Code(scheme.lastComponent) else { continue }
      let id = Identifier(catalogue.framework, code)
      guard catalogue.index(scheme) == nil else { continue }
      let isOfOccupations = catalogue.kind(first.concept) == .occupation
      let title = titles[scheme]
      var concept = Concept(
        id: id, kind: isOfOccupations ? .occupationGroup : .competenceGroup,
        title: title?.text ?? .english(Self.knownTitles[code.description] ?? code.description))
      concept.tier = "collection"
      concept.uri = scheme
      concept.source = Release.source
      try graph.add(.concept(concept), at: title?.position ?? first.position)
      for member in members {
        let link = Link(
          from: catalogue.ids[member.concept], .partOf, to: id, source: Release.source)
        try graph.add(.link(link), at: member.position)
      }
    }
  }

  /// The collections in a list of schemes; the others are those that ESCO is built of.
  ///
  /// Lists of URIs are separated by commas, spaces, new lines or bars, as the release changed its mind.
  static func collections(among schemes: String) -> [String] {
    schemes.utf8.split { $0 <= 0x20 || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "|") }
      .map { String(Substring($0)) }.filter { !structural.contains($0.lastComponent) }
  }

  private static let structural: Set<String> = [
    "isced-f", "isco", "member-occupations", "member-skills", "occupations", "skills",
    "skills-hierarchy",
  ]

  private static let knownTitles = [
    "6c930acd-c104-4ece-acf7-f44fd7333036": "Digital",
    "8ae4b9f3-507e-4057-a145-2f96f0132613": "Research occupations",
    "digcomp": "DigComp", "green": "Green", "research": "Research",
    "skill-language-groups": "Language",
    "skill-transversal-groups": "ESCO transversal skill groups",
  ]
}
