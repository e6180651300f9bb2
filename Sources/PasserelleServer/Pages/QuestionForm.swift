internal import PasserelleAnswers
internal import PasserelleModel

/// The one form of the site: words, a country to come from, a country to go to.
struct QuestionForm {
  let page: PageRequest
  let countries: CountryLists.Names

  private var say: Language { page.say }

  var lines: [String] {
    [
      "<form action=\"\(page.address(PageRoute.ask.path))\" method=\"get\" role=\"search\">",
      "<div class=\"wide\">",
      "<label for=\"q\">\(words(.search)) <span class=\"hint\" id=\"q-hint\">\(words(.searchHint))"
        + "</span></label>",
      "<input id=\"q\" name=\"q\" type=\"search\" maxlength=\"200\" autocomplete=\"off\" "
        + "value=\"\((page["q"] ?? page["id"] ?? shown ?? "").markupEscaped)\">",
      "</div>",
    ]
      + list("from", .from, chosen: page["from"] ?? (page["q"] == nil ? nil : page["in"]))
      + list("to", .to, chosen: page["to"] ?? (page["q"] == nil ? page["in"] : nil))
      + ["lang", "asOf", "purpose"].compactMap { name in
        page[name].map {
          "<input type=\"hidden\" name=\"\(name)\" value=\"\($0.markupEscaped)\">"
        }
      } + ["<button class=\"wide\">\(words(.lookUp))</button>", "</form>"]
  }

  private var shown: String? {
    if case .show(let name) = page.route { name } else { nil }
  }

  private func list(_ name: String, _ key: SiteKey, chosen: String?) -> [String] {
    [
      "<div>", "<label for=\"\(name)\">\(words(key))</label>",
      "<select id=\"\(name)\" name=\"\(name)\">", "<option value=\"\">\(words(.anyCountry))",
    ] + countries.options(chosen: chosen) + ["</select>", "</div>"]
  }

  private func words(_ key: SiteKey) -> String { say(key).html(in: .none) }
}

extension CountryLists.Names {
  /// The countries as the options of a list.
  func options(chosen: String?) -> [String] {
    let chosen = chosen?.uppercased()
    return map { country in
      let code = country.code.description
      return "<option value=\"\(code.markupEscaped)\"\(code == chosen ? " selected" : "")>"
        + country.name.markupEscaped
    }
  }
}
