import PasserelleKit
import PasserelleRDF

extension JSONLDReader {
  /// Reads what stands under a property: a value or several, a list, or texts by language.
  mutating func read(
    _ value: SourceNode, as property: NodeMembers.Property, of subject: Subject,
    in outer: Context
  ) throws(Diagnostic) {
    if property.term?.coercion == .json {
      skipped.count("a value of JSON", at: value.position)
      return
    }
    var context = outer
    if let scoped = property.term?.scoped { context = try contexts.read(scoped, within: outer) }
    let containers = property.term?.containers ?? []
    let isMap =
      value.kind == .mapping
      && value.children.allSatisfy { !$0.name.hasPrefix("@") || $0.name == "@none" }
    if isMap, containers.contains("@language") {
      try readTexts(byLanguage: value, as: property, of: subject, in: context)
    } else if isMap, containers.contains("@index") {
      for entry in value.children { try readItem(entry, as: property, of: subject, in: context) }
    } else if containers.contains("@list"), !value.isNull, !value.isList(in: context) {
      try readList(value.items, as: property, of: subject, at: value, in: context)
    } else {
      try readItem(value, as: property, of: subject, in: context)
    }
  }

  private mutating func readItem(
    _ value: SourceNode, as property: NodeMembers.Property, of subject: Subject,
    in context: Context
  ) throws(Diagnostic) {
    switch value.kind {
    case .sequence:
      for item in value.children { try readItem(item, as: property, of: subject, in: context) }
    case .mapping: try readObject(value, as: property, of: subject, in: context)
    default:
      guard !value.isNull, let term = term(of: value, under: property, in: context) else { return }
      try add(term, as: property, of: subject, at: value)
    }
  }

  /// What a single value is, by the term that it stands under.
  private mutating func term(
    of value: SourceNode, under property: NodeMembers.Property, in context: Context
  ) -> RDFTerm? {
    let text = value.text
    guard value.isQuoted else { return .literal(text, language: "") }
    switch property.term?.coercion ?? .text {
    case .address: return reference(text, value, in: context).map { .resource($0) }
    case .name:
      if case .address(let address) = context.meaning(of: text) { return .resource(address) }
      return reference(text, value, in: context).map { .resource($0) }
    case .typedText, .json: return .literal(text, language: "")
    case .text: return .literal(text, language: property.term?.language ?? context.language)
    }
  }

  private mutating func readObject(
    _ node: SourceNode, as property: NodeMembers.Property, of subject: Subject,
    in outer: Context
  ) throws(Diagnostic) {
    let context = try contexts.context(of: node, within: outer)
    let members = try members(of: node, in: context)
    if let value = members["@value"] {
      try readLiteral(value, members, as: property, of: subject)
    } else if let list = members["@list"] {
      try readList(list.items, as: property, of: subject, at: node, in: context)
    } else if let set = members["@set"] {
      try readItem(set, as: property, of: subject, in: context)
    } else {
      let object = Subject(try name(of: members, in: context), node)
      try add(.resource(object.name), as: property, of: subject, at: node)
      try readBody(members, of: object, in: context)
    }
  }

  private mutating func readLiteral(
    _ value: SourceNode, _ members: NodeMembers, as property: NodeMembers.Property,
    of subject: Subject
  ) throws(Diagnostic) {
    guard !value.isNull else { return }
    guard value.kind == .scalar else {
      if members["@type"]?.text == "@json" {
        skipped.count("a value of JSON", at: value.position)
        return
      }
      throw .jsonLD(at: value, "'@value' is a single value")
    }
    var language = ""
    if let tag = members["@language"], !tag.isNull {
      language = try tag.jsonLDText("'@language' is a language tag or null")
    }
    try add(.literal(value.text, language: language), as: property, of: subject, at: value)
  }

  private mutating func readTexts(
    byLanguage map: SourceNode, as property: NodeMembers.Property, of subject: Subject,
    in context: Context
  ) throws(Diagnostic) {
    for entry in map.children {
      let isNone = context.meaning(of: entry.name) == .keyword("@none")
      for text in entry.items where !text.isNull {
        let literal = RDFTerm.literal(
          try text.jsonLDText("a text by language is a text"), language: isNone ? "" : entry.name)
        try add(literal, as: property, of: subject, at: text)
      }
    }
  }

  /// Reads a list as RDF has it: a chain of nodes, each with an item and the rest.
  private mutating func readList(
    _ items: [SourceNode], as property: NodeMembers.Property, of subject: Subject,
    at node: SourceNode, in context: Context
  ) throws(Diagnostic) {
    var (link, owner, place) = (property, subject, node)
    if link.term?.isReversed == true { throw .jsonLD(at: node, "a list has no properties") }
    for item in items where !item.isNull {
      let cell = Subject(blank(), item)
      try add(.resource(cell.name), as: link, of: owner, at: place)
      let first = NodeMembers.Property(
        address: NodeMembers.Property.rdf("first").address, term: property.term)
      if item.kind == .sequence {
        try readList(item.children, as: first, of: cell, at: item, in: context)
      } else {
        try readItem(item, as: first, of: cell, in: context)
      }
      (link, owner, place) = (.rdf("rest"), cell, item)
    }
    let end = NodeMembers.Property.rdf("nil").address
    try add(.resource(end), as: link, of: owner, at: place)
  }
}

extension SourceNode {
  /// Whether the value is written as a list by itself.
  fileprivate func isList(in context: Context) -> Bool {
    kind == .mapping
      && children.contains { context.meaning(of: $0.name) == .keyword("@list") }
  }
}
