internal import Foundation
internal import PasserelleModel
internal import PasserelleStore
package import PasserelleSigning

extension Desk {
  /// Holds the links of a signed statement beside what the sources say now.
  ///
  /// - Parameter signed: The statement.
  /// - Returns: The state of the sources, and the links that are no longer stated so.
  /// - Throws: Errors of the store.
  package func sources(
    of signed: SignedStatement
  ) throws -> VerificationAnswer.Sources {
    let hash = try graph.contentHash()
    let changed = try signed.links.filter { try !isStated($0) }
    return VerificationAnswer.Sources(
      graph: hash, same: hash == signed.facts["graph"],
      changedLinks: changed.map { "\($0.from) \($0.relation) \($0.to)" })
  }

  /// Whether any source states the very link, with the very evidence.
  private func isStated(_ link: FiledLink) throws -> Bool {
    guard let from = Identifier(link.from), let to = Identifier(link.to) else { return false }
    let answers = try graph.links(from: from).filter { $0.link.to == to }.map(LinkAnswer.init)
    return try answers.contains { answer in
      let text = try JSONEncoder().encode(answer)
      return try FiledLink.all(in: JSONSerialization.jsonObject(with: text)).first?.digest
        == link.digest
    }
  }
}
