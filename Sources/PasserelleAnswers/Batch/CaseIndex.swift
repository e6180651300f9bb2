internal import PasserelleModel

/// The page that lists the cases of a folder, each with its finding, or with the reason why it failed.
struct CaseIndex {
  /// A case of the list.
  struct Entry: Sendable {
    var reference: String
    var line: Int
    /// The file of its page; `nil` if it failed.
    var file: String?
    var country = ""
    var purpose = ""
    /// The finding, or the reason.
    var words: String

    init(_ page: CasePage) {
      (reference, line) = (page.reference, page.line)
      switch page.outcome {
      case .made(_, let country, let purpose, let finding):
        (self.country, self.purpose, words) = (country, purpose, finding)
      case .failed(let reason): words = reason
      }
    }
  }

  let entries: [Entry]
  let day: Day
  let say: Language

  /// The index as one HTML page that needs nothing else.
  var page: String {
    let failed = entries.filter { $0.file == nil }
    let title = say(.answerAsOf, ["subject": say(.casesTitle), "day": say.date(day)])
    let counts = [
      say(.casesCount, ["count": "\(entries.count)"]),
      say(.casesFailed, ["count": "\(failed.count)"]),
    ]
    let lines =
      PageHead(title: title, style: Self.style, say: say).lines + [
        "<h1>\(title.markupEscaped)</h1>",
        "<p>\(counts.map(\.markupEscaped).joined(separator: " · "))</p>",
      ] + table(failed, titled: .casesNotAnswered)
      + table(entries.filter { $0.file != nil }, titled: .casesAnswered) + ["</body>", "</html>"]
    return TrialMark(say).page(lines.joined(separator: "\n") + "\n")
  }

  /// Cases under a heading: those that failed first, for they need somebody.
  private func table(_ entries: [Entry], titled title: AnswerKey) -> [String] {
    guard !entries.isEmpty else { return [] }
    let isMade = entries.contains { $0.file != nil }
    let head =
      [say(ComparabilityKey.caseReference), say(.casesLine)]
      + (isMade
        ? [say(ComparabilityKey.destination), say(ComparabilityKey.purpose)]
          + [say(ComparabilityKey.summaryFinding)] : [say(.casesReason)])
    let heads = head.map { "<th scope=\"col\">\($0.markupEscaped)</th>" }.joined()
    return [
      "<h2>\(say(title).markupEscaped)</h2>", "<table>", "<thead><tr>\(heads)</tr></thead>",
      "<tbody>",
    ] + entries.map(row) + ["</tbody>", "</table>"]
  }

  private func row(_ entry: Entry) -> String {
    let name = (entry.reference.isEmpty ? "–" : entry.reference).markupEscaped
    let linked = entry.file.map { "<a href=\"\($0.markupEscaped)\">\(name)</a>" } ?? name
    let cells =
      ["\(entry.line)"] + (entry.file == nil ? [] : [entry.country, entry.purpose]) + [entry.words]
    return "<tr><th scope=\"row\">\(linked)</th>"
      + cells.map { "<td>\($0.markupEscaped)</td>" }.joined() + "</tr>"
  }

  private static let style = """
    @page{size:A4;margin:16mm}
    body{font:10.5pt/1.4 system-ui,sans-serif;max-width:62rem;margin:0 auto;padding:1rem;color:#111;
    overflow-wrap:break-word}
    h1{font-size:18pt;margin:0 0 2mm}h2{font-size:12.5pt;margin:7mm 0 2mm;break-after:avoid}
    table{border-collapse:collapse;width:100%}tr{break-inside:avoid}
    th,td{text-align:start;vertical-align:top;border-bottom:1px solid #bbb;padding:1mm 3mm 1mm 0}
    thead th{color:#555;font-weight:normal}a{color:#0b4a8f}
    @media print{body{padding:0}a{color:#111}}
    """
}
