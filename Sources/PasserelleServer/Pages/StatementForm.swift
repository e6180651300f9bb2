internal import PasserelleAnswers
internal import PasserelleModel

/// What to fill in for a statement of comparability: about a type of qualification, or about one
/// person's certificate.
struct StatementForm {
  let page: PageRequest
  let countries: CountryLists.Names
  /// What does not do in what was filled in.
  var problems: [String] = []

  private var say: Language { page.say }

  var lines: [String] {
    let warning =
      problems.isEmpty
      ? []
      : [
        "<p class=\"notice\" role=\"alert\">"
          + say(.checkFields, ["fields": problems.joined(separator: "; ")]).html(in: .none) + "</p>"
      ]
    return warning
      + part("type", .ofType, method: "get", note: nil, qualification)
      + part("person", .ofPerson, method: "post", note: .privacy, certificate)
  }

  private func part(
    _ id: String, _ title: SiteKey, method: String, note: SiteKey?, _ fields: [String]
  ) -> [String] {
    [
      "<section class=\"part\" aria-labelledby=\"\(id)\">", "<h2 id=\"\(id)\">\(words(title))</h2>",
    ] + (note.map { ["<p>\(words($0))</p>"] } ?? [])
      + ["<form action=\"\(page.address(PageRoute.statement.path))\" method=\"\(method)\">"]
      + fields
      + ["lang", "asOf"].compactMap { name in
        page[name].map {
          "<input type=\"hidden\" name=\"\(name)\" value=\"\($0.markupEscaped)\">"
        }
      } + ["<button class=\"wide\">\(words(.makeStatement))</button>", "</form>", "</section>"]
  }

  private var qualification: [String] {
    input("id", say(.search), hint: say(.searchHint), of: "type", isRequired: true)
      + ends(of: "type")
  }

  private var certificate: [String] {
    input("title", say(.certificateTitle), of: "person", isRequired: true)
      + list(
        "country", say(.certificateCountry), of: "person",
        countries.options(chosen: page["country"]))
      + input("date", say(.certificateDate), hint: say(.certificateDateHint), of: "person")
      + input("body", say(.certificateBody), of: "person")
      + list(
        "document", say(.certificateDocument), of: "person",
        DocumentState.allCases.map { option($0.rawValue, say($0.words), page["document"]) },
        isRequired: false)
      + input("workload", say(.workload), of: "person")
      + input("sought", say(.compareWith), of: "person")
      + input("case", say(ComparabilityKey.caseReference), hint: say(.caseHint), of: "person")
      + ends(of: "person")
  }

  /// Where it is to be used, and what for.
  private func ends(of form: String) -> [String] {
    list("for", say(ComparabilityKey.destination), of: form, countries.options(chosen: page["for"]))
      + list(
        "purpose", say(ComparabilityKey.purpose), of: form,
        Terms.purposes.map { option($0.rawValue, say($0), page["purpose"]) })
  }

  // MARK: - Fields

  private func input(
    _ name: String, _ label: String, hint: String? = nil, of form: String, isRequired: Bool = false
  ) -> [String] {
    let id = "\(form)-\(name)"
    return [
      "<div>", self.label(id, label, hint: hint, isRequired: isRequired),
      "<input id=\"\(id)\" name=\"\(name)\" maxlength=\"300\" autocomplete=\"off\" "
        + "value=\"\((page[name] ?? "").markupEscaped)\"\(isRequired ? " required" : "")>",
      "</div>",
    ]
  }

  private func list(
    _ name: String, _ label: String, of form: String, _ options: [String], isRequired: Bool = true
  ) -> [String] {
    let id = "\(form)-\(name)"
    return [
      "<div>", self.label(id, label, isRequired: isRequired),
      "<select id=\"\(id)\" name=\"\(name)\"\(isRequired ? " required" : "")>",
      "<option value=\"\">–",
    ] + options + ["</select>", "</div>"]
  }

  private func label(
    _ id: String, _ text: String, hint: String? = nil, isRequired: Bool
  ) -> String {
    let hints = [isRequired ? nil : say(.optional), hint].compactMap(\.self)
      .map { "<span class=\"hint\">\($0.html(in: .none))</span>" }
    return "<label for=\"\(id)\">\(text.html(in: .none))\(hints.joined())</label>"
  }

  private func option(_ value: String, _ text: String, _ chosen: String?) -> String {
    "<option value=\"\(value)\"\(value == chosen ? " selected" : "")>\(text.unmarked.markupEscaped)"
  }

  private func words(_ key: SiteKey) -> String { say(key).html(in: .none) }
}

extension DocumentState {
  /// The words for the state of a document.
  fileprivate var words: ComparabilityKey {
    switch self {
    case .original: .documentOriginal
    case .copy: .documentCopy
    case .missing: .documentMissing
    }
  }
}
