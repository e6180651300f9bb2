public import PasserelleModel

// How a descriptor writes things, in YAML and in XML. `Documentation/Descriptor.md` is the reference.

extension SourceNode {
  /// Returns all values under a key: the items of a list or the one value in YAML, the elements or
  /// the attribute with this name in XML.
  public func all(_ name: String) -> [SourceNode] {
    let nodes = (attribute(name).map { [$0] } ?? []) + children(name)
    return nodes.flatMap { $0.kind == .sequence ? $0.children : [$0] }
  }

  /// Returns the items of a list: under the plural key in YAML; in XML the elements with the singular
  /// name, inside an element with the plural name or without.
  public func items(_ plural: String, each singular: String) throws(Diagnostic) -> [SourceNode] {
    let direct = kind == .element ? children(singular) : []
    guard let list = child(plural) else { return direct }
    switch list.kind {
    case .element: return direct + list.children(singular)
    case .sequence: return list.children
    default:
      if list.isNull { return [] }
      throw .error(
        .wrongType, at: list.position, "'\(plural)' takes a list",
        hint: "start each item with '- '")
    }
  }

  /// Returns the text by language under a key: a mapping in YAML, elements with `xml:lang` in XML.
  public func localized(_ name: String) throws(Diagnostic) -> LocalizedText {
    try localized(children(name), as: name, isList: false) { error throws(Diagnostic) in
      throw error
    }
  }

  /// Returns the text by language under a key, where one language may have several.
  public func localizedLists(_ name: String, each singular: String) throws(Diagnostic)
    -> LocalizedText
  {
    try localized(lists(name, each: singular), as: name, isList: true) {
      error throws(Diagnostic) in throw error
    }
  }

  /// The nodes of texts by language, where one language may have several.
  func lists(_ name: String, each singular: String) -> [SourceNode] {
    children(singular).filter { $0.kind == .element }
      + children(name).filter { $0.kind != .element }
  }

  /// Returns the text by language of some nodes, and tells each mistake in it.
  func localized<Failure: Error>(
    _ nodes: [SourceNode], as name: String, isList: Bool,
    tell: (Diagnostic) throws(Failure) -> Void
  ) throws(Failure) -> LocalizedText {
    var text = LocalizedText()
    var places: [LanguageTag: SourcePosition] = [:]
    for node in nodes {
      for entry in node.kind == .mapping ? node.children : [node] {
        do throws(Diagnostic) {
          let language =
            try node.kind == .mapping
            ? Self.language(entry.name, at: entry.keyPosition) : entry.language()
          let mayRepeat = isList && node.kind == .element
          if !mayRepeat, let first = places.updateValue(entry.keyPosition, forKey: language) {
            throw Self.duplicate(name, in: language, at: entry.keyPosition, first: first)
          }
          for item in isList && entry.kind == .sequence ? entry.children : [entry] {
            text.entries.append(LocalizedText.Entry(language, try item.scalar()))
          }
        } catch {
          try tell(error)
        }
      }
    }
    return text
  }

  /// Returns the text under a key, without white space at its ends.
  public func text(_ name: String) throws(Diagnostic) -> String? {
    guard let node = field(name), !node.isNull else { return nil }
    return try node.scalar()
  }

  /// Returns the value under a key.
  public func value<Value: TextValue>(
    _ name: String, as type: Value.Type = Value.self
  ) throws(Diagnostic) -> Value? {
    guard let node = field(name), !node.isNull else { return nil }
    return try node.value()
  }

  /// Returns the truth under a key: `true` or `false`, and nothing else that looks like it.
  public func flag(_ name: String, usual: Bool) throws(Diagnostic) -> Bool {
    guard let node = field(name) else { return usual }
    switch try node.scalar() {
    case "true": return true
    case "false": return false
    default:
      throw .error(
        .badTruthValue, at: node.position,
        "'\(node.text.prefix(60).printable)' is neither 'true' nor 'false'",
        hint: "write 'true' or 'false'")
    }
  }

  /// Returns the web address under a key.
  package func webAddress(_ name: String) throws(Diagnostic) -> String? {
    guard let node = field(name), !node.isNull else { return nil }
    let address = try node.scalar()
    guard address.hasPrefix("https://") || address.hasPrefix("http://") else {
      throw .error(
        .badURL, at: node.position, "'\(address.prefix(60).printable)' is not a web address",
        hint: "it starts with 'https://' or 'http://'")
    }
    return address
  }

  /// Returns the span under a key, or between the dates of this node itself.
  public func validity() throws(Diagnostic) -> Validity {
    let validity = Validity(from: try value("from"), by: try value("by"), to: try value("to"))
    try checkOrder(of: validity)
    return validity
  }

  /// Checks that the dates of this node are in their order.
  func checkOrder(of validity: Validity) throws(Diagnostic) {
    guard validity.isReversed else { return }
    let isBy = Validity(from: validity.from, by: validity.by).isReversed
    let (late, early) = isBy ? ("by", "from") : ("to", validity.by == nil ? "from" : "by")
    let isTo = !isBy && Validity(from: validity.from, to: validity.to).isReversed
    throw .error(
      .badValidity, at: (field(late) ?? self).position,
      "'\(late)' is before '\(isTo ? "from" : early)'",
      hint: late == "to"
        ? "'to' is the last day, 'from' the first"
        : "'by' is the day by which it was valid for certain, 'from' the earliest first day")
  }

  /// Reports each key, attribute or element that a part of a descriptor does not have.
  package func checkKeys(
    of part: DescriptorPart, to graph: GraphWriter
  ) throws(Diagnostic) {
    let place = name.isEmpty && !part.isWhole ? part.name : name
    let example = part.keys.first { $0.isRequired && $0.name != nil }?.name
    try checkKeys(
      kind == .element ? part.elements : part.names, in: place, example: example, to: graph)
  }

  /// Reports each key, attribute or element that is not among the known ones.
  public func checkKeys(_ known: [String], to graph: GraphWriter) throws(Diagnostic) {
    try checkKeys(known, in: name, to: graph)
  }

  private func checkKeys(
    _ known: [String], in place: String, example: String? = nil, to graph: GraphWriter
  ) throws(Diagnostic) {
    guard kind == .mapping || kind == .element else {
      throw .error(
        .wrongType, at: position, "'\(place)' takes a mapping of keys to values",
        hint: example.map { "write '{\($0): …}'" }
          ?? "write each as 'key: value', on its own line or in '{ }'")
    }
    for node in attributes + children {
      let key = node.name
      guard !known.contains(key), !(node.kind == .attribute && node.isForParsers) else {
        continue
      }
      let near = nearNames(to: key, in: known)
      let names = (near.isEmpty ? known.prefix(Self.mostKeys) : near[...])
        .map { "'\($0)'" }.joined(separator: ", ")
      let more = known.count - Self.mostKeys
      graph.report(
        .error(
          .unknownKey, at: node.keyPosition,
          "'\(key.prefix(60).printable)' is not known \(place.isEmpty ? "here" : "in '\(place)'")",
          hint: near.isEmpty
            ? "the known keys are \(names)\(more > 0 ? " and \(more) more" : "")"
            : "did you mean \(names)?")
      )
    }
  }

  /// More keys than a hint lists.
  private static let mostKeys = 16

  /// Whether it is an attribute that says nothing to a reader of descriptors: a language, the schema.
  private var isForParsers: Bool { ["xml:", "xsi:"].contains { name.hasPrefix($0) } }

  /// Tags that differ in case only are one language, which the parser of the file does not know.
  private static func duplicate(
    _ name: String, in language: LanguageTag, at place: SourcePosition, first: SourcePosition
  ) -> Diagnostic {
    .error(
      .duplicateLanguage, at: place, "'\(name)' is given twice in '\(language)'",
      hint: "the first is \(first.phrase(from: place))")
  }

  /// The language of the first text of this name that states one; English where none does.
  private var usualLanguage: String {
    for text in namesakes {
      let tags =
        text.kind == .element ? text.all("xml:lang").map(\.text) : text.children.map(\.name)
      if let tag = tags.first(where: { LanguageTag($0) != nil }) { return tag }
    }
    return "en"
  }

  /// The language of an element, or of what should have been a mapping of languages.
  private func language() throws(Diagnostic) -> LanguageTag {
    guard kind == .element, let tag = attribute("xml:lang") else {
      throw .error(
        .missingLanguage, at: position, "'\(name)' is given without its language",
        hint: kind == .element
          ? "write '<\(name) xml:lang=\"\(usualLanguage)\">'"
          : "write '\(name): {\(usualLanguage): …}'")
    }
    return try Self.language(tag.text.trimmed, at: tag.keyPosition)
  }

  private static func language(
    _ text: String, at position: SourcePosition
  ) throws(Diagnostic) -> LanguageTag {
    guard let language = LanguageTag(text) else {
      throw .error(
        LanguageTag.diagnosticID, at: position,
        "'\(text.prefix(60).printable)' is not \(LanguageTag.expectation)",
        hint: LanguageTag.hint)
    }
    return language
  }
}
