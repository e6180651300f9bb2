/// Writes sheets as one Markdown page.
struct MarkdownPage {
  private let sheets: [FrameworkSheet]
  private let say: Language

  init(_ sheets: [FrameworkSheet], _ say: Language) {
    (self.sheets, self.say) = (sheets, say)
  }

  var text: String {
    (head + contents + sheets.flatMap(section)).joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    [
      "# \(say(.theFrameworks))", "",
      [
        say(.made, ["command": "`passerelle export --to markdown`"]), say.counts(of: sheets),
        say(.byBestFit), say(.doubt, ["mark": "**?**"]), say(.numbers),
        say.remarkOnLanguages { LocalNames(say).name(of: $0) }.map(Self.escaped),
      ].compactMap(\.self).joined(separator: " "), "",
    ]
  }

  private var contents: [String] {
    row([say(.headFramework), say(.headCountries), say(.headLevels), say(.headOpen)])
      + ["| --- | --- | --- | --- |"]
      + sheets.map { sheet in
        let id = sheet.id
        return "| [\(Self.escaped(sheet.title))](#\(Self.anchor(id))) `\(id)` | \(sheet.countries) "
          + "| \(sheet.rows.count) | \(sheet.unverified == 0 ? "" : "\(sheet.unverified)") |"
      } + [""]
  }

  private func row(_ cells: [String]) -> [String] { ["| \(cells.joined(separator: " | ")) |"] }

  private func section(_ sheet: FrameworkSheet) -> [String] {
    var lines = ["## <a id=\"\(Self.anchor(sheet.id))\"></a>\(Self.escaped(sheet.title))", ""]
    lines.append(sheet.facts.map { Self.escaped($0) }.joined(separator: " · "))
    lines.append("")
    if !sheet.rows.isEmpty {
      lines += row([say(.headLevel), say(.headLinked), say(.headHeld), say(.sources)])
      lines.append("| --- | --- | --- | --- |")
      for row in sheet.rows {
        let held =
          row.qualifications.flatMap { qualification in
            [Self.escaped(qualification.title)] + qualification.references.map(reference)
              + qualification.notes.map(note)
          } + row.notes.map(note)
        lines.append(
          "| **\(Self.escaped(row.code))**\(row.isVerified ? "" : " **?**") "
            + "| \(row.references.map(reference).joined(separator: "<br>")) "
            + "| \(held.joined(separator: "<br>")) "
            + "| \(row.sources.map { "[\($0)]" }.joined(separator: " ")) |")
      }
      lines.append("")
    }
    lines += sheet.remarks.map { "- \(Self.escaped($0.text))\(mark($0))" }
    if !sheet.remarks.isEmpty { lines.append("") }
    if !sheet.procedures.isEmpty {
      lines += ["**\(say(.decides))**", ""]
      lines += sheet.procedures.map { "- \(Self.escaped($0.text))\(mark($0))" } + [""]
    }
    lines += ["**\(say(.sources))**", ""]
    lines += sheet.documents.enumerated().map { index, document in
      "\(index + 1). \(Self.escaped(document.text))" + (document.url.map { " <\($0)>" } ?? "")
    }
    return lines + [""]
  }

  private func reference(_ reference: FrameworkSheet.Reference) -> String {
    let details = reference.details.isEmpty ? "" : " *(\(Self.escaped(reference.details)))*"
    return Self.escaped(reference.text) + details
  }

  private func note(_ note: FrameworkSheet.Remark) -> String {
    "*\(Self.escaped(note.text))*\(mark(note))"
  }

  private func mark(_ remark: FrameworkSheet.Remark) -> String {
    " [\(remark.source)]" + (remark.isVerified ? "" : " **?**")
  }

  private static func anchor(_ id: String) -> String { id.replacing("@", with: "-") }

  /// The text with what Markdown would take for markup written so that it stays text.
  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      switch character {
      case "|", "*", "_", "`", "[", "]", "\\", "~": result += "\\\(character)"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\n": result += " "
      default: result.append(character)
      }
    }
  }
}

extension Language {
  /// How many frameworks and levels a page has.
  func counts(of sheets: [FrameworkSheet]) -> String {
    let levels = sheets.map(\.rows.count).reduce(0, +)
    return self(.counts, ["frameworks": number(sheets.count), "levels": number(levels)])
  }
}
