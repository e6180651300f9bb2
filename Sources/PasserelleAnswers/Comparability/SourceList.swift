internal import PasserelleGraph
internal import PasserelleModel

/// The sources of a statement, each once, by number.
final class SourceList {
  private struct Key: Hashable {
    var document: Document?
    var isVerified: Bool
  }

  private var numbers: [Key: Int] = [:]
  private var order: [Key] = []

  /// The marks of what some links rest on: `[1][3]`.
  func marks(_ links: [LinkRecord]) -> String { marks(links.map(\.evidence)) }

  func marks(_ evidence: [Evidence]) -> String {
    var marked: [Int] = []
    for one in evidence {
      let key = Key(document: one.document, isVerified: one.isVerified)
      let number = numbers[key] ?? order.count + 1
      if numbers.updateValue(number, forKey: key) == nil { order.append(key) }
      if !marked.contains(number) { marked.append(number) }
    }
    return marked.map { "[\($0)]" }.joined()
  }

  /// The documents in the order in which they were first marked.
  func sources(in say: Language) -> [ComparabilitySheet.Source] {
    order.map { key in
      guard let document = key.document else {
        return ComparabilitySheet.Source(text: say(.sourcesNone), url: nil)
      }
      let grade: EvidenceGrade =
        document.isOfficial ? document.via == nil ? .official : .copy : .unofficial
      let facts = [
        document.publisher.map { say.isolated($0) }, say.isolated(document.title),
        document.date.map { say.date($0) } ?? say(.sourcesNoDate), say(grade),
        key.isVerified ? nil : say(EvidenceGrade.unverified),
      ]
      return ComparabilitySheet.Source(
        text: facts.compactMap { $0 }.joined(separator: say.separator), url: document.url)
    }
  }
}
