import PasserelleKit

/// One of the two registers, told by the letters before the number of a record.
enum Repertoire: String, CaseIterable {
  case rncp = "RNCP"
  case rs = "RS"

  /// The register that a record belongs to: `RNCP34762`, `RS5000`.
  init?(number: String) {
    let letters = number.prefix { $0.isLetter }
    guard letters.count < number.count else { return nil }
    self.init(rawValue: letters.uppercased())
  }

  /// Its name here.
  var name: FrameworkName { FrameworkName(series: "fr-\(rawValue.lowercased())") }

  /// Names a record of either register.
  static func identifier(_ number: String) -> Identifier? {
    guard let register = Repertoire(number: number), let code = Code(number) else { return nil }
    return Identifier(register.name, code)
  }

  /// Opens the register.
  func open(
    restingOn documents: [Document], at position: SourcePosition, into graph: GraphWriter
  ) throws(Diagnostic) -> Register {
    var framework = Framework(name: name, kind: .register, title: .french(title))
    framework.aliases = [rawValue]
    framework.countries = ["FR"].compactMap { CountryCode($0) }
    framework.authority = "France compétences"
    framework.authorityURL = "https://www.francecompetences.fr"
    return try Register(framework, restingOn: documents, at: position, into: graph)
  }

  /// What the records rest on, where no head says so: the register, as this file has it.
  static func document(of part: SourcePart) -> Document {
    var document = Document(key: "register", title: "RNCP et répertoire spécifique")
    document.publisher = "France compétences"
    document.via = "the file \(part.name)"
    return document
  }

  private var title: String {
    switch self {
    case .rncp: "Répertoire national des certifications professionnelles"
    case .rs: "Répertoire spécifique"
    }
  }
}

extension LocalizedText {
  /// Returns a text in French.
  static func french(_ text: String) -> LocalizedText {
    LanguageTag("fr").map { LocalizedText([Entry($0, text)]) } ?? LocalizedText()
  }
}
