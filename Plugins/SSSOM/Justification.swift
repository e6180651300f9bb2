/// Why a mapping is believed: the kinds of the vocabulary that SSSOM asks for, `semapv`.
enum Justification: String, CaseIterable {
  case lexicalMatching = "LexicalMatching"
  case logicalReasoning = "LogicalReasoning"
  case compositeMatching = "CompositeMatching"
  case unspecifiedMatching = "UnspecifiedMatching"
  case semanticSimilarity = "SemanticSimilarityThresholdMatching"
  case lexicalSimilarity = "LexicalSimilarityThresholdMatching"
  case chaining = "MappingChaining"
  case review = "MappingReview"
  case manualCuration = "ManualMappingCuration"
  case inversion = "MappingInversion"
  case structuralMatching = "StructuralMatching"
  case instanceBased = "InstanceBasedMatching"
  case backgroundKnowledge = "BackgroundKnowledgeBasedMatching"

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { ("semapv:\($0.rawValue)", $0) })

  /// Makes the value of a CURIE.
  init?(_ curie: String) {
    guard let known = Self.byName[curie] else { return nil }
    self = known
  }

  /// `manual mapping curation`.
  var words: String {
    rawValue.reduce(into: "") { words, letter in
      if letter.isUppercase, !words.isEmpty { words += " " }
      words += letter.lowercased()
    }
  }
}
