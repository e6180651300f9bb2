/// Writes sheets as one HTML page that needs nothing else: no script, no font, no network.
struct HTMLPage {
  private let sheets: [FrameworkSheet]
  private let say: Language

  init(_ sheets: [FrameworkSheet], _ say: Language) {
    (self.sheets, self.say) = (sheets, say)
  }

  var text: String {
    let page = PageHead(title: say(.theFrameworks), style: Self.style, say: say)
    return (page.lines + head + ["<main>"] + sheets.flatMap(section) + ["</main>"] + page.end)
      .joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let nature = [say.counts(of: sheets), say(.byBestFit), say(.doubt, ["mark": "?"])]
    return [
      "<header>", "<h1>\(say(.theFrameworks).html)</h1>",
      "<p>\(nature.joined(separator: " ").html)</p>",
    ]
      + (say.remarkOnLanguages { LocalNames(say).name(of: $0) }.map { ["<p>\($0.html)</p>"] } ?? [])
      + ["<nav>"]
      + sheets.map { sheet in
        "<a href=\"#\(sheet.id.markupEscaped)\">\(sheet.title.html) \(sheet.countries.html)</a>"
      } + ["</nav>", "</header>"]
  }

  private static let style = """
    body{font:16px/1.45 system-ui,sans-serif;max-width:72rem;margin:0 auto;padding:1rem;color:#1a1a1a}
    nav{columns:3 16rem;font-size:.85rem}nav a{display:block;break-inside:avoid;padding:.1rem 0}
    h3{font-size:1rem;margin:1rem 0 .25rem}h2{margin:2.5rem 0 .25rem;border-top:2px solid #1a1a1a;padding-top:.75rem}
    .facts{color:#555;margin:0 0 .75rem}table{border-collapse:collapse;width:100%;font-size:.9rem}
    th,td{text-align:start;vertical-align:top;padding-block:.3rem;padding-inline:0 .6rem;border-bottom:1px solid #ccc}
    th[scope=row]{white-space:nowrap}td p{margin:0}.note{font-style:italic;color:#444}
    .doubt{color:#a33b00}ol{font-size:.85rem;color:#444}a{color:#0b4a8f}
    @media print{nav{display:none}h2,h3{break-after:avoid}tr{break-inside:avoid}}
    """

  private func section(_ sheet: FrameworkSheet) -> [String] {
    var lines = [
      "<section id=\"\(sheet.id.markupEscaped)\">", "<h2>\(sheet.title.html)</h2>",
      "<p class=\"facts\">\(sheet.facts.map(\.html).joined(separator: " · "))</p>",
    ]
    if !sheet.rows.isEmpty {
      lines.append(
        "<table><tr>"
          + [say(.headLevel), say(.headLinked), say(.headHeld), say(.sources)]
          .map { "<th scope=\"col\">\($0.html)" }.joined() + "</tr>")
      for row in sheet.rows {
        let held =
          row.qualifications.flatMap { qualification in
            ["<p>\(qualification.title.html)</p>"]
              + qualification.references.map(reference) + qualification.notes.map(note)
          } + row.notes.map(note)
        lines.append(
          "<tr><th scope=\"row\">\(row.code.html)\(row.isVerified ? "" : Self.doubt)"
            + "<td>\(row.references.map(reference).joined())"
            + "<td>\(held.joined())<td>\(row.sources.map { "[\($0)]" }.joined(separator: " "))</tr>"
        )
      }
      lines.append("</table>")
    }
    lines += list(sheet.remarks)
    if !sheet.procedures.isEmpty {
      lines.append("<h3>\(say(.decides).html)</h3>")
      lines += list(sheet.procedures)
    }
    lines += ["<h3>\(say(ComparabilityKey.sources).html)</h3>", "<ol>"]
    lines += sheet.documents.map { document in
      let address = document.url.map { " \(say.address($0).html)" } ?? ""
      return "<li>\(document.text.html)\(address)</li>"
    }
    return lines + ["</ol>", "</section>"]
  }

  private static let doubt = " <b class=\"doubt\">?</b>"

  private func list(_ remarks: [FrameworkSheet.Remark]) -> [String] {
    guard !remarks.isEmpty else { return [] }
    return ["<ul>"] + remarks.map { "<li>\($0.text.html)\(mark($0))</li>" } + ["</ul>"]
  }

  private func reference(_ reference: FrameworkSheet.Reference) -> String {
    let details =
      reference.details.isEmpty
      ? "" : " <span class=\"note\">(\(reference.details.html))</span>"
    return "<p>\(reference.text.html)\(details)</p>"
  }

  private func note(_ note: FrameworkSheet.Remark) -> String {
    "<p class=\"note\">\(note.text.html)\(mark(note))</p>"
  }

  private func mark(_ remark: FrameworkSheet.Remark) -> String {
    " [\(remark.source)]" + (remark.isVerified ? "" : Self.doubt)
  }
}

extension String {
  /// The text as it may stand in HTML and SVG, in elements and in attributes.
  package var markupEscaped: String {
    unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "\t", "\n": result += " "
      // What turns the direction of a text around would turn what stands beside it.
      case "\u{202A}"..."\u{202E}", "\u{2066}"..."\u{2069}", "\u{7F}"..."\u{9F}":
        result += "\\u{\(String(scalar.value, radix: 16))}"
      // No control may stand in XML 1.0.
      case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF:
        result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
