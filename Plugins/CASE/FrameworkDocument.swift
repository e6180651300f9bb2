import PasserelleKit

/// What a package says of itself: its `CFDocument`.
struct FrameworkDocument {
  let identifier: String
  let framework: Framework
  let document: Document
  /// The language of what names none of its own.
  let language: LanguageTag
  /// What has no field of its own.
  let rest: LocalizedText

  private static let read: Set = [
    "identifier", "uri", "title", "creator", "language", "statusStartDate", "statusEndDate",
    "licenseURI", "officialSourceURL", "lastChangeDateTime", "CFPackageURI",
  ]

  init(_ node: SourceNode) throws(Diagnostic) {
    identifier = try node.require("identifier").scalar()
    let title = try node.require("title").scalar()
    guard let name = FrameworkName(folding: title) ?? FrameworkName(folding: identifier),
      let unknown = LanguageTag("und")
    else {
      throw .error(
        FrameworkName.diagnosticID, at: node.position, "no name can be made from the title",
        hint: "it has no Latin letters or digits")
    }
    language = node.text(at: "language").flatMap(LanguageTag.init) ?? unknown
    var framework = Framework(
      name: name, kind: .competences,
      title: LocalizedText([LocalizedText.Entry(language, title)]))
    framework.authority = node.text(at: "creator")
    framework.uri = node.text(at: "uri")
    framework.validity = try node.span()
    let licence = node.text(at: "licenseURI", "title") ?? node.text(at: "licenseURI")
    framework.licence = licence
    self.framework = framework
    var document = Document(key: "document", title: title)
    document.publisher = framework.authority
    document.date = node.text(at: "lastChangeDateTime").flatMap { CalendarDate(register: $0) }
    document.url = node.text(at: "officialSourceURL")
    document.licence = licence
    self.document = document
    let others = node.children.filter { !Self.read.contains($0.name) && !$0.isEmpty }
    rest =
      others.isEmpty
      ? LocalizedText()
      : LocalizedText([
        LocalizedText.Entry(language, others.map(\.summary).joined(separator: "\n"))
      ])
  }
}

extension SourceNode {
  /// The span from `statusStartDate` to `statusEndDate`.
  func span() throws(Diagnostic) -> Validity {
    func date(_ name: String) throws(Diagnostic) -> CalendarDate? {
      guard let node = node(at: name) else { return nil }
      guard let date = CalendarDate(register: node.text.trimmed) else {
        throw .error(
          CalendarDate.diagnosticID, at: node.position,
          "'\(node.text.prefix(60).printable)' is not \(CalendarDate.expectation)",
          hint: CalendarDate.hint)
      }
      return date
    }
    let span = Validity(from: try date("statusStartDate"), to: try date("statusEndDate"))
    guard !span.isReversed else {
      throw .error(
        .badValidity, at: child("statusEndDate")?.position ?? position,
        "'statusEndDate' is before 'statusStartDate'")
    }
    return span
  }
}
