/// A few frameworks and a law in the place of the bundled library, for tests that a correction of the
/// real data must not break.
enum SmallLibrary {
  /// The descriptors, by the names of their files.
  static let descriptors = [
    "eqf.yaml": """
    passerelle: 1
    framework: {id: eqf, kind: meta-framework, title: {en: EQF}, source: act}
    sources: {act: {title: An act}}
    levels: [\(levels(1...8))]
    """,
    "ie-nqf.yaml": """
    passerelle: 1
    framework:
      {id: ie-nqf, aliases: [NFQ], acronyms: [NQF], kind: qualifications-framework, title: {en: I}, source: act}
    sources: {act: {title: An act}}
    levels:
      - {code: "2", title: {en: Level 2}, uri: "http://data.europa.eu/snb/qdr/c_060f2f91", referencedTo: {to: "eqf:1"}}
      - {code: "3", title: {en: Level 3}, referencedTo: {to: "eqf:2"}}
    """,
    "lt-nqf.yaml": """
    passerelle: 1
    framework: {id: lt-nqf, kind: qualifications-framework, title: {en: L}, source: act}
    sources: {act: {title: An act}}
    levels: [{code: "1", title: {en: Level 1}, referencedTo: {to: "eqf:1"}}]
    """,
    "in-nsqf-2013.yaml": version("2013"),
    "in-nsqf-2023.yaml": version("2023"),
    "law.yaml": """
    passerelle: 1
    agreement: {id: a-law, kind: law, title: {en: A law}, from: [IE], to: [LT], mutual: true, date: 2005, source: act}
    sources: {act: {title: An act}}
    """,
  ]

  /// A framework of which there are several versions.
  private static func version(_ label: String) -> String {
    """
    passerelle: 1
    framework:
      {id: in-nsqf, kind: qualifications-framework, title: {en: N}, version: {label: "\(label)"}, source: act}
    sources: {act: {title: An act}}
    levels: [\(levels(1...8))]
    """
  }

  private static func levels(_ codes: ClosedRange<Int>) -> String {
    codes.map { "{code: \"\($0)\", title: {en: Level \($0)}}" }.joined(separator: ", ")
  }
}
