import PasserelleKit

/// Makes links of the `CFAssociations` of a package.
struct Associations {
  private struct Key: Hashable {
    var origin: String
    var type: String
    var destination: String
  }

  private let document: String
  private let documentURI: String?
  private let items: Set<String>
  private let language: LanguageTag
  /// The items by their addresses.
  private let addresses: [String: String]
  /// The lines of the associations so far.
  private var lines: [Key: Int] = [:]

  init(_ framework: FrameworkDocument, _ items: [Item]) {
    document = framework.identifier
    documentURI = framework.framework.uri
    language = framework.language
    self.items = Set(items.map(\.identifier))
    addresses = Dictionary(
      items.compactMap { item in item.uri.map { ($0, item.identifier) } },
      uniquingKeysWith: { first, _ in first })
  }

  mutating func state(
    _ association: Association, in register: inout Register
  ) throws(Diagnostic) {
    let key = Key(
      origin: association.origin.name, type: association.type,
      destination: association.destination.name)
    if let line = lines.updateValue(association.position.line, forKey: key) {
      register.report(
        .warning(
          .duplicatePair, at: association.position,
          "this '\(key.type)' of '\(key.origin.printable)' and '\(key.destination.printable)' is a "
            + "repetition; it is read once", hint: "the first is on line \(line)"))
      return
    }
    if isDocument(association.destination), let item = item(association.origin) {
      return try keep(association, of: item, in: &register)
    }
    guard let meaning = association.meaning,
      let origin = end(association.origin, in: register),
      let destination = end(association.destination, in: register)
    else { return try keep(association, in: &register) }
    var link = Link(from: origin.id, meaning.relation, to: destination.id)
    (link.fromURI, link.toURI) = (origin.uri, destination.uri)
    if meaning.isReversed {
      (link.from, link.to) = (link.to, link.from)
      (link.fromURI, link.toURI) = (link.toURI, link.fromURI)
    }
    link.details = association.details
    for (end, name) in [
      (association.origin, "originNode"), (association.destination, "destinationNode"),
    ]
    where item(end) == nil {
      if let title = end.title { link.details.append("\(name)URI/title: \(title)") }
      if let id = end.identifier { link.details.append("\(name)URI/identifier: \(id)") }
    }
    try register.state(link, at: association.position)
  }

  // MARK: - Ends

  private func isDocument(_ end: Association.End) -> Bool {
    end.identifier == document || (end.identifier == nil && end.uri == documentURI)
  }

  /// The code of an item of this package.
  private func item(_ end: Association.End) -> Code? {
    let identifier = end.identifier ?? end.uri.flatMap { addresses[$0] }
    return identifier.flatMap { items.contains($0) ? Code($0) : nil }
  }

  /// The identifier of an end, and its address if it is in another package; `nil` if nothing says where
  /// it is.
  private func end(
    _ end: Association.End, in register: Register
  ) -> (id: Identifier, uri: String?)? {
    if let code = item(end) { return (register.identifier(code), nil) }
    guard let uri = end.uri, uri.contains(":") else { return nil }
    if let own = Identifier(ownAddress: uri) { return (own, nil) }
    return Identifier(ofAddress: uri, code: end.identifier).map { ($0, uri) }
  }

  // MARK: - Notes

  /// Keeps how an item stands below the document as a note about it.
  private func keep(
    _ association: Association, of item: Code, in register: inout Register
  ) throws(Diagnostic) {
    if association.type != "isChildOf" {
      register.passedOver.count(
        "'\(association.type)' with the document, kept in a note", at: association.position)
    }
    for detail in association.details {
      try register.describe(
        register.identifier(item), text("\(association.type)/\(detail)"), at: association.position)
    }
  }

  /// Keeps what is not a link as a note about the end that the package has.
  private func keep(
    _ association: Association, in register: inout Register
  ) throws(Diagnostic) {
    let (origin, destination) = (association.origin.name, association.destination.name)
    register.passedOver.count(
      association.meaning == nil
        ? "'\(association.type)', for which there is no relation, kept in a note"
        : "'\(association.type)' with an item in another package, of which no address is given; "
          + "kept in a note",
      at: association.position)
    if let code = item(association.origin) {
      try register.describe(
        register.identifier(code), text("\(association.type) \(destination)"),
        at: association.position)
    } else if let code = item(association.destination) {
      try register.describe(
        register.identifier(code), text("\(origin) \(association.type) this"),
        at: association.position)
    } else {
      try register.describe(
        Identifier(register.name), text("\(origin) \(association.type) \(destination)"),
        at: association.position)
    }
  }

  private func text(_ text: String) -> LocalizedText {
    LocalizedText([LocalizedText.Entry(language, text)])
  }
}
