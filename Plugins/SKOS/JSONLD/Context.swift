import PasserelleKit
import PasserelleRDF

/// What the keys of a part of a JSON-LD file stand for: its active context.
///
/// A context is kept as what it adds to the one around it, so that a node's own copies nothing.
final class Context {
  private let outer: Context?
  private var terms: [String: ContextTerm?] = [:]
  /// What a key is added to that nothing else defines.
  var vocabulary: String?
  /// What relative addresses are resolved against.
  var base: String
  /// The language of texts that name none; an empty one is none.
  var language: String

  /// Creates the context of a file that has none.
  init() {
    (outer, vocabulary, base, language) = (nil, nil, .relativeBase, "")
  }

  init(within outer: Context) {
    self.outer = outer
    (vocabulary, base, language) = (outer.vocabulary, outer.base, outer.language)
  }

  /// What a name is defined as; `.some(nil)` where it is to stand for nothing.
  func term(_ name: String) -> ContextTerm?? {
    if let term = terms[name] { return term }
    return outer?.term(name)
  }

  func define(_ name: String, as term: ContextTerm?) {
    terms.updateValue(term, forKey: name)
  }
}

/// What a term of a context stands for.
struct ContextTerm {
  /// What a text becomes that stands under the term.
  enum Coercion { case text, typedText, address, name, json }

  /// The address, or the keyword that the term is another name of.
  var meaning: String
  var coercion = Coercion.text
  var containers: Set<String> = []
  /// The language of its texts; nothing where that of the context holds.
  var language: String?
  /// Whether what stands under the term has the property, and not the node that it stands in.
  var isReversed = false
  /// Whether the author says that it is a prefix, or is none.
  var statedPrefix: Bool?
  /// A context that holds under the term alone.
  var scoped: SourceNode?

  /// Whether it may begin a name, as `skos` in `skos:Concept`.
  var isPrefix: Bool {
    statedPrefix ?? (meaning.last.map { ":/?#[]@".contains($0) } ?? false)
  }
}
