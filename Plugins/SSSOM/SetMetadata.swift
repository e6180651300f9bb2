import PasserelleKit

/// What a mapping set says of itself.
struct SetMetadata {
  private(set) var mappings: MappingSet
  private(set) var document: Document
  /// What has no field of its own, as a note.
  private(set) var note: Note
  /// The framework that subjects and objects are of, where the set says so.
  private(set) var sources: (subject: FrameworkName?, object: FrameworkName?)

  init(
    of table: Table, in part: SourcePart, _ prefixes: PrefixMap, graph: GraphWriter
  ) {
    let values = Self.values(of: table.preamble, prefixes, graph: graph)
    for slot in ["mapping_set_id", "license"] where values[slot] == nil {
      graph.report(
        .warning(
          .missingSlot, at: table.preamble?.position ?? table.headerPosition,
          "the set has no '\(slot)', which SSSOM requires"))
    }
    func first(_ slots: String...) -> String? {
      slots.lazy.compactMap { values[$0]?.joined(separator: ", ") }.first
    }
    let id = first("mapping_set_id")
    let stem = Self.stem(of: id ?? part.name)
    let name = FrameworkName(folding: stem) ?? FrameworkName(series: "mappings")
    let title = first("mapping_set_title") ?? stem
    mappings = MappingSet(name: name, title: .english(title))
    mappings.licence = first("license")
    mappings.source = "set"
    mappings.isOpen = true
    document = Document(key: "set", title: title)
    document.publisher = first("mapping_provider", "creator_label", "creator_id")
    document.date = first("publication_date", "mapping_date").flatMap { CalendarDate($0) }
    document.url = id.flatMap { $0.hasPrefix("http") ? $0 : nil }
    document.licence = mappings.licence
    note = Note(about: Identifier(name), text: .english(Self.text(values, prefixes)), source: "set")
    note.isBackground = true
    sources = (
      first("subject_source").flatMap(prefixes.framework(ofSource:)),
      first("object_source").flatMap(prefixes.framework(ofSource:))
    )
  }

  /// The document of the mappings that one way of working has made.
  func document(by justification: Justification) -> Document {
    var document = document
    document.key = justification.rawValue
    document.title += ", by \(justification.words)"
    return document
  }

  /// The values by slot; what does not fit is reported.
  private static func values(
    of head: SourceNode?, _ prefixes: PrefixMap, graph: GraphWriter
  ) -> [String: [String]] {
    var values: [String: [String]] = [:]
    for node in head?.children ?? [] {
      let name = node.name
      guard !["curie_map", "extension_definitions", "mappings"].contains(name) else { continue }
      let slot = Slot.ofSet[name] ?? Slot.ofMapping[name]
      if slot == nil {
        graph.report(Slot.unknown(name, among: Slot.ofSet, at: node.keyPosition))
      }
      for item in node.kind == .sequence ? node.children : [node] where !item.isNull {
        _ = try? graph.attempt { () throws(Diagnostic) in
          let value = try item.scalar()
          try slot?.check(value, named: name, prefixes, at: item.position)
          values[name, default: []].append(value)
        }
      }
    }
    return values
  }

  /// The name of a set, of its address or its file: `no_term_found` of `…/no_term_found.sssom.tsv`.
  private static func stem(of address: String) -> String {
    let last = address.split(separator: "/").last.map(String.init) ?? address
    return [".sssom.tsv", ".tsv", ".csv"].first(where: last.hasSuffix)
      .map { String(last.dropLast($0.count)) } ?? last
  }

  private static func text(_ values: [String: [String]], _ prefixes: PrefixMap) -> String {
    let slots = values.sorted { $0.key < $1.key }.map {
      "\($0.key): \($0.value.joined(separator: ", "))"
    }
    let map = prefixes.stated.map { "\($0.prefix) is \($0.address)" }.joined(separator: ", ")
    let all = slots + (map.isEmpty ? [] : ["curie_map: \(map)"])
    return all.isEmpty ? "the set says nothing about itself" : all.joined(separator: "; ")
  }
}
