import PasserelleKit

/// An organisation that issues or defines achievements, as far as it is known not to be a person.
struct Organisation {
  let code: Code
  let name: LocalizedText
  let position: SourcePosition
  private let address: String

  /// What a profile of a person has.
  private static let personal = [
    "givenName", "familyName", "additionalName", "patronymicName", "familyNamePrefix",
    "honorificPrefix", "honorificSuffix", "dateOfBirth",
  ]

  /// Reads a profile; nothing if it is a person's, or has no name.
  ///
  /// - Parameters:
  ///   - node: The profile.
  ///   - persons: Who has achieved something: whoever issues to themselves is a person.
  init?(_ node: SourceNode, unless persons: Set<String> = []) {
    let name = node.texts("name")
    guard let id = node.text(at: "id"), !persons.contains(id), !id.hasPrefix("mailto:"),
      !name.isEmpty, !Self.personal.contains(where: { node.node(at: $0) != nil }),
      let code = Code.ofAddress(id) ?? Code(id)
    else { return nil }
    (self.code, self.name, address, position) = (code, name, id, node.position)
  }

  func concept(in register: Register) -> Concept {
    var concept = Concept(id: register.identifier(code), kind: .organisation, title: name)
    concept.tier = "issuer"
    concept.uri = address.contains(":") ? address : nil
    return concept
  }
}
