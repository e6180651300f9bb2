/// Why a mapping is believed: the kinds of the Semantic Mapping Vocabulary (SEMAPV), which SSSOM uses.
public enum Justification: String, TextValue, CaseIterable, Sendable {
  /// The labels are alike.
  case lexicalMatching = "lexical-matching"
  /// It follows from axioms.
  case logicalReasoning = "logical-reasoning"
  /// Several ways together led to it.
  case compositeMatching = "composite-matching"
  /// How it was found is not known.
  case unspecifiedMatching = "unspecified-matching"
  /// A measure of how near the meanings are is above a threshold.
  case semanticSimilarity = "semantic-similarity-threshold-matching"
  /// A measure of how near the labels are is above a threshold.
  case lexicalSimilarity = "lexical-similarity-threshold-matching"
  /// It follows from a chain of other mappings.
  case chaining = "mapping-chaining"
  /// A person has reviewed it.
  case review = "mapping-review"
  /// A person has made it.
  case manualCuration = "manual-mapping-curation"
  /// It is another mapping, read in the other direction.
  case inversion = "mapping-inversion"
  /// The two have a like place in their structures.
  case structuralMatching = "structural-matching"
  /// The two have like instances.
  case instanceBased = "instance-based-matching"
  /// A third source knows both.
  case backgroundKnowledge = "background-knowledge-based-matching"

  /// The id of the diagnostic for text that does not fit.
  public static let diagnosticID: Diagnostic.ID = .badJustification
  /// What fits.
  public static let expectation = "a justification of a mapping"
  /// What to write instead.
  public static let hint =
    "write \(allCases.map { "'\($0.rawValue)'" }.joined(separator: ", "))"

  /// Makes the value of text, where it fits.
  public init?(_ text: String) { self.init(rawValue: text) }

  /// Makes the value of its name in the vocabulary: `ManualMappingCuration`.
  public init?(term: String) {
    guard let known = Self.terms[term] else { return nil }
    self = known
  }

  /// The justifications by their names in the vocabulary, which each row of a mapping set has one of.
  private static let terms = Dictionary(uniqueKeysWithValues: allCases.map { ($0.term, $0) })

  /// The name in the vocabulary: `ManualMappingCuration`.
  public var term: String {
    rawValue.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
  }

  /// The name in words: `manual mapping curation`.
  public var words: String { rawValue.replacing("-", with: " ") }
}
