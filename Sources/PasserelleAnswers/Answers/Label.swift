internal import PasserelleModel

/// A text in one language.
public struct Label: Encodable, Hashable, Sendable {
  /// The language, as a BCP 47 tag.
  public let language: String
  /// The text.
  public let text: String

  init(_ entry: LocalizedText.Entry) {
    language = entry.language.description
    text = entry.text
  }
}

extension LocalizedText {
  /// The texts as answers show them.
  var labels: [Label] { entries.map(Label.init) }
}

extension Concept {
  /// The title that answers put first; empty if there is none.
  var name: String { title.preferred ?? "" }
}

extension Identifier {
  /// The code alone; empty for a framework.
  var codeText: String { code?.description ?? "" }
}

extension Framework {
  /// The title with the countries: `Irish National Framework of Qualifications (IE)`.
  ///
  /// That of a trial has its name as well, which says that it is one.
  var heading: String {
    let countries = (countries.map(\.description) + (name.isTrial ? [name.description] : []))
      .joined(separator: ", ")
    return (title.preferred ?? name.description) + (countries.isEmpty ? "" : " (\(countries))")
  }
}

extension String {
  /// The lines with anything that a terminal would act on written as escapes.
  package var printableLines: String {
    split(separator: "\n", omittingEmptySubsequences: false).map(\.printable)
      .joined(separator: "\n")
  }
}
