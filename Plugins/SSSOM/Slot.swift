import PasserelleKit

/// A slot of SSSOM: what a set or a mapping may say, and what fits there.
struct Slot {
  enum Kind {
    case text, entity, date
    /// A number within the bounds.
    case number(ClosedRange<Double>)
    case choice([String])
  }

  var kind: Kind
  var hasSeveral = false

  /// The slots of a mapping, by name.
  static let ofMapping: [String: Slot] = Self.shared.merging(
    table(
      text: [
        "subject_label", "predicate_label", "object_label", "subject_category",
        "object_category", "comment",
      ],
      texts: ["author_label", "reviewer_label", "match_string"],
      entities: [
        "subject_id", "predicate_id", "object_id", "mapping_justification", "mapping_source",
        "issue_tracker_item", "record_id",
      ],
      entityLists: ["author_id", "reviewer_id"], dates: ["review_date"],
      others: [
        "predicate_modifier": .choice(["Not"]), "confidence": .number(0...1),
        "similarity_score": .number(0...1), "reviewer_agreement": .number(-1...1),
        "mapping_cardinality": .choice([
          "1:1", "1:n", "n:1", "1:0", "0:1", "n:n", "0:0",
        ]),
      ])
  ) { $1 }

  /// The slots of a mapping set, by name.
  static let ofSet: [String: Slot] = Self.shared.merging(
    table(
      text: [
        "mapping_set_id", "mapping_set_title", "mapping_set_version", "mapping_set_description",
        "issue_tracker", "sssom_version", "comment",
      ],
      texts: ["mapping_set_source"], others: ["mapping_set_confidence": .number(0...1)])
  ) { $1 }

  /// The slots that a set states once for all its mappings that do not state them.
  static let common: Set = [
    "cardinality_scope", "curation_rule", "curation_rule_text", "mapping_date",
    "mapping_provider", "mapping_tool", "mapping_tool_id", "mapping_tool_version",
    "object_match_field", "object_preprocessing", "object_source", "object_source_version",
    "object_type", "predicate_type", "similarity_measure", "subject_match_field",
    "subject_preprocessing", "subject_source", "subject_source_version", "subject_type",
  ]

  /// What both have.
  private static let shared = table(
    text: [
      "license", "mapping_provider", "mapping_tool", "mapping_tool_version", "other",
      "similarity_measure", "subject_source_version", "object_source_version",
    ],
    texts: ["creator_label", "curation_rule_text", "see_also", "cardinality_scope"],
    entities: ["mapping_tool_id", "subject_source", "object_source"],
    entityLists: [
      "creator_id", "curation_rule", "subject_match_field", "object_match_field",
      "subject_preprocessing", "object_preprocessing",
    ],
    dates: ["mapping_date", "publication_date"],
    others: [
      "subject_type": .choice(types), "predicate_type": .choice(types),
      "object_type": .choice(types),
    ])

  private static let types = [
    "owl class", "owl object property", "owl data property", "owl annotation property",
    "owl named individual", "skos concept", "rdfs resource", "rdfs class", "rdfs literal",
    "rdfs datatype", "rdf property", "composed entity expression",
  ]

  private static func table(
    text: [String] = [], texts: [String] = [], entities: [String] = [], entityLists: [String] = [],
    dates: [String] = [], others: [String: Kind] = [:]
  ) -> [String: Slot] {
    var slots = others.mapValues { Slot(kind: $0) }
    for name in text { slots[name] = Slot(kind: .text) }
    for name in texts { slots[name] = Slot(kind: .text, hasSeveral: true) }
    for name in entities { slots[name] = Slot(kind: .entity) }
    for name in entityLists { slots[name] = Slot(kind: .entity, hasSeveral: true) }
    for name in dates { slots[name] = Slot(kind: .date) }
    return slots
  }
}

extension Slot {
  /// What is said of a slot that SSSOM does not have.
  static func unknown(
    _ name: String, among slots: [String: Slot], at position: SourcePosition
  ) -> Diagnostic {
    let near = name.utf8.count > 64 ? [] : nearNames(to: name, in: slots.keys.sorted())
    let names = near.map { "'\($0)'" }.joined(separator: ", ")
    return .warning(
      .unknownSlot, at: position,
      "'\(name.prefix(60).printable)' is not an SSSOM slot; kept as it is",
      hint: near.isEmpty ? nil : "did you mean \(names)?")
  }

  /// The values of a field: several are parted by `|`, and a backslash takes its meaning from the
  /// character behind it.
  func values(of field: String) -> [String] {
    guard hasSeveral else { return [field] }
    var values = [""]
    var isEscaped = false
    for character in field {
      if character == "\\", !isEscaped {
        isEscaped = true
        continue
      }
      if character == "|", !isEscaped {
        values.append("")
      } else {
        if isEscaped, character != "|", character != "\\" { values[values.count - 1] += "\\" }
        values[values.count - 1].append(character)
      }
      isEscaped = false
    }
    if isEscaped { values[values.count - 1] += "\\" }
    return values.map(\.trimmed).filter { !$0.isEmpty }
  }

  /// The value as it is kept: that of an entity is its address; `nil` if its prefix is not declared.
  ///
  /// - Throws: A diagnostic at the position if it does not fit.
  func value(
    _ value: String, named name: String, _ prefixes: PrefixMap,
    at position: @autoclosure () -> SourcePosition
  ) throws(Diagnostic) -> String? {
    func refuse(_ id: Diagnostic.ID, _ what: String, hint: String) -> Diagnostic {
      .error(
        id, at: position(), "'\(value.prefix(60).printable)' (\(name)) is not \(what)", hint: hint)
    }
    switch kind {
    case .text: break
    case .entity:
      return try prefixes.reference(value, at: position()).map { $0.address ?? value }
    case .date:
      // SSSOM asks for a day.
      guard value.utf8.count == 10, CalendarDate(value) != nil else {
        throw refuse(CalendarDate.diagnosticID, "a day", hint: "write it as 2024-05-31")
      }
    case .number(let bounds):
      guard let number = Double(value), bounds.contains(number) else {
        let id = name == "confidence" ? Confidence.diagnosticID : .badNumber
        throw refuse(
          id, "a number from \(Int(bounds.lowerBound)) to \(Int(bounds.upperBound))",
          hint: "write it with a point, such as 0.85")
      }
    case .choice(let words):
      guard words.contains(value) else {
        throw refuse(
          .badChoice, "a value of this slot",
          hint: "write \(words.map { "'\($0)'" }.joined(separator: ", "))")
      }
    }
    return value
  }
}
