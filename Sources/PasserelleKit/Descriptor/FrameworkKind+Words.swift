public import PasserelleModel

extension FrameworkKind {
  /// The kind that words speak for, where no source states one: the first rule that fits.
  ///
  /// Marks between words do not count: `ISCED-F`, `isced_f` and `ISCED F` are one.
  ///
  /// - Parameter words: The titles, the identifier and the address of the framework.
  public init?(assumedFrom words: [String]) {
    let text = String(
      " \(words.joined(separator: " "))".lowercased().map { $0.isLetter || $0.isNumber ? $0 : " " })
    guard let rule = Self.rules.first(where: { $0.words.contains(where: text.contains) }) else {
      return nil
    }
    self = rule.kind
  }

  /// A word that others may contain stands behind a space.
  private static let rules: [(words: [String], kind: FrameworkKind)] = [
    ([" isced f", " iscedf", "fields of education", "field of education"], .educationFields),
    ([" isced", "levels of education", "education level"], .educationLevels),
    (["qualifications framework", "qualification framework", " nqf"], .qualificationsFramework),
    ([" isco", "occupation", "beruf", "métier", "profession"], .occupations),
  ]
}
