import PasserelleKit

/// What a package says of itself: its `CFDocument`.
struct FrameworkDocument {
  let identifier: String
  let framework: Framework
  let document: Document
  /// The language of what names none of its own.
  let language: LanguageTag
  /// What has no field of its own.
  let rest: Fields

  private static let read: Set = [
    "uri", "title", "creator", "statusStartDate", "statusEndDate",
  ]

  init(_ node: SourceNode) throws(Diagnostic) {
    identifier = try node.require("identifier").scalar()
    let title = try node.require("title").scalar()
    guard let name = Self.name(title, identifier), let unknown = LanguageTag("und") else {
      throw .error(
        FrameworkName.diagnosticID, at: node.position,
        "no name can be made from the title and the identifier",
        hint: "they have no Latin letters or digits")
    }
    let stated = node.text(at: "language").flatMap(LanguageTag.init)
    language = stated ?? unknown
    var framework = Framework(
      name: name, kind: .competences,
      title: LocalizedText([LocalizedText.Entry(language, title)]))
    // Others may have the same title: whoever asks for it is then asked which is meant.
    if let short = FrameworkName(folding: title), short != name {
      framework.acronyms = [short.series]
    }
    framework.authority = node.text(at: "creator")
    framework.uri = node.text(at: "uri")
    framework.validity = try node.statusSpan()
    let licence = node.text(at: "licenseURI", "title") ?? node.text(at: "licenseURI")
    framework.licence = licence
    self.framework = framework
    var document = Document(key: "document", title: title)
    document.publisher = framework.authority
    document.date = node.text(at: "lastChangeDateTime").flatMap { CalendarDate(register: $0) }
    document.url = node.text(at: "officialSourceURL")
    document.licence = licence
    self.document = document
    rest = Fields(node, except: Self.read.union(stated == nil ? [] : ["language"]), in: language)
  }

  /// The name of a framework: its title, for people, and its identifier, since many have one title.
  private static func name(_ title: String, _ identifier: String) -> FrameworkName? {
    // An identifier that is an address differs from others at its end.
    let address = identifier.firstRange(of: "://").map { identifier[$0.upperBound...] }
    let end = (address ?? identifier[...]).suffix(60)
    guard let own = FrameworkName(folding: String(end)) else {
      return FrameworkName(folding: title)
    }
    let words = FrameworkName(folding: title)?.series.split(separator: "-") ?? []
    var room = 64 - own.series.utf8.count
    let kept = words.prefix { word in
      room -= word.utf8.count + 1
      return room >= 0
    }
    return FrameworkName((kept + [own.series[...]]).joined(separator: "-"))
  }
}

extension SourceNode {
  /// The span from `statusStartDate` to `statusEndDate`.
  func statusSpan() throws(Diagnostic) -> Validity {
    try span("statusStartDate", "statusEndDate")
  }
}
