import PasserelleModel

// Every field of every statement that the store takes.
extension FollowedStatement {
  static let all = [
    framework, mappings, agreement, document, concept, link, furtherName, note, procedure,
  ]

  /// The framework that the statements are about, and its documents.
  static let name = FrameworkName(series: "xx-nqf", version: "2020")

  static let head: [Statement] = [
    .framework(openFramework), .document(Document(key: "act", title: "The Act")),
    .document(Document(key: "decree", title: "The Decree")),
  ]

  private static var openFramework: Framework {
    var framework = Framework(name: name, kind: .qualificationsFramework, title: .english("X"))
    framework.source = "act"
    framework.isOpen = true
    return framework
  }

  // MARK: - What opens a publication

  static let framework = FollowedStatement(
    Statement.framework,
    Framework(name: FrameworkName(series: "x"), kind: .register, title: LocalizedText()), after: [],
    [
      .init("name", \.name, name, FrameworkName(series: "xx-nqf", version: "2030")),
      .init("kind", \.kind, .qualificationsFramework, .metaFramework),
      .init("title", \.title, text("a framework"), text("another framework")),
      .init("aliases", \.aliases, ["XNQ", "XNF"], ["XNQ"]),
      .init("acronyms", \.acronyms, ["NQF", "NF"], ["NQF"]),
      .init("countries", \.countries, countries("DE", "GB-SCT"), countries("DE", "IE")),
      .init("sectors", \.sectors, [.vocational, .school], [.vocational]),
      .init("authority", \.authority, "an authority", "another authority"),
      .init("authorityURL", \.authorityURL, "https://example.org/a", "https://example.org/b"),
      .init("validity", \.validity.from, day("2020-02-01"), day("2021-03")),
      .init("validity", \.validity.by, day("2022-06"), day("2023")),
      .init("validity", \.validity.to, day("2030"), day("2031-12-31")),
      .init("supersedes", \.supersedes, FrameworkName("xx-nqf@2010"), FrameworkName("xx-nqf@2011")),
      .init("uri", \.uri, "https://example.org/c", "https://example.org/d"),
      .init("licence", \.licence, "CC-BY-4.0", "CC0-1.0"),
      .init("source", \.source, "act", "decree"),
      .init("isOpen", \.isOpen, true, false),
    ])

  static let mappings = FollowedStatement(
    Statement.mappings, MappingSet(name: FrameworkName(series: "x"), title: LocalizedText()),
    after: [],
    [
      .init("name", \.name, FrameworkName(series: "xx-yy"), FrameworkName(series: "xx-zz")),
      .init("title", \.title, text("mappings"), text("other mappings")),
      .init("from", \.from, name, FrameworkName(series: "aa")),
      .init("to", \.to, FrameworkName(series: "yy"), FrameworkName(series: "zz")),
      .init("uri", \.uri, "https://example.org/m", "https://example.org/n"),
      .init("fromURI", \.fromURI, "https://example.org/o", "https://example.org/p"),
      .init("toURI", \.toURI, "https://example.org/q", "https://example.org/r"),
      .init("validity", \.validity.from, day("2020-02-01"), day("2021-03")),
      .init("validity", \.validity.by, day("2022-06"), day("2023")),
      .init("validity", \.validity.to, day("2030"), day("2031-12-31")),
      .init("licence", \.licence, "CC-BY-4.0", "CC0-1.0"),
      .init("source", \.source, "act", "decree"),
      .init("isOpen", \.isOpen, true, false),
    ])

  static let agreement = FollowedStatement(
    Statement.agreement,
    Agreement(name: FrameworkName(series: "x"), kind: .programme, title: LocalizedText()),
    after: [],
    [
      .init("name", \.name, FrameworkName(series: "xx-law"), FrameworkName(series: "xx-pact")),
      .init("kind", \.kind, .bilateral, .law),
      .init("title", \.title, text("an agreement"), text("another agreement")),
      .init("from", \.from, countries("DE", "FR"), countries("DE", "IE")),
      .init("to", \.to, countries("PL", "LT"), countries("PL", "LV")),
      .init("isMutual", \.isMutual, true, false),
      .init("parties", \.parties, ["Ministry A", "Ministry B"], ["Ministry A"]),
      .init("purposes", \.purposes, [.study, .work], [.study]),
      .init("date", \.date, day("2019-05-31"), day("2019-06")),
      .init("validity", \.validity.from, day("2020-02-01"), day("2021-03")),
      .init("validity", \.validity.by, day("2022-06"), day("2023")),
      .init("validity", \.validity.to, day("2030"), day("2031-12-31")),
      .init("isLasting", \.isLasting, true, false),
      .init("sectors", \.sectors, [.vocational, .higherEducation], [.vocational]),
      .init("educationFields", \.educationFields, [id("weld"), id("nurse")], [id("weld")]),
      .init("occupations", \.occupations, [id("welder"), id("joiner")], [id("welder")]),
      .init("exceptedFields", \.exceptedFields, [id("law"), id("art")], [id("law")]),
      .init(
        "exceptedOccupations", \.exceptedOccupations, [id("nurse"), id("judge")], [id("nurse")]),
      .init("covers", \.covers, text("cover"), text("another cover")),
      .init("conditions", \.conditions, text("terms"), text("other terms")),
      .init("licence", \.licence, "CC-BY-4.0", "CC0-1.0"),
      .init("source", \.source, "act", "decree"),
      .init("isVerified", \.isVerified, false, true),
    ])

  // MARK: - What belongs to one

  static let document = FollowedStatement(
    Statement.document, Document(key: "x", title: "x"), after: [head[0]],
    [
      .init("key", \.key, "report", "study"),
      .init("title", \.title, "a report", "another report"),
      .init("publisher", \.publisher, "a publisher", "another publisher"),
      .init("date", \.date, day("2019-05-31"), day("2019-06")),
      .init("url", \.url, "https://example.org/e", "https://example.org/f"),
      .init("licence", \.licence, "CC-BY-4.0", "CC0-1.0"),
      .init("isOfficial", \.isOfficial, true, false),
      .init("via", \.via, "a copy", "another copy"),
      .init("isVerified", \.isVerified, false, true),
    ])

  static let concept = FollowedStatement(
    Statement.concept, Concept(id: Identifier(name), kind: .field, title: LocalizedText()),
    after: head,
    [
      .init("id", \.id, id("one"), id("two")),
      .init("kind", \.kind, .qualification, .level),
      .init("tier", \.tier, "a tier", "another tier"),
      .init("title", \.title, text("a concept"), text("another concept")),
      .init("alternatives", \.alternatives, text("a name", "a nickname"), text("a name")),
      .init("uri", \.uri, "https://example.org/g", "https://example.org/h"),
      .init("status", \.status, "in force", "no longer awarded"),
      .init("validity", \.validity.from, day("2020-02-01"), day("2021-03")),
      .init("validity", \.validity.by, day("2022-06"), day("2023")),
      .init("validity", \.validity.to, day("2030"), day("2031-12-31")),
      .init("workloads", \.workloads, workloads("60 ects", "3 years"), workloads("60 ects")),
      .init("sectors", \.sectors, [.vocational, .school], [.vocational]),
      .init("source", \.source, "decree", "act"),
    ])

  static let link = FollowedStatement(
    Statement.link, Link(from: Identifier(name), .broader, to: Identifier(name)), after: head,
    [
      .init("from", \.from, id("one"), id("two")),
      .init("relation", \.relation, .declaredEquivalent, .precedent),
      .init("to", \.to, id("three"), id("four")),
      .init("fromURI", \.fromURI, "https://example.org/k", "https://example.org/l"),
      .init("toURI", \.toURI, "https://example.org/i", "https://example.org/j"),
      .init("source", \.source, "decree", "act"),
      .init("note", \.note, text("a remark"), text("another remark")),
      .init("isVerified", \.isVerified, false, true),
      .init("confidence", \.confidence, Confidence("0.50"), Confidence("0.5")),
      .init("validity", \.validity.from, day("2020-02-01"), day("2021-03")),
      .init("validity", \.validity.by, day("2022-06"), day("2023")),
      .init("validity", \.validity.to, day("2030"), day("2031-12-31")),
      .init("parties", \.parties, ["Ministry C", "Ministry D"], ["Ministry C"]),
      .init("purposes", \.purposes, [.work, .priorLearning], [.work, .regulated]),
      .init("conditions", \.conditions, ["within a year", "a fee"], ["within a year"]),
      .init("compensation", \.compensation, ["a test", "a course"], ["a test"]),
      .init("outcome", \.outcome, .partial, .refused),
      .init("date", \.date, day("2022-05-31"), day("2022-06")),
      .init("justification", \.justification, .lexicalMatching, .review),
      .init("authors", \.authors, ["Ada", "https://example.org/bo"], ["Ada"]),
      .init("tool", \.tool, "matcher", "another matcher"),
      .init("details", \.details, ["one: 1", "two: a, b"], ["one: 1"]),
    ])

  static let furtherName = FollowedStatement(
    Statement.name,
    Name(of: Identifier(FrameworkName(series: "x")), text: LocalizedText(), kind: .official),
    after: head,
    [
      .init("concept", \.concept, id("one"), id("two")),
      .init("text", \.text, text("a name"), text("another name")),
      .init("kind", \.kind, .former, .abbreviation),
      .init("validity", \.validity.from, day("2020-02-01"), day("2021-03")),
      .init("validity", \.validity.by, day("2022-06"), day("2023")),
      .init("validity", \.validity.to, day("2030"), day("2031-12-31")),
      .init("source", \.source, "decree", "act"),
      .init("isVerified", \.isVerified, false, true),
    ])

  static let note = FollowedStatement(
    Statement.note, Note(about: Identifier(FrameworkName(series: "x")), text: LocalizedText()),
    after: head,
    [
      .init("about", \.about, Identifier(name), id("one")),
      .init("text", \.text, text("a note"), text("another note")),
      .init("source", \.source, "decree", "act"),
      .init("isVerified", \.isVerified, false, true),
      .init("isBackground", \.isBackground, true, false),
    ])

  static let procedure = FollowedStatement(
    Statement.procedure, Procedure(for: .study), after: head,
    [
      .init("purpose", \.purpose, .work, .regulated),
      .init("title", \.title, text("a procedure"), text("another procedure")),
      .init("firstContacts", \.firstContacts, ["Desk A", "Desk B"], ["Desk A"]),
      .init("informationCentres", \.informationCentres, ["Centre A", "Centre B"], ["Centre A"]),
      .init("deciders", \.deciders, ["employer", "the school"], ["employer"]),
      .init("issuers", \.issuers, ["Agency A", "Agency B"], ["Agency A"]),
      .init("isBinding", \.isBinding, true, false),
      .init("legalBasis", \.legalBasis, ["the Act", "the Decree"], ["the Act"]),
      .init("laws", \.laws, laws("DE, aa-group: the: Law"), laws("DE: the: Law")),
      .init("origins", \.origins, origins("not aa-group", "KE"), origins("not aa-group")),
      .init("sectors", \.sectors, [.vocational, .higherEducation], [.vocational]),
      .init("educationFields", \.educationFields, [id("weld"), id("nurse")], [id("weld")]),
      .init("occupations", \.occupations, [id("welder"), id("joiner")], [id("welder")]),
      .init("exceptedFields", \.exceptedFields, [id("law"), id("art")], [id("law")]),
      .init(
        "exceptedOccupations", \.exceptedOccupations, [id("nurse"), id("judge")], [id("nurse")]),
      .init("covers", \.covers, text("cover"), text("another cover")),
      .init("url", \.url, "https://example.org/p", "https://example.org/q"),
      .init("note", \.note, text("a hint"), text("another hint")),
      .init("validity", \.validity.from, day("2020-02-01"), day("2021-03")),
      .init("validity", \.validity.by, day("2022-06"), day("2023")),
      .init("validity", \.validity.to, day("2030"), day("2031-12-31")),
      .init("source", \.source, "decree", "act"),
      .init("isVerified", \.isVerified, false, true),
    ])

  // MARK: - Values

  static func id(_ code: String) -> Identifier { Identifier(name, Code(code)) }

  private static func day(_ text: String) -> CalendarDate? { CalendarDate(text) }

  private static func countries(_ codes: String...) -> [CountryCode] {
    codes.compactMap { CountryCode($0) }
  }

  private static func laws(_ texts: String...) -> [Law] { texts.compactMap { Law($0) } }

  private static func origins(_ texts: String...) -> [TitleOrigin] {
    texts.compactMap { TitleOrigin($0) }
  }

  private static func workloads(_ texts: String...) -> [Workload] {
    texts.compactMap { Workload($0) }
  }

  /// English texts, and the first of them in Greek as well.
  private static func text(_ english: String...) -> LocalizedText {
    var text = LocalizedText(english.flatMap { LocalizedText.english($0).entries })
    guard let greek = LanguageTag("el"), let first = english.first else { return text }
    text.entries.append(LocalizedText.Entry(greek, "ελληνικά: \(first)"))
    return text
  }
}
