import PasserelleKit

// What a resource is called.

extension Node {
  /// What resources have their name under, the first that there is.
  private static let names = [
    "ceterms:name", "ceasn:name", "skos:prefLabel", "ceasn:prefLabel", "schema:name",
  ]
  private static let alternatives = [
    "ceasn:competencyLabel", "ceterms:alternateName", "skos:altLabel", "ceasn:altLabel",
    "skos:hiddenLabel",
  ]
  private static let notations = ["ceasn:codedNotation", "ceterms:codedNotation", "skos:notation"]

  /// What labels are made of.
  static let labels = Set(["ceasn:competencyText"] + names + alternatives + notations)

  /// The texts by which it is called before all others; a code that people use, where there is none.
  func title() -> (text: LocalizedText, isNotation: Bool) {
    for term in ["ceasn:competencyText"] + Self.names + ["ceasn:competencyLabel"] {
      let texts = texts(term)
      if !texts.isEmpty { return (texts, false) }
    }
    return (.unspoken(codes.prefix(1).map(\.self)), true)
  }

  /// The codes that people use for it.
  var codes: [String] { values(Self.notations).compactMap { text(of: $0) } }

  /// Its title with one text of a language, and all that it is called beside that.
  func label(_ concept: inout Concept) {
    let title = title()
    let (titles, others) = title.text.firstOfEachLanguage
    concept.title = titles
    let names = (["ceasn:competencyText"] + Self.names + Self.alternatives).map { texts($0) }
    let rest = names.filter { $0 != title.text }.flatMap(\.entries)
    let codes = title.isNotation ? Array(codes.dropFirst()) : codes
    var seen = Set(titles.entries)
    concept.alternatives = LocalizedText(
      (LocalizedText.unspoken(codes).entries + others + rest).filter { seen.insert($0).inserted })
  }

  /// Its address, where that is a name for all the world: not a blank node, not a relative one.
  var uri: String? { id.flatMap { $0.isAddress ? $0 : nil } }
}

extension String {
  /// Whether the text is an address that means the same in every file.
  var isAddress: Bool { contains(":") && !hasPrefix("_:") && !contains(where: \.isWhitespace) }
}
