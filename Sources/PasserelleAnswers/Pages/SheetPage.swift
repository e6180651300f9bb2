/// Writes a sheet as one HTML page that prints on A4: as a file that needs nothing else, or within the
/// frame of a site.
package struct SheetPage {
  private let sheet: Sheet
  private let frame: PageFrame

  package init(_ sheet: Sheet, in frame: PageFrame = .none) {
    (self.sheet, self.frame) = (sheet, frame)
  }

  package var text: String {
    let head = PageHead(
      title: sheet.title, style: style, language: sheet.language,
      isRightToLeft: sheet.isRightToLeft, ownStyle: ownStyle, frame: frame)
    let lines =
      head.lines + ["<main id=\"content\">", "<header>", "<h1>\(html(sheet.title))</h1>"]
      + facts(sheet.summary, named: "summary") + facts(sheet.head)
      + (sheet.nature.map { ["<p class=\"nature\">\(html($0))</p>"] } ?? [])
      + ["</header>"] + frame.lead + sheet.sections.flatMap(section) + sources
      + (sheet.signature.map { ["<p class=\"signature\">\(html($0))</p>"] } ?? [])
      + ["</main>"] + head.end
    return lines.joined(separator: "\n") + "\n"
  }

  /// What holds for this page alone: the number in the margin.
  package var ownStyle: String? {
    sheet.number.map { number in
      let safe = number.unmarked.filter { $0 != "'" && $0 != "\\" && !$0.isNewline }
      return ":root{--number:'\(safe.markupEscaped)'}"
    }
  }

  /// The style of all sheets, and those of ladders and pictures if this one has any.
  package var style: String {
    let blocks = sheet.sections.flatMap(\.blocks)
    let hasLadder = blocks.contains { if case .ladder = $0 { true } else { false } }
    let hasPicture = blocks.contains { if case .picture = $0 { true } else { false } }
    return
      ([SheetStyle.text(isRightToLeft: sheet.isRightToLeft)]
      + (hasLadder ? [SheetStyle.ladder] : []) + (hasPicture ? [SheetStyle.picture] : []))
      .joined(separator: "\n")
  }

  private func html(_ text: String) -> String { text.html(in: frame) }

  private func section(_ section: Sheet.Section) -> [String] {
    let heading = section.heading.isEmpty ? [] : ["<h2>\(html(section.heading))</h2>"]
    return ["<section>"] + heading + section.blocks.flatMap(block) + ["</section>"]
  }

  private func block(_ block: Sheet.Block) -> [String] {
    switch block {
    case .heading(let text): return ["<h3>\(html(text))</h3>"]
    case .text(let text): return ["<p>\(html(text))</p>"]
    case .facts(let facts): return self.facts(facts)
    case .list(let items):
      return ["<ul>"] + items.map { "<li>\(html($0))" } + ["</ul>"]
    case .groups(let groups): return groups.flatMap { self.facts($0, named: "group") }
    case .ladder(let ladder): return ladder.markup(in: frame)
    case .table(let header, let rows): return table(header, rows, named: "judgements")
    case .records(let header, let rows): return table(header, rows, named: "records")
    case .picture(let svg, let caption):
      let name = sheet.title.unmarked.markupEscaped
      return [
        "<figure class=\"picture\">", "<div role=\"img\" aria-label=\"\(name)\">", svg.trimmed,
        "</div>",
        "<figcaption>\(html(caption))</figcaption>", "</figure>",
      ]
    case .details(let summary, let blocks):
      return ["<details\(frame.isUnfolded ? " open" : "")>", "<summary>\(html(summary))</summary>"]
        + blocks.flatMap(self.block) + ["</details>"]
    }
  }

  private func table(_ header: [String], _ rows: [[String]], named name: String) -> [String] {
    let heads = header.map { "<th scope=\"col\">\(html($0))" }.joined()
    // What is wider than a phone is moved along by itself, by keys as well.
    let isWide = header.count > 4
    let title = sheet.title.unmarked.markupEscaped
    let region =
      isWide
      ? ["<div class=\"scroll\" role=\"region\" aria-label=\"\(title)\" tabindex=\"0\">"] : []
    return region + ["<table class=\"\(name)\">", "<thead><tr>\(heads)</thead>", "<tbody>"]
      + rows.map { row in
        "<tr>"
          + row.enumerated().map { index, cell in
            (index == 0 ? "<th scope=\"row\">" : "<td>") + html(cell)
          }.joined()
      } + ["</table>"] + (isWide ? ["</div>"] : [])
  }

  private func facts(_ facts: [Sheet.Fact], named name: String? = nil) -> [String] {
    guard !facts.isEmpty else { return [] }
    return [name.map { "<dl class=\"\($0)\">" } ?? "<dl>"]
      + facts.map { "<dt>\(html($0.name))<dd>\(html($0.value))" } + ["</dl>"]
  }

  private var sources: [String] {
    guard !sheet.sources.isEmpty || sheet.sourcesRemark != nil else { return [] }
    let list = sheet.sources.enumerated().map { index, source in
      let address = source.url.map { url in
        let text = url.markupEscaped
        return url.isWebAddress
          ? ", <a href=\"\(text)\" dir=\"ltr\">\(text)</a>" : ", <bdi>\(text)</bdi>"
      }
      return "<li id=\"source-\(index + 1)\">\(html(source.text))\(address ?? "")"
    }
    return ["<section class=\"sources\">", "<h2>\(html(sheet.sourcesHeading))</h2>"]
      + (list.isEmpty ? [] : ["<ol>"] + list + ["</ol>"])
      + (sheet.sourcesRemark.map { ["<p>\(html($0))</p>"] } ?? []) + ["</section>"]
  }
}
