/// The slots of SSSOM that are written.
enum SSSOMSlots {
  /// The slots of a mapping, in the order of their columns.
  static let ofMapping = [
    "record_id", "subject_id", "subject_label", "subject_category", "predicate_modifier",
    "predicate_id", "predicate_label", "object_id", "object_label", "object_category",
    "mapping_justification", "author_id", "author_label", "reviewer_id", "reviewer_label",
    "creator_id", "creator_label", "license", "subject_type", "subject_source",
    "subject_source_version", "object_type", "object_source", "object_source_version",
    "predicate_type", "mapping_provider", "mapping_source", "mapping_cardinality",
    "cardinality_scope", "mapping_tool", "mapping_tool_id", "mapping_tool_version",
    "mapping_date", "publication_date", "review_date", "confidence", "reviewer_agreement",
    "curation_rule", "curation_rule_text", "subject_match_field", "object_match_field",
    "match_string", "subject_preprocessing", "object_preprocessing", "similarity_score",
    "similarity_measure", "see_also", "issue_tracker_item", "other", "comment",
  ]

  /// The columns that every table has.
  static let ofEveryTable: Set = [
    "subject_id", "subject_label", "predicate_modifier", "predicate_id", "object_id",
    "object_label", "mapping_justification",
  ]

  /// The slots of a mapping that a link has fields for.
  static let ofFields: Set = [
    "subject_id", "predicate_modifier", "object_id", "author_id", "author_label",
    "mapping_provider", "mapping_tool", "mapping_date", "publication_date", "confidence", "comment",
  ]

  /// The place of each slot of a mapping.
  static let places = Dictionary(
    uniqueKeysWithValues: zip(ofMapping, ofMapping.indices).map { ($0, $1) })

  /// The slots of a set that a note keeps.
  static let ofSet: Set = [
    "mapping_set_id", "mapping_set_version", "mapping_set_description", "mapping_set_source",
    "mapping_set_confidence", "creator_id", "creator_label", "see_also", "issue_tracker", "other",
    "sssom_version", "comment",
  ]

  /// The slots whose values are written as CURIEs.
  static let entities: Set = [
    "record_id", "mapping_source", "issue_tracker_item", "mapping_tool_id", "subject_source",
    "object_source", "author_id", "reviewer_id", "creator_id", "curation_rule",
    "subject_match_field", "object_match_field", "subject_preprocessing", "object_preprocessing",
    "mapping_justification",
  ]

  /// The slots that may have several values.
  static let lists: Set = [
    "author_id", "author_label", "reviewer_id", "reviewer_label", "creator_id", "creator_label",
    "curation_rule", "curation_rule_text", "see_also", "cardinality_scope", "match_string",
    "subject_match_field", "object_match_field", "subject_preprocessing", "object_preprocessing",
    "mapping_set_source",
  ]
}

/// What something says by the names of another format: `mapping_set_version: 2.1`.
struct NamedValue {
  let name: String
  let value: String

  /// Takes a text apart; `nil` if it does not start with a name.
  init?(_ text: String) {
    guard let colon = text.firstRange(of: ": "), colon.lowerBound > text.startIndex else {
      return nil
    }
    name = String(text[..<colon.lowerBound])
    value = String(text[colon.upperBound...])
    guard !name.contains(where: \.isWhitespace) else { return nil }
  }
}
