import PasserelleKit

/// The predicates of mappings, and the relations that they are.
enum Predicate {
  private static let relations: [String: (stated: Relation, denied: Relation)] = [
    "skos:exactMatch": (.exactMatch, .notExactMatch),
    "skos:closeMatch": (.closeMatch, .notCloseMatch),
    "skos:broadMatch": (.broadMatch, .notBroadMatch),
    "skos:narrowMatch": (.narrowMatch, .notNarrowMatch),
    "skos:relatedMatch": (.relatedMatch, .notRelatedMatch),
  ]

  /// The relation of a predicate, or of its denial.
  static func relation(_ curie: String, isDenied: Bool) -> Relation? {
    relations[curie].map { isDenied ? $0.denied : $0.stated }
  }

  /// What is wrong with a predicate of SKOS that is none of its mappings.
  static func misspelt(_ curie: String, at position: SourcePosition) -> Diagnostic? {
    guard curie.hasPrefix("skos:") else { return nil }
    let names = relations.keys.sorted()
    let near = nearNames(to: String(curie.prefix(64)), in: names)
    let listed = (near.isEmpty ? names : near).map { "'\($0)'" }.joined(separator: ", ")
    return .error(
      .unknownPredicate, at: position,
      "'\(curie.prefix(60).printable)' is not a SKOS mapping",
      hint: near.isEmpty ? "its mappings are \(listed)" : "did you mean \(listed)?")
  }
}
