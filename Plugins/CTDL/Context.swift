import PasserelleKit

/// What a file itself says in its JSON-LD context: prefixes, names of its own for terms, a language.
///
/// A context that is only named by its address is not fetched; its prefixes are in `Vocabulary`.
struct Context {
  private var terms: [String: String] = [:]
  private var vocabulary: String?
  /// The language of texts that name none.
  private(set) var language: String?

  /// Returns the context with what a `@context` adds to it.
  func extended(by node: SourceNode?) -> Context {
    guard let node else { return self }
    var context = self
    for item in node.kind == .sequence ? node.children : [node] {
      if item.isNull { context = Context() }
      for entry in item.children { context.define(entry) }
    }
    return context
  }

  private mutating func define(_ entry: SourceNode) {
    let value = entry.kind == .mapping ? entry.text(at: "@id") : entry.isNull ? nil : entry.text
    switch entry.name {
    case "@vocab": vocabulary = value
    case "@language": language = value
    case let name where !name.hasPrefix("@"): terms[name] = value
    default: break
    }
  }

  /// The name of a key or class in its vocabulary: `ceterms:name`, however the file writes it.
  func term(_ key: String) -> String { Vocabulary.name(of: expanded(key, isTerm: true)) }

  /// An address in full, as far as the file itself defines its prefix; otherwise as it is written.
  func address(_ text: String) -> String { expanded(text, isTerm: false) }

  /// More names than anyone gives in terms of each other.
  private static let deepest = 8

  private func expanded(_ text: String, isTerm: Bool, depth: Int = 0) -> String {
    guard depth < Self.deepest, !text.hasPrefix("@"), !text.hasPrefix("_:") else { return text }
    if isTerm, let own = terms[text], own != text {
      return expanded(own, isTerm: true, depth: depth + 1)
    }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else {
      return isTerm ? (vocabulary ?? "") + text : text
    }
    guard !parts[1].hasPrefix("//"), let space = terms[String(parts[0])] else { return text }
    return expanded(space, isTerm: true, depth: depth + 1) + parts[1]
  }
}
