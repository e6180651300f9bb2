import PasserelleKit

// What a record of the feed is linked to.

extension Feed {
  func stateBlocks(
    of node: SourceNode, _ id: Identifier, _ number: String, in register: inout Register
  ) throws(Diagnostic) {
    for block in node.child("BLOCS_COMPETENCES")?.children ?? [] {
      guard let text = block.text(at: "CODE"), let title = block.text(at: "LIBELLE"),
        // A few blocks have a bare number, which other records have as well.
        let code = Code(text.hasPrefix(number) ? text : "\(number) \(text)")
      else {
        register.passedOver.count("a block of competences without code or name", at: block.position)
        continue
      }
      let blockID = register.identifier(code)
      var concept = Concept(id: blockID, kind: .competence, title: .french(title))
      concept.tier = "bloc de compétences"
      try register.state(concept, at: block.position)
      try register.link(id, .attests, blockID, at: block.position)
      let rest = block.children.filter { !["CODE", "LIBELLE"].contains($0.name) && !$0.isEmpty }
      if !rest.isEmpty {
        try register.describe(
          blockID, .french(rest.map(\.summary).joined(separator: "\n")), at: block.position)
      }
    }
  }

  private static let codeLists: [(list: String, relation: Relation, framework: String)] = [
    ("CODES_ROME", .preparesFor, "fr-rome"), ("CODES_NSF", .inField, "fr-nsf"),
    ("FORMACODES", .inField, "fr-formacode"),
  ]

  func stateCodes(
    of node: SourceNode, _ id: Identifier, in register: Register
  ) throws(Diagnostic) {
    for (list, relation, framework) in Self.codeLists {
      for item in node.child(list)?.children ?? [] {
        guard let code = item.text(at: "CODE").flatMap(Code.init) else { continue }
        let label = item.text(at: "LIBELLE") ?? item.text(at: "INTITULE")
        try register.link(
          id, relation, Identifier(FrameworkName(series: framework), code),
          note: label.map { .french($0) }, at: item.position)
      }
    }
  }

  func stateCertifiers(
    of node: SourceNode, _ id: Identifier, in register: inout Register
  ) throws(Diagnostic) {
    for item in node.child("CERTIFICATEURS")?.children ?? [] {
      guard let name = item.text(at: "NOM_CERTIFICATEUR") ?? item.text(at: "SIRET_CERTIFICATEUR")
      else { continue }
      // A third of them have no number of the register of companies.
      let number = item.text(at: "SIRET_CERTIFICATEUR").flatMap(Code.init)
      guard let code = number ?? Code.named(name) else { continue }
      let certifier = register.identifier(code)
      var concept = Concept(id: certifier, kind: .organisation, title: .french(name))
      concept.tier = "certificateur"
      concept.status = item.text(at: "ETAT_CERTIFICATEUR")
      if let other = item.text(at: "NOM_COMMERCIAL"), other != name {
        concept.alternatives = .french(other)
      }
      try register.stateOnce(concept, at: item.position)
      try register.link(
        id, .awardedBy, certifier, note: item.text(at: "SITE_INTERNET").map { .french($0) },
        at: item.position)
    }
  }
}
