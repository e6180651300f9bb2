internal import PasserelleAnswers
internal import PasserelleModel

// Where the form of the first page leads.
extension PageMaker {
  /// The first page: the question, and what the site is.
  var home: Content {
    .passing(
      Sheet(titled: say(.question), [.init(blocks: [.text(say(.about))])], in: say), status: 200)
  }

  /// Finds the page that answers what was filled in: words, a country to come from, a country to go to.
  func ask(_ desk: Desk) throws -> Content {
    switch (page["q"], page["from"], page["to"]) {
    case (nil, nil, nil): return .redirect(page.address(.home))
    case (nil, let from?, let to?):
      return redirect(.corridor, [.init("from", from), .init("to", to)])
    case (nil, let country?, nil), (nil, nil, let country?):
      return redirect(.frameworks, [.init("in", country)])
    case (let words?, let from, nil):
      guard from == nil, words.contains(":"), case .some = try? desk.show(words) else {
        return redirect(
          .search, [.init("q", words)] + [from.map { .init("in", $0) }].compactMap(\.self))
      }
      return redirect(.show(words))
    case (let words?, let from, let to?):
      let named =
        try from.map { try only(words, in: $0, desk) } ?? (try isKnown(words, desk) ? words : nil)
      if let named { return redirect(.equivalents, [.init("id", named), .init("in", to)]) }
      return redirect(
        .search,
        [.init("q", words)] + [from.map { .init("in", $0) }].compactMap(\.self) + [.init("to", to)])
    }
  }

  private func redirect(_ route: PageRoute, _ items: [ServerRequest.Item] = []) -> Content {
    let purpose = page.purpose.map { [ServerRequest.Item("purpose", $0.rawValue)] } ?? []
    return .redirect(page.address(route, items + purpose))
  }

  /// The one thing of a country that words mean: an identifier, or the title of one thing alone.
  private func only(_ words: String, in country: String, _ desk: Desk) throws -> String? {
    if words.contains(":"), try isKnown(words, desk) { return words }
    let hits = try desk.search(words, in: country, limit: 10).hits
    let exact = Set(hits.filter { $0.match == "exact" }.map(\.id))
    return exact.count == 1 ? exact.first : hits.count == 1 ? hits.first?.id : nil
  }

  /// Whether a name means something, be it several things.
  private func isKnown(_ name: String, _ desk: Desk) throws -> Bool {
    do {
      _ = try desk.compare([name])
      return true
    } catch is UnknownName {
      return false
    }
  }

  // MARK: - What cannot be answered

  /// A name that means nothing, with names near it.
  func problem(_ error: UnknownName) -> Sheet {
    var sheet = problem(say(.unknownName, ["name": error.text]))
    guard !error.near.isEmpty else { return sheet }
    let names = error.near.map { say.siteLink($0, to: .meaning($0, for: error.text)) }
    sheet.sections = [.init(heading: say(.nearNames), blocks: [.list(names)])]
    return sheet
  }

  /// A question that cannot be asked so; why is known in English only.
  func problem(cannotAsk why: String) -> Sheet {
    var sheet = problem(say(.cannotAsk))
    sheet.sections = [.init(blocks: [.text(say.english(why))])]
    return sheet
  }

  func problem(_ title: String) -> Sheet { Sheet(titled: title, in: say) }
}
