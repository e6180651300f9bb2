internal import PasserelleGraph
internal import PasserelleModel

extension Language {
  /// What a link states, with the names that lead to pages: `ie-nqf:8 referenced to eqf:6`.
  ///
  /// - Parameters:
  ///   - link: The link.
  ///   - relating: How the words between the two names are written.
  /// - Returns: The statement.
  func statement(_ link: LinkAnswer, relating: (String) -> String = { $0 }) -> String {
    guard let relation = Relation(rawValue: link.relation), let words = message(relation.key) else {
      return isolated("\(link.from) \(relating(link.relation)) \(link.to)")
    }
    let names = ["{from}": linked(link.from), "{to}": linked(link.to)]
    return Self.pieces(of: words).map { piece in
      names[piece].map { isolated($0) } ?? relating(piece)
    }.joined(separator: " ")
  }

  /// What a relation is called where its two ends are not named, or stand elsewhere: `referenced to`.
  func name(of relation: Relation) -> String {
    guard let words = message(relation.key) else { return relation.rawValue }
    return Self.pieces(of: words).filter { !$0.hasPrefix("{") }.joined(separator: " … ")
  }

  /// What the token of a relation is called.
  func relation(_ token: String) -> String {
    Relation(rawValue: token).map { name(of: $0) } ?? token
  }

  /// A message cut where it names something: `{from}`, `referenced to`, `{to}`.
  private static func pieces(of message: String) -> [String] {
    message.split(separator: "{", omittingEmptySubsequences: false).flatMap { part in
      guard let end = part.firstIndex(of: "}") else { return [String(part)] }
      return ["{\(part[...end])", String(part[part.index(after: end)...])]
    }.map(\.trimmed).filter { !$0.isEmpty }
  }
}
