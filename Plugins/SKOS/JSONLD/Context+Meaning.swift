extension Context {
  /// What a name means.
  enum Meaning: Equatable {
    case keyword(String)
    case address(String)
    /// The context defines the name as nothing, or it looks like a keyword and is none.
    case nothing
    /// Nothing here says what the name means.
    case undefined
  }

  private static let keywords: Set = [
    "@base", "@container", "@context", "@direction", "@graph", "@id", "@import", "@included",
    "@index", "@json", "@language", "@list", "@nest", "@none", "@prefix", "@propagate",
    "@protected", "@reverse", "@set", "@type", "@value", "@version", "@vocab",
  ]

  /// What a key or a type means.
  func meaning(of name: String) -> Meaning {
    if name.hasPrefix("@") { return Self.keywords.contains(name) ? .keyword(name) : .nothing }
    if let term = term(name) {
      guard let term else { return .nothing }
      return term.meaning.hasPrefix("@") ? .keyword(term.meaning) : .address(term.meaning)
    }
    return ownMeaning(of: name)
  }

  /// What a name means if it is not a term itself.
  func ownMeaning(of name: String) -> Meaning {
    if let meaning = absoluteMeaning(of: name) { return meaning }
    guard let vocabulary, !name.isEmpty else { return .undefined }
    return .address(vocabulary + name)
  }

  /// What a reference to a thing means.
  func address(of reference: String) -> Meaning {
    if Self.keywords.contains(reference) { return .nothing }
    return absoluteMeaning(of: reference) ?? .address(reference.resolved(against: base))
  }

  /// What a name with a colon means: a prefix and what is behind it, or an address as it is.
  private func absoluteMeaning(of name: String) -> Meaning? {
    guard let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")), colon != name.startIndex else {
      return nil
    }
    let (prefix, rest) = (String(name[..<colon]), name[name.index(after: colon)...])
    if prefix == "_" || rest.hasPrefix("//") { return .address(name) }
    if prefix.contains(where: { "/?#".contains($0) }) { return nil }
    if case .some(.some(let term)) = term(prefix), term.isPrefix {
      return .address(term.meaning + rest)
    }
    // The usual prefixes are no schemes of addresses: their author has left out what they stand for.
    return Vocabulary.isPrefix(prefix) ? .undefined : .address(name)
  }
}
