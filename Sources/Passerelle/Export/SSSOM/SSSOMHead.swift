internal import PasserelleModel

/// The head of a table of mappings: what is said of all of them.
struct SSSOMHead {
  /// A publication whose mappings are written.
  private struct Publication {
    var name: FrameworkName
    var title: String
    var isSet: Bool
    /// What a set of SSSOM says of itself, by slot.
    var slots: [String: [String]] = [:]
  }

  private let base: String
  private var publications: [Publication] = []
  private var licences: Set<String> = []
  /// The notes that are written back if they are about the only publication.
  private var notes: [Note] = []
  /// The rows whose source says where it is found.
  private var addresses: [(row: Int, url: String)] = []

  init(base: String) { self.base = base }

  mutating func begin(
    _ name: FrameworkName, _ title: String, isSet: Bool, _ notes: [Note]
  ) {
    var publication = Publication(name: name, title: title, isSet: isSet)
    for slot in notes.compactMap(Self.slot) {
      publication.slots[slot.name, default: []].append(slot.value)
    }
    publications.append(publication)
  }

  mutating func add(licence: String) { licences.insert(licence) }

  /// Takes a note that a slot of the head says.
  mutating func take(_ note: Note) -> Bool {
    guard let current = publications.last, current.isSet, Self.slot(note) != nil,
      note.about == Identifier(current.name)
    else { return false }
    notes.append(note)
    return true
  }

  private static func slot(_ note: Note) -> NamedValue? {
    guard note.isBackground, let slot = note.text.preferred.flatMap({ NamedValue($0) }),
      SSSOMSlots.ofSet.contains(slot.name)
    else { return nil }
    return slot
  }

  // MARK: - Sources

  private var slots: [String: [String]] { publications.last?.slots ?? [:] }

  private var creators: Set<String> {
    Set(["creator_label", "creator_id"].compactMap { slots[$0]?.joined(separator: ", ") })
  }

  /// Who provided a mapping: the publisher of its source, if that is an address.
  func provider(of document: Document) -> String? {
    document.publisher.flatMap { $0.isAddress && !creators.contains($0) ? $0 : nil }
  }

  /// Notes where the source of a row is found: it has provided the mapping, unless it is the set itself.
  mutating func provide(_ url: String, to row: Int) { addresses.append((row, url)) }

  /// Whether slots say all that is known of a source: it is the set, or one way in which it was made.
  func says(_ document: Document, _ justification: Justification?) -> Bool {
    let title = publications.last?.title ?? ""
    let titles = [title] + (justification.map { ["\(title), by \($0.words)"] } ?? [])
    let isNamed =
      document.publisher.map { creators.contains($0) || provider(of: document) != nil } ?? true
    return titles.contains(document.title) && isNamed
  }

  // MARK: - Writing

  private var only: Publication? { publications.count == 1 ? publications.first : nil }

  private var id: String {
    guard let only else { return "\(base)mappings" }
    let name = "\(base)\(only.name.description.iriEscaped)"
    return only.slots["mapping_set_id"]?.first ?? (only.isSet ? name : "\(name)-mappings")
  }

  /// Completes the rows, and counts what only the head of another table could say.
  mutating func finish(_ rows: inout [SSSOMRow], _ loss: inout LossReport) {
    let id = id
    for (row, url) in addresses where url != id && rows.indices.contains(row) {
      if rows[row].has("mapping_provider") {
        if !rows[row].says(url) { loss.add("address of a source", url) }
      } else {
        rows[row].add("mapping_provider", url)
      }
    }
    if only == nil { for note in notes { loss.add("note", "\(note.about)") } }
  }

  /// The lines of the head, without what marks them as such.
  func lines(_ curies: inout CURIEs) -> [String] {
    var slots = only?.slots ?? [:]
    let licence = licences.count == 1 ? licences.first.flatMap { $0.isAddress ? $0 : nil } : nil
    if licence == nil, !licences.isEmpty {
      let names = licences.sorted().joined(separator: "; ")
      let comment = "The sources name these licences: \(names)"
      if slots["comment"]?.contains(comment) != true {
        slots["comment"] = [((slots["comment"] ?? []) + [comment]).joined(separator: "; ")]
      }
    }
    let title = only?.title ?? "\(publications.count) publications"
    let own = [
      "mapping_set_id: \(YAMLText.scalar(id))", "mapping_set_title: \(YAMLText.scalar(title))",
      // SSSOM needs a licence, and has an address that says that none is known.
      "license: \(YAMLText.scalar(licence ?? "https://w3id.org/sssom/license/unspecified"))",
    ]
    let kept = slots.filter { $0.key != "mapping_set_id" }.sorted { $0.key < $1.key }
      .flatMap { Self.lines(of: $0.key, $0.value, &curies) }
    return Self.map(curies, id) + own + kept
  }

  private static func map(_ curies: CURIEs, _ id: String) -> [String] {
    var prefixes = curies.declared
    // The name of the set is an address like any other, and readers take its scheme for a prefix.
    if id.hasPrefix("urn:"), prefixes["urn"] == nil { prefixes["urn"] = "urn:" }
    return ["curie_map:"]
      + prefixes.sorted { $0.key < $1.key }.map { "  \($0.key): \(YAMLText.scalar($0.value))" }
  }

  private static func lines(
    of slot: String, _ values: [String], _ curies: inout CURIEs
  ) -> [String] {
    let values = values.map { value in
      let text = SSSOMSlots.entities.contains(slot) ? curies.curie(of: value) ?? value : value
      return slot == "mapping_set_confidence" ? text : YAMLText.scalar(text)
    }
    return SSSOMSlots.lists.contains(slot)
      ? ["\(slot):"] + values.map { "  - \($0)" } : values.prefix(1).map { "\(slot): \($0)" }
  }
}
