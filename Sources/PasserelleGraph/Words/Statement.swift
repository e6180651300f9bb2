package import PasserelleModel

// What links say is a sentence of the reader's language; the tokens of relations are for programs.
extension Relation: Message {
  /// The key of the sentence, which names both ends: `relation.referencedTo`.
  package var key: String { "relation.\(rawValue)" }
}

extension Link {
  /// What the link states: `ie-nqf:8 referenced to eqf:6`.
  package var statement: Phrase { relation(["from": "\(from)", "to": "\(to)"]) }
}
