import PasserelleKit

// What a value of JSON-LD is: an address, a literal, texts by language, or a node of its own.

extension Node {
  /// The address that a value is, or that the node in its place has.
  func address(_ value: SourceNode) -> String? {
    let text = value.kind == .mapping ? value.text(at: "@id") ?? value.text(at: "id") : nil
    return (text ?? literal(value)).map(context.address)
  }

  /// The text that a value is, in no language.
  func literal(_ value: SourceNode) -> String? {
    if value.kind != .mapping { return value.isEmpty ? nil : value.text.trimmed }
    return value.text(at: "@value") ?? value.text(at: "@id")
  }

  /// The first text under any of the properties, in no language, or in English.
  func text(_ terms: String...) -> String? {
    values(terms).lazy.compactMap { text(of: $0) }.first
  }

  /// The text that a value is, in English where it is in several languages.
  func text(of value: SourceNode) -> String? { texts(of: value).preferred ?? literal(value) }

  /// The texts under the properties, by language.
  func texts(_ terms: String...) -> LocalizedText {
    LocalizedText(values(terms).flatMap { texts(of: $0).entries })
  }

  /// The texts that a value is, by language.
  func texts(of value: SourceNode) -> LocalizedText {
    if value.kind != .mapping {
      return LocalizedText([entry(value, in: context.language)].compactMap(\.self))
    }
    if let text = value.child("@value") {
      let language = value.text(at: "@language") ?? context.language
      return LocalizedText([entry(text, in: language)].compactMap(\.self))
    }
    guard value.isLanguageMap else { return LocalizedText() }
    return LocalizedText(
      value.children.flatMap { language in
        (language.kind == .sequence ? language.children : [language]).compactMap {
          entry($0, in: language.name)
        }
      })
  }

  private func entry(_ node: SourceNode, in language: String?) -> LocalizedText.Entry? {
    guard node.kind == .scalar, !node.isEmpty,
      let tag = language.flatMap(LanguageTag.init) ?? LanguageTag("und")
    else { return nil }
    return LocalizedText.Entry(tag, node.text.trimmed)
  }
}

extension SourceNode {
  /// Whether the keys of an object are languages, so that it is a text and not a resource.
  var isLanguageMap: Bool {
    kind == .mapping
      && children.allSatisfy { child in
        child.name == "@none"
          || !child.name.contains(":") && !child.name.hasPrefix("@") && child.name != "id"
            && child.name != "type"
      }
  }
}

extension LocalizedText {
  /// The first text of each language, and whatever else there is of that language.
  ///
  /// Two tags that differ in case are one language.
  var firstOfEachLanguage: (titles: LocalizedText, others: [Entry]) {
    var seen: Set<String> = []
    var (titles, others) = ([Entry](), [Entry]())
    for entry in entries {
      if seen.insert(entry.language.description.lowercased()).inserted {
        titles.append(entry)
      } else {
        others.append(entry)
      }
    }
    return (LocalizedText(titles), others)
  }
}
