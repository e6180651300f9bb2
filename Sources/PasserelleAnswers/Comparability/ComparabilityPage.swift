/// Writes a statement as one HTML page that prints on A4 and needs nothing else.
package struct ComparabilityPage {
  private let sheet: ComparabilitySheet

  package init(_ sheet: ComparabilitySheet) {
    self.sheet = sheet
  }

  package var text: String {
    let lines =
      [
        "<!doctype html>",
        "<html lang=\"\(sheet.language.markupEscaped)\" style=\"--number:'\(number)'\">", "<head>",
        "<meta charset=\"utf-8\">", "<title>\(sheet.title.markupEscaped)</title>",
        "<style>\(Self.style)</style>", "</head>", "<body>", "<header>",
        "<h1>\(sheet.title.markupEscaped)</h1>",
      ] + block(.facts(sheet.head)) + ["<p class=\"nature\">\(sheet.nature.markupEscaped)</p>"]
      + ["</header>", "<main>"] + sheet.sections.flatMap(section) + ["</main>"]
      + ["<section class=\"sources\">", "<h2>\(sheet.sourcesHeading.markupEscaped)</h2>"]
      + sources + ["</section>", "<footer>\(sheet.signature.markupEscaped)</footer>"]
      + ["</body>", "</html>"]
    return lines.joined(separator: "\n") + "\n"
  }

  /// The number as a text of a style sheet.
  private var number: String {
    let number = sheet.head.first?.value ?? ""
    return number.filter { $0 != "'" && $0 != "\\" && !$0.isNewline }.markupEscaped
  }

  private static let style = """
    @page{size:A4;margin:18mm 16mm 20mm;@bottom-left{content:var(--number);font:8.5pt sans-serif}
    @bottom-right{content:counter(page) " / " counter(pages);font:8.5pt sans-serif}}
    body{font:10.5pt/1.4 system-ui,sans-serif;max-width:178mm;margin:0 auto;padding:8mm 0;color:#111}
    h1{font-size:18pt;margin:0 0 4mm}h2{font-size:12.5pt;margin:7mm 0 2mm;border-top:1px solid #111;
    padding-top:2mm;break-after:avoid}dl{display:grid;grid-template-columns:46mm 1fr;gap:1mm 4mm;
    margin:0 0 3mm}dt{color:#555}dd{margin:0;overflow-wrap:anywhere}p{margin:0 0 2mm}
    ul,ol{margin:0 0 3mm;padding-left:6mm}li,h1,h2,p,td{overflow-wrap:anywhere}
    .nature{border:1px solid #111;padding:2mm 3mm}
    table{border-collapse:collapse;width:100%;margin:0 0 3mm}tr{break-inside:avoid}
    th,td{text-align:left;vertical-align:top;border-bottom:1px solid #bbb;padding:1mm 3mm 1mm 0}
    th{color:#555;font-weight:normal}td:nth-child(2){font-weight:600;width:34mm}
    .sources{font-size:8.5pt}footer{margin-top:18mm;border-top:1px solid #111;width:80mm;
    padding-top:1mm;font-size:8.5pt}
    """

  private func section(_ section: ComparabilitySheet.Section) -> [String] {
    let heading = section.heading.isEmpty ? [] : ["<h2>\(section.heading.markupEscaped)</h2>"]
    return ["<section>"] + heading + section.blocks.flatMap(block) + ["</section>"]
  }

  private func block(_ block: ComparabilitySheet.Block) -> [String] {
    switch block {
    case .text(let text): return ["<p>\(text.markupEscaped)</p>"]
    case .facts(let facts):
      return ["<dl>"]
        + facts.map { "<dt>\($0.name.markupEscaped)<dd>\($0.value.markupEscaped)" } + ["</dl>"]
    case .list(let items):
      return ["<ul>"] + items.map { "<li>\($0.markupEscaped)" } + ["</ul>"]
    case .table(let header, let rows):
      return ["<table>", "<tr>\(header.map { "<th>\($0.markupEscaped)" }.joined())"]
        + rows.map { "<tr>\($0.map { "<td>\($0.markupEscaped)" }.joined())" } + ["</table>"]
    }
  }

  private var sources: [String] {
    ["<ol>"]
      + sheet.sources.map { source in
        let address = source.url.map { url in
          ", <a href=\"\(url.markupEscaped)\">\(url.markupEscaped)</a>"
        }
        return "<li>\(source.text.markupEscaped)\(address ?? "")"
      } + ["</ol>"]
  }
}
