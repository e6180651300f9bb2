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
        .otherVersion, at: node.position,
        "the feed has version '\(version.prefix(20).printable)'; this adapter was made for 4.1"))
  }

  mutating func read(_ node: SourceNode) throws(Diagnostic) {
    let fiche = Fiche(node)
    let number = fiche.number?.text ?? ""
    guard let repertoire = Repertoire(number: number) else {
      throw .error(
        .badNumber, at: fiche.number?.position ?? node.position,
        "'\(number.prefix(60).printable)' is not a record number",
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
        .empty, at: part.position, "the feed has no record that can be read",
        hint: "a record is an element 'FICHE' with a 'NUMERO_FICHE'")
    }
    register.finish()
  }

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
            "an old or new record without a register number",
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
