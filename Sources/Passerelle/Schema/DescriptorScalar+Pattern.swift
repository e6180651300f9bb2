internal import PasserelleModel

extension DescriptorScalar {
  /// The name of the type in a schema.
  var typeName: String {
    switch self {
    case .text: "text"
    case .code: "code"
    case .country: "country"
    case .date: "date"
    case .workload: "workload"
    case .confidence: "confidence"
    case .url: "web-address"
    case .flag: "truth"
    case .source: "source-name"
    case .framework: "framework-name"
    case .identifier: "identifier"
    case .concept: "concept-identifier"
    case .versionLabel: "version-label"
    case .formatVersion: "format-version"
    case .frameworkKind: "kind-of-framework"
    case .agreementKind: "kind-of-agreement"
    case .purpose: "purpose"
    case .origin: "origin-of-titles"
    case .sector: "sector"
    case .outcome: "outcome"
    case .relation: "relation"
    case .justification: "justification"
    case .nameKind: "kind-of-name"
    }
  }

  /// All that a schema has a type for.
  static let all: [DescriptorScalar] = [
    .text, .code, .country, .date, .workload, .confidence, .url, .flag, .source, .framework,
    .identifier, .concept, .versionLabel, .formatVersion, .frameworkKind, .agreementKind, .purpose,
    .origin, .sector, .outcome, .relation, .justification, .nameKind,
  ]

  /// What the text must look like, as a regular expression that both kinds of schema read.
  ///
  /// It is not anchored: XSD takes the whole text, JSON Schema is given the anchors.
  var pattern: String? {
    switch self {
    case .text, .source, .code: nil
    case .country: country
    case .date:
      "[0-9]{4}(-(0[1-9]|1[0-2])|-(0[13-9]|1[0-2])-30|-(0[13578]|1[02])-31|-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]))?"
    case .workload:
      "[0-9]*\\.?[0-9]+(-[0-9]*\\.?[0-9]+)? (\(Workload.Unit.allCases.map(\.rawValue).joined(separator: "|")))"
    case .confidence: "0|1|0?\\.[0-9]+|0\\.|1\\.0*"
    case .url: "https?://.*"
    case .framework: "\(series)(@\(version))?"
    case .identifier: "\(series)(@\(version))?(:.+)?"
    case .concept: "\(series)(@\(version))?:.+"
    case .origin: "all|(not )?(\(country)|\(series)(@\(version))?)"
    case .versionLabel: version
    case .flag, .formatVersion, .frameworkKind, .agreementKind, .purpose, .sector, .outcome,
      .relation, .justification, .nameKind:
      nil
    }
  }

  private var series: String { "[a-z0-9][a-z0-9-]{0,63}" }
  private var version: String { "[!-9;-~]{1,64}" }
  private var country: String {
    let (codes, trials) = (CountryCode.assigned.sorted(), CountryCode.trial.sorted())
    return "(\(codes.joined(separator: "|")))(-[A-Z0-9]{1,3})?|\(trials.joined(separator: "|"))"
  }

  /// The words that are allowed, with what each means.
  var words: [(word: String, meaning: String)] {
    switch self {
    case .flag: [("true", "Yes."), ("false", "No.")]
    case .formatVersion: [("1", "The version of this format.")]
    case .frameworkKind: FrameworkKind.ofFrameworks.map { ($0.rawValue, $0.meaning) }
    case .agreementKind: AgreementKind.allCases.map { ($0.rawValue, $0.meaning) }
    case .purpose: Purpose.allCases.map { ($0.rawValue, $0.meaning) }
    case .sector: Sector.allCases.map { ($0.rawValue, $0.meaning) }
    case .outcome: Outcome.allCases.map { ($0.rawValue, $0.meaning) }
    case .relation: Relation.allCases.map { ($0.rawValue, $0.meaning) }
    case .justification: Justification.allCases.map { ($0.rawValue, $0.meaning) }
    case .nameKind: NameKind.allCases.map { ($0.rawValue, $0.meaning) }
    default: []
    }
  }

  /// What a person is told who writes something else.
  var expectation: String {
    switch self {
    case .text: "A text."
    case .source: "The name of a source, as written under 'sources'."
    case .code: Code.hint.sentence
    case .country: CountryCode.hint.sentence
    case .date: CalendarDate.hint.sentence
    case .workload: Workload.hint.sentence
    case .confidence: Confidence.hint.sentence
    case .url: "A web address: it starts with 'https://' or 'http://'."
    case .framework: FrameworkName.hint.sentence
    case .identifier, .concept: Identifier.hint.sentence
    case .versionLabel: "Letters and digits without spaces, such as a year."
    case .flag: "'true' or 'false'."
    case .formatVersion: "The version of this format."
    case .frameworkKind: FrameworkKind.hint.sentence
    case .agreementKind: AgreementKind.hint.sentence
    case .purpose: Purpose.hint.sentence
    case .origin: TitleOrigin.hint.sentence
    case .sector: Sector.hint.sentence
    case .outcome: Outcome.hint.sentence
    case .relation: "A relation, such as 'exactMatch'."
    case .justification: "A justification, such as 'lexical-matching'."
    case .nameKind: NameKind.hint.sentence
    }
  }
}

extension String {
  /// The words of a hint as a sentence of their own.
  fileprivate var sentence: String { prefix(1).uppercased() + dropFirst() + "." }
}
