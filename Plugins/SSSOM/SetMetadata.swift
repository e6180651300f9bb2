import PasserelleKit

/// What a mapping set says of itself.
struct SetMetadata {
  private(set) var mappings: MappingSet
  private(set) var document: Document
  /// What the set says for all its mappings, by slot.
  private(set) var common: [String: [String]]
  /// What has no field of its own, a note for each value.
  private(set) var notes: [(note: Note, position: SourcePosition)]
  private let prefixes: PrefixMap

  /// The slots of the set that have a field of their own.
  private static let fields: Set = ["mapping_set_title", "license", "publication_date"]

  init(
    of table: Table, in part: SourcePart, _ prefixes: PrefixMap, graph: GraphWriter
  ) {
    let stated = Self.values(of: table.preamble, prefixes, graph: graph)
    let values = stated.mapValues { $0.map(\.value) }
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
    let name =
      id.flatMap { Identifier(ownAddress: $0)?.framework } ?? FrameworkName(folding: stem)
      ?? FrameworkName(series: "mappings")
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
    common = values.filter { Slot.common.contains($0.key) }
    let rest = stated.filter { !Slot.common.contains($0.key) && !Self.fields.contains($0.key) }
    let texts = rest.sorted { $0.key < $1.key }.flatMap { slot, values in
      values.map { (text: "\(slot): \($0.value)", position: $0.position) }
    }
    let none = [(text: "the set says nothing about itself", position: table.headerPosition)]
    notes = (texts.isEmpty ? none : texts).map { text, position in
      var note = Note(about: Identifier(name), text: .english(text), source: "set")
      note.isBackground = true
      return (note, position)
    }
    if let date = values["publication_date"] { common["publication_date"] = date }
    self.prefixes = prefixes
  }

  /// The framework that the set means by the source of its terms.
  func framework(ofSource text: String, among frameworks: Set<FrameworkName>) -> FrameworkName? {
    prefixes.framework(ofSource: text, among: frameworks)
  }

  /// The values by slot; what does not fit is reported.
  private static func values(
    of head: SourceNode?, _ prefixes: PrefixMap, graph: GraphWriter
  ) -> [String: [(value: String, position: SourcePosition)]] {
    var values: [String: [(value: String, position: SourcePosition)]] = [:]
    for node in head?.children ?? [] {
      let name = node.name
      guard !["curie_map", "extension_definitions", "mappings"].contains(name) else { continue }
      let slot = Slot.ofSet[name] ?? Slot.ofMapping[name]
      if slot == nil {
        graph.report(Slot.unknown(name, among: Slot.ofSet, at: node.keyPosition))
      }
      for item in node.kind == .sequence ? node.children : [node] where !item.isNull {
        let value = try? graph.attempt { () throws(Diagnostic) in
          let text = try item.scalar()
          return try slot?.value(text, named: name, prefixes, at: item.position) ?? text
        }
        let position = node.kind == .sequence ? item.position : node.keyPosition
        if let value { values[name, default: []].append((value, position)) }
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
}
