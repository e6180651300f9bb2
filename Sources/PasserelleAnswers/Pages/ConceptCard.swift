internal import PasserelleGraph
internal import PasserelleModel

/// What there is to know of a concept on a small card: the finding first, then each link with the number
/// of its source.
package struct ConceptCard {
  private let answer: ComparisonAnswer
  private let say: Language
  private let citations = Citations()

  /// Makes the card of an answer about one concept.
  package init(_ answer: ComparisonAnswer, in language: Language) {
    self.answer = answer
    say = language.writing(.page)
  }

  /// A page for a frame of its own.
  package var page: String {
    let title = answer.items.first.map { "\($0.id) \($0.title)" } ?? ""
    let lines = PageHead(title: title, style: Self.style, say: say).lines
    return TrialMark(say).page(
      (lines + [content, "</body>", "</html>"]).joined(separator: "\n") + "\n")
  }

  /// The card alone, to stand in another page.
  package var html: String { TrialMark(say).part(content) }

  private var content: String {
    let links = answer.items.flatMap(\.links) + answer.direct
    let parts =
      answer.items.map(heading) + [paragraph(say(answer.summary), of: "finding")]
      + [list(answer.indications.map { $0.line(in: say) })] + [list(links.map(words))] + [sources]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func heading(_ item: ComparisonAnswer.Item) -> String {
    let asOf = say(.answerAsOf, ["subject": say.isolated(item.id), "day": say.date(answer.asOf)])
    return "<h1>\(item.fullTitle.html)</h1>\n"
      + paragraph("\(say.isolated(item.heading))", of: "framework") + "\n"
      + paragraph(asOf, of: "day")
  }

  private func words(_ link: LinkAnswer) -> String {
    "\(say.statement(link)) [\(citations.number(of: link.evidence))]"
  }

  private func paragraph(_ text: String, of kind: String) -> String {
    "<p class=\"\(kind)\">\(text.html)</p>"
  }

  private func list(_ items: [String]) -> String {
    items.isEmpty ? "" : "<ul>\(items.map { "<li>\($0.html)</li>" }.joined())</ul>"
  }

  /// The documents, by the numbers that the links have.
  private var sources: String {
    let items = citations.sources.map { source in
      let pen = Pen(say)
      return "<li>\((source.lines(by: pen).first ?? "").html)</li>"
    }
    return items.isEmpty ? "" : "<ol>\(items.joined())</ol>"
  }

  private static let style = """
    body{font:14px/1.4 system-ui,sans-serif;margin:.6rem;color:#1a1a1a;background:#fff}
    h1{font-size:1rem;margin:0}p,ul,ol{margin:.3rem 0}.framework,.day{color:#555}.finding{font-weight:600}
    ul,ol{padding-inline-start:1.2rem}ol{font-size:.85rem;color:#444}
    """
}
