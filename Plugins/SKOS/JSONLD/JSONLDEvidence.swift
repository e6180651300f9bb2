import PasserelleKit

/// How sure it is that a file of JSON-LD is SKOS or XKOS, by its first 64 KiB.
///
/// Other dialects use words of SKOS, too, and name their own vocabularies: theirs are not taken.
struct JSONLDEvidence {
  private let part: SourcePart
  private let opening: Opening

  init(_ part: SourcePart, _ opening: Opening) {
    (self.part, self.opening) = (part, opening)
  }

  var sureness: Int {
    let names = ["\"skos:", "\"xkos:"]
    if (Vocabulary.recognised + names).contains(where: opening.contains) {
      return isTyped && namesOnlyOwnVocabularies ? 96 : 85
    }
    // The words may be defined in a context elsewhere: then the reader says what is missing.
    let words = ["\"inScheme\"", "\"topConceptOf\"", "\"hasTopConcept\"", "\"ConceptScheme\""]
    return opening.contains("\"@context\"") && opening.contains("\"prefLabel\"")
      && words.contains(where: opening.contains) ? 20 : 0
  }

  private var isTyped: Bool {
    let types = ["Concept\"", "ConceptScheme\"", "Correspondence\"", "ConceptAssociation\""]
    let spaces = ["\"skos:", "\"xkos:"] + Vocabulary.recognised.map { "\"" + $0 }
    return spaces.contains { space in types.contains { opening.contains(space + $0) } }
  }

  /// Whether the first context is in the file, and each address in it is that of a vocabulary read here.
  private var namesOnlyOwnVocabularies: Bool {
    let text = String(decoding: (try? part.head(64 << 10)) ?? [], as: UTF8.self)
    guard let keyword = text.firstRange(of: "\"@context\"") else { return false }
    let rest = text[keyword.upperBound...].drop { $0.isWhitespace || $0 == ":" }
    var depth = 0
    let context = rest.prefix { character in
      depth += character == "{" ? 1 : character == "}" ? -1 : 0
      return depth > 0
    }
    let addresses = context.split(separator: "\"").filter { $0.contains("://") }
    return !addresses.isEmpty && addresses.allSatisfy { Vocabulary.isSpace(String($0)) }
  }
}
