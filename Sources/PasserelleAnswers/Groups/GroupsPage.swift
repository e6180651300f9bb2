internal import PasserelleModel

/// Writes a report by group as one HTML page that prints on A4 and needs nothing else.
struct GroupsPage {
  let answer: GroupsAnswer
  let say: Language

  /// The page, with a line feed at the end.
  var text: String {
    let title = say(.answerAsOf, ["subject": say(.groupsTitle), "day": say.date(answer.asOf)])
    let lines =
      PageHead(title: title, style: Self.style, say: say).lines
      + ["<h1>\(title.markupEscaped)</h1>"]
      + answer.facts(in: say).map { "<p>\($0.markupEscaped)</p>" }
      + (answer.by.isEmpty ? [] : answer.by.flatMap(section))
      + ["<section>", "<h2>\(say(.groupsMeanings).markupEscaped)</h2>", "<dl>"]
      + KnownThing.allCases.map { thing in
        "<dt>\(say(thing).markupEscaped)<dd>\(say(thing.meaning).markupEscaped)"
      }
      + ["</dl>", "<h2>\(say(ComparabilityKey.toKnow).markupEscaped)</h2>", "<ul>"]
      + answer.caveats.map { "<li>\(say($0).markupEscaped)" }
      + [
        "</ul>",
        "<p class=\"hash\">\(say(ComparabilityKey.graph).markupEscaped): \(answer.graph.markupEscaped)</p>",
        "</section>", "</body>", "</html>",
      ]
    return TrialMark(say).page(lines.joined(separator: "\n") + "\n")
  }

  private func section(_ column: GroupsAnswer.Column) -> [String] {
    let title = say(.groupsBy, ["column": column.column]).markupEscaped
    let picture = GroupsPicture(column: column, answer: answer, say: say).svg
    let heads =
      [say(.groupsGroup), say(.groupsCases)] + KnownThing.allCases.map { say($0) }
    let all = row(say(.groupsAll), answer.cases ?? 0, answer.all)
    let rows = column.groups.map { row($0.name(in: say), $0.cases, $0.shares) }
    return [
      "<section>", "<h2>\(title)</h2>",
      "<figure role=\"img\" aria-label=\"\(title). \(say(.groupsPicture).markupEscaped)\">",
      picture.trimmed, "</figure>", "<table>",
      "<thead><tr>\(heads.map { "<th scope=\"col\">\($0.markupEscaped)</th>" }.joined())</tr></thead>",
      "<tbody>", all,
    ] + rows + ["</tbody>", "</table>", "</section>"]
  }

  private func row(_ name: String, _ cases: Int, _ shares: [GroupsAnswer.Share]) -> String {
    let cells = ["\(cases)"] + shares.map { $0.words(of: cases, in: say) }
    return "<tr><th scope=\"row\">\(name.printable.markupEscaped)</th>"
      + cells.map { "<td>\($0.markupEscaped)</td>" }.joined() + "</tr>"
  }

  private static let style = """
    @page{size:A4;margin:18mm 16mm}
    body{font:10.5pt/1.4 system-ui,sans-serif;max-width:178mm;margin:0 auto;padding:8mm 4mm;color:#111;
    overflow-wrap:break-word}
    h1{font-size:16pt;margin:0 0 4mm}h2{font-size:12.5pt;margin:7mm 0 3mm;break-after:avoid}
    p{margin:0 0 2mm}figure{margin:0 0 3mm;break-inside:avoid}svg{max-width:100%;height:auto}
    table{border-collapse:collapse;width:100%;table-layout:fixed;font-size:8.5pt}tr{break-inside:avoid}
    thead th:first-child{width:18%}thead th:nth-child(2){width:9%}
    th,td{text-align:start;vertical-align:top;border-bottom:1px solid #bbb;padding:1mm 2mm 1mm 0}
    thead th{color:#555}tbody th{font-weight:600}dt{font-weight:600}dd{margin:0 0 1mm 6mm}
    dt{break-after:avoid}.hash{font-size:8pt;color:#555}
    @media print{body{padding:0}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
    """
}

extension GroupsAnswer {
  /// The report as one HTML page that prints on A4 and needs nothing else.
  ///
  /// - Parameter language: The language of all words but the file's own.
  /// - Returns: The page, with a line feed at the end.
  public func page(in language: Language) -> String {
    GroupsPage(answer: self, say: language).text
  }
}
