/// Writes a statement as one HTML page that prints on A4 and needs nothing else.
package struct ComparabilityPage {
  private let sheet: ComparabilitySheet
  private let say: Language

  package init(_ sheet: ComparabilitySheet, in language: Language) {
    self.sheet = sheet
    say = language
  }

  package var text: String {
    let lines =
      [
        "<!doctype html>",
        "<html lang=\"\(sheet.language.markupEscaped)\" dir=\"\(direction)\" "
          + "style=\"--number:'\(number)'\">", "<head>",
        "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<title>\(sheet.title.markupEscaped)</title>",
        "<style>\(style)</style>", "</head>", "<body>", "<header>",
        "<h1>\(sheet.title.html)</h1>",
      ] + facts(sheet.summary, named: "summary") + facts(sheet.head)
      + ["<p class=\"nature\">\(sheet.nature.html)</p>"]
      + ["</header>", "<main>"] + sheet.sections.flatMap(section) + ["</main>"]
      + ["<section class=\"sources\">", "<h2>\(sheet.sourcesHeading.html)</h2>"]
      + sources + ["</section>"]
      + (sheet.signature.map { ["<footer>\($0.html)</footer>"] } ?? [])
      + ["</body>", "</html>"]
    return TrialMark(say).page(lines.joined(separator: "\n") + "\n")
  }

  /// The style of all pages, and that of ladders if the sheet has one.
  private var style: String {
    let hasLadder = sheet.sections.flatMap(\.blocks).contains {
      if case .ladder = $0 { true } else { false }
    }
    return hasLadder ? "\(pageStyle)\n\(LadderTable.style)" : pageStyle
  }

  private var direction: String { sheet.isRightToLeft ? "rtl" : "ltr" }

  /// The number as a text of a style sheet.
  private var number: String {
    sheet.number.filter { $0 != "'" && $0 != "\\" && !$0.isNewline }.markupEscaped
  }

  /// Words are broken only if they are longer than a line; a heading keeps to what follows it, and the
  /// signature to the end of the sources, so that no page has nothing but one of them.
  ///
  /// Boxes of a page margin have no direction: where lines begin on the right, they change places.
  private var pageStyle: String {
    let (start, end) = sheet.isRightToLeft ? ("right", "left") : ("left", "right")
    return """
      @page{size:A4;margin:18mm 16mm 20mm;@bottom-\(start){content:var(--number);font:8.5pt sans-serif}
      @bottom-\(end){content:counter(page) " / " counter(pages);font:8.5pt sans-serif}}
      body{font:10.5pt/1.4 system-ui,sans-serif;max-width:178mm;margin:0 auto;padding:8mm 0;color:#111;
      overflow-wrap:break-word}
      h1{font-size:18pt;margin:0 0 4mm}h2{font-size:12.5pt;margin:7mm 0 2mm;border-top:1px solid #111;
      padding-top:2mm}h3{font-size:10.5pt;margin:3mm 0 1mm}h1,h2,h3{break-after:avoid}
      dl{display:grid;grid-template-columns:46mm minmax(0,1fr);gap:1mm 4mm;margin:0 0 3mm}
      dt{color:#555}dd{margin:0}p{margin:0 0 2mm;orphans:3;widows:3}
      dt,dd,li,tr{break-inside:avoid}ul,ol{margin:0 0 3mm;padding-inline-start:6mm}
      .summary{border:2px solid #111;padding:2mm 3mm}.summary dt{font-weight:600;color:#111}
      .nature{border:1px solid #111;padding:2mm 3mm}
      table{border-collapse:collapse;width:100%;margin:0 0 3mm}
      th,td{text-align:start;vertical-align:top;border-bottom:1px solid #bbb;padding-block:1mm;
      padding-inline:0 3mm}.tag{font-size:.8em;color:#555;font-weight:normal}
      th{color:#555;font-weight:normal}td:nth-child(2){font-weight:600}td:nth-child(3){width:62%}
      .sources{font-size:8.5pt}.sources li:nth-last-child(-n+2){break-after:avoid}
      footer{margin-top:14mm;border-top:1px solid #111;width:80mm;padding-top:1mm;font-size:8.5pt;
      break-before:avoid;break-inside:avoid}
      @media screen{body{padding:8mm 4mm}}
      @media (max-width:560px){dl{grid-template-columns:minmax(0,1fr);gap:0 0}dd{margin-bottom:2mm}
      td:nth-child(3){width:auto}}
      """
  }

  private func section(_ section: ComparabilitySheet.Section) -> [String] {
    let heading = section.heading.isEmpty ? [] : ["<h2>\(section.heading.html)</h2>"]
    return ["<section>"] + heading + section.blocks.flatMap(block) + ["</section>"]
  }

  private func block(_ block: ComparabilitySheet.Block) -> [String] {
    switch block {
    case .heading(let text): return ["<h3>\(text.html)</h3>"]
    case .text(let text): return ["<p>\(text.html)</p>"]
    case .facts(let facts): return self.facts(facts)
    case .list(let items):
      return ["<ul>"] + items.map { "<li>\($0.html)" } + ["</ul>"]
    case .groups(let groups): return groups.flatMap { self.facts($0) }
    case .ladder(let ladder): return ladder.markup
    case .table(let header, let rows):
      return ["<table>", "<tr>\(header.map { "<th>\($0.html)" }.joined())"]
        + rows.map { "<tr>\($0.map { "<td>\($0.html)" }.joined())" } + ["</table>"]
    }
  }

  private func facts(
    _ facts: [ComparabilitySheet.Fact], named name: String? = nil
  ) -> [String] {
    [name.map { "<dl class=\"\($0)\">" } ?? "<dl>"]
      + facts.map { "<dt>\($0.name.html)<dd>\($0.value.html)" } + ["</dl>"]
  }

  private var sources: [String] {
    ["<ol>"]
      + sheet.sources.map { source in
        let address = source.url.map { url in
          ", <a href=\"\(url.markupEscaped)\" dir=\"ltr\">\(url.markupEscaped)</a>"
        }
        return "<li>\(source.text.html)\(address ?? "")"
      } + ["</ol>"]
      + (sheet.sourcesRemark.map { ["<p>\($0.html)</p>"] } ?? [])
  }
}
