internal import PasserelleModel

/// Writes sheets as one Markdown page.
package struct MarkdownPage {
  private let sheets: [FrameworkSheet]

  package init(_ sheets: [FrameworkSheet]) {
    self.sheets = sheets
  }

  package var text: String {
    (head + contents + sheets.flatMap(section)).joined(separator: "\n") + "\n"
  }

  private var head: [String] {
    let levels = sheets.map(\.rows.count).reduce(0, +)
    return [
      "# The frameworks", "",
      "Made by `passerelle export --to markdown` from the graph: \(sheets.count) frameworks, "
        + "\(levels) levels. What stands at one reference level is not equivalent by that: "
        + "referencing is by best fit and links levels, not qualifications. "
        + "**?** marks what was not seen in a source. Numbers in brackets are the sources below each "
        + "table.", "",
    ]
  }

  private var contents: [String] {
    ["| framework | countries | levels | not verified |", "| --- | --- | --- | --- |"]
      + sheets.map { sheet in
        let id = sheet.framework.name.description
        return "| [\(Self.escaped(sheet.title))](#\(Self.anchor(id))) `\(id)` | \(sheet.countries) "
          + "| \(sheet.rows.count) | \(sheet.unverified == 0 ? "" : "\(sheet.unverified)") |"
      } + [""]
  }

  private func section(_ sheet: FrameworkSheet) -> [String] {
    let framework = sheet.framework
    let id = framework.name.description
    var lines = ["## <a id=\"\(Self.anchor(id))\"></a>\(Self.escaped(sheet.title))", ""]
    lines.append(sheet.facts.map { Self.escaped($0) }.joined(separator: " · "))
    lines.append("")
    if !sheet.rows.isEmpty {
      lines += ["| level | linked to | what stands there | sources |", "| --- | --- | --- | --- |"]
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
      lines += ["Who decides on a qualification from elsewhere:", ""]
      lines += sheet.procedures.map { "- \(Self.escaped($0.text))\(mark($0))" } + [""]
    }
    lines.append("Sources:")
    lines += sheet.documents.enumerated().map { index, document in
      let link = document.url.map { " <\($0)>" } ?? ""
      return "\(index + 1). \(Self.escaped(document.citation))"
        + (document.isVerified ? "" : " **?**") + link
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
    (remark.source.map { " [\($0)]" } ?? "") + (remark.isVerified ? "" : " **?**")
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

extension FrameworkSheet {
  /// The title in English, with the one in the country's own language.
  var title: String { framework.title.full ?? framework.name.description }

  var countries: String { framework.countries.map(\.description).joined(separator: ", ") }

  /// What there is to say of the framework itself, a phrase each.
  var facts: [String] {
    var facts = [framework.name.description]
    if framework.name.isTrial { facts.append("trial, not official") }
    let names = framework.aliases + framework.acronyms
    if !names.isEmpty { facts.append("called \(names.joined(separator: ", "))") }
    if !countries.isEmpty { facts.append(countries) }
    if let authority = framework.authority { facts.append(authority) }
    let validity = framework.validity
    if let from = validity.from { facts.append("in force from \(from)") }
    if let by = validity.by { facts.append("in force for certain by \(by)") }
    if let to = validity.to { facts.append("until \(to)") }
    if let before = framework.supersedes { facts.append("supersedes \(before)") }
    if unverified > 0 { facts.append("\(unverified) facts not verified") }
    return facts
  }
}
