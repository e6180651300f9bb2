internal import PasserelleGraph
internal import PasserelleModel

/// The sources of a sheet, each once, by number.
final class SourceList {
  private let say: Language
  private var numbers: [EvidenceAnswer.Citation: Int] = [:]
  private var order: [EvidenceAnswer] = []

  init(in say: Language) {
    self.say = say
  }

  /// The marks of what some links are based on: `[1][3]`.
  func marks(_ links: [LinkRecord]) -> String { marks(links.map(\.evidence)) }

  func marks(_ links: [LinkAnswer]) -> String { marks(links.map(\.evidence)) }

  func marks(_ evidence: [Evidence]) -> String { marks(evidence.map(EvidenceAnswer.init)) }

  func marks(_ evidence: [EvidenceAnswer]) -> String {
    var marked: [Int] = []
    for number in evidence.map(number) {
      if !marked.contains(number) { marked.append(number) }
    }
    return marked.map { say.mark(ofSource: $0) }.joined()
  }

  func number(of evidence: Evidence) -> Int { number(of: EvidenceAnswer(evidence)) }

  /// The number of a source, from 1.
  private func number(of evidence: EvidenceAnswer) -> Int {
    let number = numbers[evidence.citation] ?? order.count + 1
    if numbers.updateValue(number, forKey: evidence.citation) == nil { order.append(evidence) }
    return number
  }

  /// The documents in the order in which they were first marked.
  var sources: [Sheet.Source] {
    order.map { source in
      guard let document = source.document else {
        return Sheet.Source(text: say(.sourcesNone), url: nil)
      }
      let facts = [
        source.authority.map { say.isolated($0) }, say.isolated(document),
        source.date.map { say.date($0) } ?? say(.sourcesNoDate), say(source.documentGrade),
        source.verified ? nil : say(EvidenceGrade.unverified),
      ]
      return Sheet.Source(
        text: facts.compactMap { $0 }.joined(separator: say.separator), url: source.url)
    }
  }
}

extension Language {
  /// The mark of a source: on a page, a link to it.
  func mark(ofSource number: Int) -> String {
    isForPages ? MarkedText.number(number) : "[\(number)]"
  }

  /// A text that leads to another page, if it is written for a site that has it.
  func linked(_ text: String, to link: PageLink) -> String {
    form == .site ? MarkedText.page(text, link) : text
  }

  /// The name of a concept or a framework, which leads to everything about it.
  func linked(_ name: String) -> String { linked(name, to: .show(name)) }

  /// An address on the web.
  func address(_ url: String) -> String {
    isForPages && url.isWebAddress ? MarkedText.address(url) : url
  }
}
