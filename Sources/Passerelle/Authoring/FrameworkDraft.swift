package import PasserelleModel

/// A descriptor that is begun: what its author has said, and room for what is to be filled in.
///
/// It states no referencing, no date and no address; where they belong, a comment shows how they are
/// written.
package struct FrameworkDraft: Sendable {
  package var name: FrameworkName
  /// What the framework is called in short.
  package var acronym: String?
  package var countries: [CountryCode]
  package var title: LocalizedText
  /// The codes of the levels, lowest first.
  package var levels: [Code]
  /// The framework that levels will be referenced to, and the codes that it has.
  package var reference: (name: FrameworkName, codes: [String])
  /// The word for a level by language.
  package var levelWords: [String: String]

  package init(
    name: FrameworkName, acronym: String?, countries: [CountryCode], title: LocalizedText,
    levels: [Code], reference: (name: FrameworkName, codes: [String]),
    levelWords: [String: String]
  ) {
    self.name = name
    self.acronym = acronym
    self.countries = countries
    self.title = title
    self.levels = levels
    self.reference = reference
    self.levelWords = levelWords
  }

  /// What is said of a country that is for trials.
  static let trialRemark = [
    "A trial: no country has this code, and every answer says so. When the framework is official, write",
    "the code of its country instead, and an id without 'trial-'.",
  ]

  var isTrial: Bool { countries.contains(where: \.isTrial) }

  /// What the draft rests on until its author names a document.
  static let sourceKey = "draft"
  static let sourceTitle = "Draft, not yet compared with any document"

  /// `eqf:1 to eqf:8`.
  var referenceLevels: String {
    guard let first = reference.codes.first, let last = reference.codes.last else {
      return "\(reference.name)"
    }
    return "\(reference.name):\(first) to \(reference.name):\(last)"
  }

  /// A level of the reference framework as an example stands for it, to be exchanged.
  var referenceExample: String { "\(reference.name):?" }

  /// The title that a level has until its author knows a better one.
  func title(of level: Code) -> LocalizedText {
    let text = level.description
    let isShort = text.count <= 3
    let entries = title.entries.compactMap { entry -> LocalizedText.Entry? in
      guard let word = levelWords[entry.language.description] else { return nil }
      return LocalizedText.Entry(entry.language, isShort ? "\(word) \(text)" : text)
    }
    guard entries.isEmpty else { return LocalizedText(entries) }
    return .english(isShort ? "Level \(text)" : text)
  }
}
