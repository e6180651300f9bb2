import PasserelleKit

/// Reads the records of the feed, one at a time.
struct Feed {
  private let part: SourcePart
  private let graph: GraphWriter
  /// The register of the first record; a feed has one.
  private var register: Register?
  private var repertoire: Repertoire?
  private var successions: Set<String> = []

  init(part: SourcePart, graph: GraphWriter) {
    self.part = part
    self.graph = graph
  }

  /// Says so where the feed is of another version than the one that was looked at.
  func check(version node: SourceNode) {
    let version = node.text.trimmed
    guard !version.hasPrefix("4") else { return }
    graph.report(
      .warning(
        "other-version", at: node.position,
        "the feed is of version '\(version.prefix(20).printable)'; this adapter was made for 4.1"))
  }

  mutating func read(_ node: SourceNode) throws(Diagnostic) {
    let fiche = Fiche(node)
    let number = fiche.number?.text ?? ""
    guard let repertoire = Repertoire(number: number) else {
      throw .error(
        "bad-number", at: fiche.number?.position ?? node.position,
        "'\(number.prefix(60).printable)' is no number of a record",
        hint: "it is written as RNCP34762 or RS5000")
    }
    if register == nil {
      self.repertoire = repertoire
      register = try repertoire.open(
        restingOn: [Repertoire.document(of: part)], at: node.position, into: graph)
    }
    guard var register else { return }
    // Taken out while it is changed: a second owner would have it copied for every record.
    self.register = nil
    defer { self.register = register }
    guard repertoire == self.repertoire else {
      register.passedOver.count(
        "a record of the other register, '\(repertoire.rawValue)'", at: node.position)
      return
    }
    let id = try fiche.state(in: &register)
    try stateBlocks(of: node, id, number, in: &register)
    try stateCodes(of: node, id, in: register)
    try stateCertifiers(of: node, id, in: &register)
    try stateSuccession(of: node, id, in: &register)
    for partner in node.child("PARTENAIRES")?.children ?? [] {
      register.passedOver.count(
        "a partner, who trains or examines for others", at: partner.position)
    }
  }

  func finish() throws(Diagnostic) {
    guard let register else {
      throw .error(
        "empty", at: part.position, "the feed has no record that can be read",
        hint: "a record is an element 'FICHE' with a 'NUMERO_FICHE'")
    }
    register.finish()
  }

  // MARK: - Blocks of competences

  private func stateBlocks(
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

  // MARK: - Occupations and fields

  private static let codeLists: [(list: String, relation: Relation, framework: String)] = [
    ("CODES_ROME", .preparesFor, "fr-rome"), ("CODES_NSF", .inField, "fr-nsf"),
    ("FORMACODES", .inField, "fr-formacode"),
  ]

  private func stateCodes(
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

  // MARK: - Certifiers

  private func stateCertifiers(
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

  // MARK: - Old and new records

  private mutating func stateSuccession(
    of node: SourceNode, _ id: Identifier, in register: inout Register
  ) throws(Diagnostic) {
    for (list, element, isNew) in [
      ("ANCIENNES_CERTIFICATIONS", "ID_FICHE_ANCIENNE_CERTIFICATION", false),
      ("NOUVELLES_CERTIFICATIONS", "ID_FICHE_NOUVELLE_CERTIFICATION", true),
    ] {
      for item in node.child(list)?.children ?? [] {
        guard let text = item.text(at: element) else { continue }
        guard let other = Repertoire.identifier(text) else {
          register.passedOver.count(
            "an old or new record that is not named by a number of the registers",
            at: item.position)
          continue
        }
        let (new, old) = isNew ? (other, id) : (id, other)
        // The old and the new record both say so.
        guard successions.insert("\(new) \(old)").inserted else { continue }
        try register.link(new, .supersedes, old, at: item.position)
      }
    }
  }
}

extension Fiche {
  /// The elements that statements are made of; all others are kept in a note.
  private static let read: Set = [
    "NUMERO_FICHE", "INTITULE", "ABREGE", "ETAT_FICHE", "ACTIF", "NOMENCLATURE_EUROPE",
    "DATE_EFFET", "DATE_FIN_ENREGISTREMENT", "BLOCS_COMPETENCES", "CODES_ROME", "CODES_NSF",
    "FORMACODES", "CERTIFICATEURS", "PARTENAIRES", "ANCIENNES_CERTIFICATIONS",
    "NOUVELLES_CERTIFICATIONS",
  ]

  /// Takes a record of the feed.
  init(_ node: SourceNode) {
    self.init(at: node.position)
    func text(_ node: SourceNode?) -> Text? {
      node.map { Text(text: $0.text.trimmed, position: $0.position) }
    }
    number = text(node.node(at: "NUMERO_FICHE"))
    title = text(node.node(at: "INTITULE"))
    kind = text(node.node(at: "ABREGE", "LIBELLE") ?? node.node(at: "ABREGE", "CODE"))
    level = text(node.node(at: "NOMENCLATURE_EUROPE", "NIVEAU"))
    // The feed has had both names.
    levelLabel = text(
      node.node(at: "NOMENCLATURE_EUROPE", "INTITULE")
        ?? node.node(at: "NOMENCLATURE_EUROPE", "LIBELLE"))
    // A record that does not say whether it is active is not taken to be.
    status =
      [node.text(at: "ETAT_FICHE"), node.text(at: "ACTIF").map { "ACTIF: \($0)" }]
      .compactMap(\.self)
    start = text(node.node(at: "DATE_EFFET"))
    end = text(node.node(at: "DATE_FIN_ENREGISTREMENT"))
    others = node.children.filter { !Self.read.contains($0.name) && !$0.isEmpty }.map(\.summary)
  }
}
