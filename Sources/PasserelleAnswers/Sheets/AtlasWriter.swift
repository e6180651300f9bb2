internal import PasserelleGraph
internal import PasserelleModel

/// Writes an atlas as a sheet: its picture, and how many others each framework is linked to; or all that
/// links one of them.
struct AtlasWriter: SheetWriter {
  let say: Language
  let sources: SourceList
  let atlas: AtlasAnswer
  /// The framework whose links are told one by one; `nil` for an overview of all.
  let framework: String?

  init(_ atlas: AtlasAnswer, of framework: String? = nil, in language: Language) {
    (self.atlas, self.framework) = (atlas, framework)
    say = language.writing(language.form, noting: MetLanguages())
    sources = SourceList(in: say)
  }

  var sheet: Sheet {
    let title = say(.answerAsOf, ["subject": say(.atlasTitle), "day": say.date(atlas.asOf)])
    let section = framework.flatMap(links) ?? overview
    return sheet(titled: title, nature: say(.atlasHead, atlas.facts(in: say)), [section])
  }

  private var overview: Sheet.Section {
    let rows = atlas.frameworks.map { row in
      [say.linked(row.id, to: .atlas(row.id)), say.isolated(row.title)]
        + Reach.allCases.map { "\(row.counts[$0.rawValue, default: 0])" }
    }
    _ = sources.marks(atlas.sources)
    return Sheet.Section(
      heading: "",
      blocks: [
        .picture(AtlasPicture(atlas, in: say).svg, caption: say(.atlasRead)),
        .records(
          header: [say(.atlasFramework), say(.columnTitle)] + Reach.allCases.map { say($0) },
          rows: rows),
      ])
  }

  /// How one framework is linked to each other one, with the sources.
  private func links(of name: String) -> Sheet.Section? {
    let titles = Dictionary(
      atlas.frameworks.map { ($0.id, $0.title) }, uniquingKeysWith: { first, _ in first })
    guard let title = titles[name] else { return nil }
    let rows = atlas.cells.filter { $0.from == name }.map { cell in
      [
        say.linked(cell.to, to: .atlas(cell.to)) + say.separator
          + say.isolated(titles[cell.to] ?? ""),
        say(cell.kind) + (cell.old ? say.clauses + say(.atlasOld) : ""),
        cell.via.map { say.linked($0) }.joined(separator: say.separator),
        sources.marks(cell.sources.map { atlas.sources[$0 - 1] }),
      ]
    }
    return Sheet.Section(
      heading: [say.linked(name), say.isolated(title)].joined(separator: say.separator),
      blocks: [
        .records(
          header: [
            say(.atlasFramework), say(.columnLink), say(.columnVia), say(ComparabilityKey.sources),
          ], rows: rows)
      ])
  }
}
