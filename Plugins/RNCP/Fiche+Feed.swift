import PasserelleKit

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
