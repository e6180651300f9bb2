internal import PasserelleAnswers
internal import PasserelleModel

/// What stands around every page of the site: where to ask, where to go, and how the page is kept.
struct SiteFrame {
  let page: PageRequest
  let library: LibraryState
  let countries: CountryLists.Names
  /// What comes before the first section of the page.
  let lead: [String]
  /// What a permanent link remembers; `nil` if the page is not worth one.
  let seal: Seal?
  /// What the reader has to know before the page: that it is not what a link was made from.
  let notice: [String]?

  private var say: Language { page.say }

  var frame: PageFrame {
    PageFrame(
      stylesheet: page.address("/" + StyleSheet.sheet(isRightToLeft: say.isRightToLeft).name),
      top: top + warning, lead: (page.route == .home ? form : []) + lead, bottom: bottom,
      isUnfolded: page.isPrint, address: address)
  }

  private var top: [String] {
    guard !page.isPrint else { return [] }
    return [
      "<a class=\"skip\" href=\"#content\">\(words(.skip))</a>", "<header class=\"site\">",
      "<div class=\"bar\">", "<p class=\"name\"><a href=\"\(link(.home))\">Passerelle</a></p>",
      "<nav aria-label=\"\(words(.pages))\"><ul>",
    ]
      + places.map { route, name in
        "<li><a href=\"\(link(route))\"\(current(route))>\(name.markupEscaped)</a>"
      }
      + ["</ul></nav>", "</div>"] + (page.route == .home ? [] : form) + languages + ["</header>"]
  }

  private var form: [String] { QuestionForm(page: page, countries: countries).lines }

  private var places: [(PageRoute, String)] {
    [
      (.frameworks, say(.frameworks)), (.atlas, say(.atlas)),
      (.statement, say(ComparabilityKey.title)),
    ]
  }

  private func current(_ route: PageRoute) -> String {
    route == page.route ? " aria-current=\"page\"" : ""
  }

  /// The page in other languages, each named in itself.
  private var languages: [String] {
    let links = library.languages.names.compactMap { name -> String? in
      guard let own = library.languages[name]?.message("language")?.markupEscaped else {
        return nil
      }
      guard name != say.name else { return "<li><span aria-current=\"true\">\(own)</span>" }
      let item = ServerRequest.Item("lang", name)
      let address =
        page.request.method == "GET"
        ? page.address(with: [item]) : page.address(page.route, [item])
      return
        "<li><a href=\"\(address.markupEscaped)\" lang=\"\(name)\" hreflang=\"\(name)\">\(own)</a>"
    }
    return ["<nav aria-label=\"\(words(.otherLanguages))\"><ul>"] + links + ["</ul></nav>"]
  }

  private var warning: [String] {
    guard let notice else { return [] }
    return ["<aside class=\"notice\" aria-label=\"\(words(.permanent))\">"]
      + notice.map { "<p>\($0.html(in: .none))</p>" } + ["</aside>"]
  }

  // MARK: - Below

  private var bottom: [String] {
    let day = say.date(page.day ?? library.today)
    let state = say(.state, ["day": day, "hash": String(library.hash.prefix(16))])
    return ["<footer class=\"site\">"] + forms + ["<p>\(state.html(in: .none))</p>", "</footer>"]
  }

  /// The answer in other forms, and the link that lasts.
  private var forms: [String] {
    guard let seal, page.request.method == "GET" else { return [] }
    let day = ServerRequest.Item("asOf", (page.day ?? library.today).description)
    let permanent = page.address(
      with: [.init("lang", say.name), day] + seal.items, without: PageRequest.ofLink)
    let print = page.address(with: [.init("view", "print")], without: ["graph", "parts"])
    let forms =
      (page.isPrint ? [] : [(words(.print), print)]) + DataLinks(page: page).all(in: say)
      + [(words(.permanent), permanent)]
    return ["<nav aria-label=\"\(words(.forms))\"><ul>"]
      + forms.map { "<li><a href=\"\($1.markupEscaped)\">\($0)</a>" } + ["</ul></nav>"]
      + ["<p class=\"address\">\(page.absolute(permanent).markupEscaped)</p>"]
  }

  // MARK: - Links

  private func words(_ key: SiteKey) -> String { say(key).unmarked.markupEscaped }

  private func link(_ route: PageRoute) -> String { page.address(route).markupEscaped }

  /// Where a part of a sheet leads.
  private var address: @Sendable (PageLink) -> String? {
    { [page] link in
      switch link {
      case .show(let name): page.address(.show(name))
      case .correspondents(let name):
        page["to"].map { page.address(.equivalents, [.init("id", name), .init("in", $0)]) }
          ?? page.address(.show(name))
      case .comparison(let one, let other):
        page.address(.compare, [.init("id", one), .init("id", other)])
      case .explanation(let one, let other):
        page.address(.explain, [.init("from", one), .init("to", other)])
      case .gap(let one, let other):
        page.address(.gap, [.init("from", one), .init("to", other)])
      case .difference(let old, let new):
        page.address(.diff, [.init("from", old), .init("to", new)])
      case .contradictions: page.address(.contradictions)
      case .statistics: page.address(.statistics)
      case .meaning(let name, let text):
        if case .show = page.route {
          page.address(.show(name))
        } else {
          page.address(naming: name, for: text)
        }
      case .purpose(let purpose):
        page.address(with: [.init("purpose", purpose)], without: PageRequest.ofLink)
      case .corridor(let from, let to):
        page.address(.corridor, [.init("from", from), .init("to", to)])
      case .atlas(let name): page.address(.atlas, [.init("of", name)])
      }
    }
  }
}
