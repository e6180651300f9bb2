internal import PasserelleAnswers

/// Where programs and spreadsheets find what a page says: the same question to the JSON interface.
struct DataLinks {
  let page: PageRequest

  /// The names of the forms with their addresses.
  func all(in say: Language) -> [(String, String)] {
    guard let (path, items, isTable) = question else { return [] }
    let hasPurpose = [.compare, .equivalents, .statement].contains(page.route)
    let terms = ((hasPurpose ? ["purpose"] : []) + ["asOf", "lang"]).compactMap { name in
      page[name].map { ServerRequest.Item(name, $0) }
    }
    let json = (say(.json), page.address("/v1/\(path)", items + terms))
    let csv = (
      say(.csv), page.address("/v1/\(path)", items + terms + [.init("format", "csv")])
    )
    return isTable ? [csv, json] : [json]
  }

  /// The question as the interface has it, and whether its answer can be a table.
  private var question: (path: String, items: [ServerRequest.Item], isTable: Bool)? {
    func items(_ names: String...) -> [ServerRequest.Item] {
      names.flatMap { name in page.all(name).map { .init(name, $0) } }
    }
    switch page.route {
    case .compare: return ("compare", items("id"), false)
    case .equivalents: return ("equivalents", items("id", "in"), true)
    case .gap, .diff: return (page.route == .gap ? "gap" : "diff", items("from", "to"), false)
    case .contradictions: return ("contradictions", [], false)
    case .statistics: return ("statistics", [], false)
    case .explain: return ("explain", items("from", "to"), false)
    case .corridor: return ("corridor", items("from", "to"), false)
    case .atlas: return ("atlas", [], true)
    case .frameworks: return page["in"] == nil ? ("frameworks", [], true) : nil
    case .show(let name): return ("show", [.init("id", name)], false)
    case .statement: return ("statement", items("id", "for"), false)
    case .search:
      // A country among the words limits the search to it.
      let words = [page["q"], page["in"]].compactMap(\.self).joined(separator: " ")
      return ("search", [.init("q", words)], true)
    case .home, .ask: return nil
    }
  }
}
