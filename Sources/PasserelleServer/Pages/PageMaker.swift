internal import PasserelleAnswers
internal import PasserelleGraph
internal import PasserelleModel

/// Makes the page that a request asks for.
struct PageMaker {
  /// What a page is made of.
  enum Content {
    /// A sheet in a language, which lasts under a permanent link.
    case sheet((Language) throws -> Sheet)
    /// A sheet that is not worth a link of its own, with its status.
    case passing(Sheet, status: Int)
    /// What to fill in for a statement of comparability.
    case form(StatementForm, status: Int)
    /// A person's statement, of which nothing is kept.
    case statement(Sheet)
    /// Another page.
    case redirect(String)
  }

  let page: PageRequest
  let library: LibraryState
  let countries: CountryLists

  var say: Language { page.say }

  /// The page, or why there is none.
  ///
  /// - Throws: `Problem`; errors of the store.
  func response() throws -> ServerResponse {
    do {
      return try response(content(at: library.desk(asOf: page.day)))
    } catch let error as UnknownName {
      return try response(.passing(problem(error), status: 404))
    } catch let error as UncoveredCountry {
      let text = say(.noFramework, ["country": error.name ?? error.code])
      return try response(.passing(problem(text), status: 404))
    } catch let error as QuestionError {
      return try response(.passing(problem(cannotAsk: error.description), status: 422))
    } catch let error as Diagnostic {
      return try response(.passing(problem(cannotAsk: error.summary), status: 422))
    }
  }

  private func response(_ content: Content) throws -> ServerResponse {
    switch content {
    case .redirect(let address):
      return ServerResponse(status: 303, headers: ["Location": address])
    case .passing(let sheet, let status):
      return try write(sheet, status: status)
    case .form(let form, let status):
      return try write(
        Sheet(titled: say(ComparabilityKey.title), nature: say(.statementAbout), in: say),
        status: status, lead: form.lines)
    case .statement(let sheet):
      return try write(
        sheet, status: 200, lead: ["<p class=\"nature\">\(say(.privacy).html(in: .none))</p>"])
    case .sheet(let make):
      let sheet = try make(say)
      // A seal is the same in all languages: it is that of the English sheet.
      let english = say.name == "en" ? sheet : try library.languages["en"].map(make) ?? sheet
      return try write(sheet, status: 200, seal: Seal(of: english, hash: library.hash))
    }
  }

  private func write(
    _ sheet: Sheet, status: Int, lead: [String] = [], seal: Seal? = nil
  ) throws -> ServerResponse {
    let frame = SiteFrame(
      page: page, library: library, countries: try countryNames, lead: lead, seal: seal,
      notice: seal.flatMap { Seal(in: page.request)?.difference(from: $0, on: sheet, in: say) })
    let html = SheetPage(sheet, in: frame.frame)
    return ServerResponse(
      status: status, headers: PageHeaders.page(withStyle: html.ownStyle),
      body: Array(TrialMark(say).pageOfSite(html.text).utf8))
  }

  var countryNames: CountryLists.Names {
    get throws { try countries.names(in: library, say) }
  }

  // MARK: - Content

  private func content(at desk: Desk) throws -> Content {
    switch page.route {
    case .home: return home
    case .ask: return try ask(desk)
    case .search: return try search(desk)
    case .compare: return try compare(desk)
    case .equivalents: return try equivalents(desk)
    case .explain: return try explain(desk)
    case .gap: return try gap(desk)
    case .diff: return try difference(desk)
    case .contradictions: return try contradictions(desk)
    case .statistics: return try statistics(desk)
    case .corridor: return try corridor(desk)
    case .frameworks: return try frameworks(desk)
    case .show(let name): return try show(name, desk)
    case .atlas: return try atlas(desk)
    case .statement: return try statement(desk)
    }
  }

  private func compare(_ desk: Desk) throws -> Content {
    let names = page.all("id")
    guard (1...8).contains(names.count) else { return .redirect(page.address(.home)) }
    return try reply(try desk.compare(names, for: page.purpose)) { answer in
      let ladders = try desk.ladders(beside: answer)
      let hasGap = try names.count == 2 && asksForCompetences(names, desk)
      return .sheet { answer.sheet(beside: ladders, hasGap: hasGap, in: $0) }
    }
  }

  private func equivalents(_ desk: Desk) throws -> Content {
    guard let name = page["id"], let place = page["in"] else {
      return .redirect(page.address(.home))
    }
    return try reply(try desk.equivalents(of: name, in: place, for: page.purpose)) { answer in
      let ladders = try desk.ladders(beside: answer)
      return .sheet { answer.sheet(beside: ladders, in: $0) }
    }
  }

  private func corridor(_ desk: Desk) throws -> Content {
    guard let from = page["from"], let to = page["to"] else {
      return .redirect(page.address(.home))
    }
    let answer = try desk.corridor(from: from, to: to)
    return .sheet { answer.sheet(in: $0) }
  }

  private func frameworks(_ desk: Desk) throws -> Content {
    let answer = try desk.frameworkList(in: page["in"])
    return .sheet { answer.sheet(in: $0) }
  }

  private func show(_ name: String, _ desk: Desk) throws -> Content {
    try reply(try desk.show(name)) { answer in
      let isFramework = answer.countries != nil && answer.agreement == nil
      let concepts = isFramework ? try desk.list(answer.id) : nil
      let old = isFramework ? try superseded(by: answer.id) : nil
      return .sheet { answer.sheet(with: concepts, superseding: old, in: $0) }
    }
  }

  private func search(_ desk: Desk) throws -> Content {
    guard let words = page["q"] else { return .redirect(page.address(.home)) }
    let answer =
      try page["in"].map { try desk.search(words, in: $0, limit: 50) }
      ?? desk.search(words, limit: 50)
    let isChoice = page["to"] != nil
    return .sheet { answer.sheet(for: words, isChoice: isChoice, in: $0) }
  }

  /// The answer, or what a name in the question may mean.
  func reply<Answer>(
    _ reply: Reply<Answer>, _ content: (Answer) throws -> Content
  ) throws -> Content {
    switch reply {
    case .answer(let answer): try content(answer)
    case .ambiguous(let answer): .passing(answer.sheet(in: say), status: 300)
    }
  }
}
