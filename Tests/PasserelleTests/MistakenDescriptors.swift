import Testing

/// A descriptor with one mistake, in both forms, and who can see it.
struct MistakenDescriptor: Sendable, CustomTestStringConvertible {
  /// What `check` calls the mistake.
  var id: String
  var yaml: String
  var xml: String
  /// Whether the JSON Schema can find it, and whether the XSD can.
  var isSeen: (json: Bool, xsd: Bool)

  var testDescription: String { "\(id): \(yaml)" }

  /// Exchanges a part of the sound descriptor, in YAML and in XML.
  init(
    _ id: String, _ yaml: (String, String), _ xml: (String, String), json: Bool = true,
    xsd: Bool = true
  ) {
    self.id = id
    self.yaml = Self.soundYAML.replacing(yaml.0, with: yaml.1)
    self.xml = Self.soundXML.replacing(xml.0, with: xml.1)
    isSeen = (json, xsd)
  }

  static let soundYAML = """
    passerelle: 1
    framework: {id: xx-nqf, kind: qualifications-framework, title: {en: X}, source: act}
    sources: {act: {title: Act}}
    levels:
      - {code: "1", title: {en: One}, referencedTo: {to: "eqf:1"}}
      - {code: "2", title: {en: Two}, notReferenced: {to: eqf}}
    qualifications:
      - {code: q, title: {en: Q}, level: "1"}
    procedures: [{purpose: work, decides: the employer}]
    notes: [{text: {en: a note}}]

    """

  static let soundXML = """
    <passerelle version="1">
      <framework id="xx-nqf" kind="qualifications-framework" source="act"><title xml:lang="en">X</title></framework>
      <sources><source id="act" title="Act"/></sources>
      <levels>
        <level code="1"><title xml:lang="en">One</title><referencedTo to="eqf:1"/></level>
        <level code="2"><title xml:lang="en">Two</title><notReferenced to="eqf"/></level>
      </levels>
      <qualifications><qualification code="q" level="1"><title xml:lang="en">Q</title></qualification></qualifications>
      <procedures><procedure purpose="work" decides="the employer"/></procedures>
      <notes><note><text xml:lang="en">a note</text></note></notes>
    </passerelle>
    """

  /// The mistakes, by what finds them.
  ///
  /// A schema sees the value of one place, and an XSD what is unique and what is declared as well. Neither
  /// knows the other frameworks, the calendar, or which of two dates is later.
  static let all: [MistakenDescriptor] = [
    .init("unknown-key", ("source: act}", "sorce: act}"), ("source=\"act\"", "sorce=\"act\"")),
    .init(
      "unknown-key", ("{code: q,", "{code: q, titel: {en: x},"),
      ("<qualification code=\"q\" level=\"1\">", "<qualification code=\"q\" level=\"1\"><titel/>")),
    .init("unknown-key", ("notes: [", "note: ["), ("notes>", "noten>")),
    .init(
      "unknown-key", ("{code: q,", "{code: q, valid: {form: 2020},"),
      ("<title xml:lang=\"en\">Q", "<valid form=\"2020\"/><title xml:lang=\"en\">Q")),
    .init("missing-key", ("id: xx-nqf, ", ""), ("id=\"xx-nqf\" ", "")),
    .init(
      "missing-key", ("kind: qualifications-framework, ", ""),
      ("kind=\"qualifications-framework\" ", "")),
    .init("missing-key", (", title: {en: One}", ""), ("<title xml:lang=\"en\">One</title>", "")),
    .init("missing-key", ("code: \"2\", ", ""), (" code=\"2\"", "")),
    .init("missing-key", ("{to: \"eqf:1\"}", "{source: act}"), ("to=\"eqf:1\"", "source=\"act\"")),
    .init("missing-key", ("{title: Act}", "{publisher: x}"), ("title=\"Act\"", "publisher=\"x\"")),
    // XSD has no word for "one or several".
    .init("missing-key", ("purpose: work, ", ""), (" purpose=\"work\"", ""), xsd: false),
    .init(
      "missing-key", ("{text: {en: a note}}", "{source: act}"),
      ("<note><text xml:lang=\"en\">a note</text></note>", "<note source=\"act\"/>")),
    .init("missing-key", ("passerelle: 1", "passerel: 1"), (" version=\"1\"", "")),
    .init("bad-version", ("passerelle: 1", "passerelle: 2"), ("version=\"1\"", "version=\"2\"")),
    .init("bad-framework-name", ("id: xx-nqf", "id: XX NQF"), ("\"xx-nqf\"", "\"XX NQF\"")),
    .init(
      "bad-kind", ("kind: qualifications-", "kind: qualification-"),
      ("kind=\"qualifications-", "kind=\"qualification-")),
    .init(
      "bad-country", ("id: xx-nqf", "id: xx-nqf, country: UK"), ("source=\"act\"", "country=\"UK\"")
    ),
    .init("bad-language", ("{en: One}", "{english: One}"), ("\"en\">One", "\"english\">One")),
    .init("missing-language", ("{en: One}", "One"), (" xml:lang=\"en\">One", ">One")),
    .init("bad-purpose", ("purpose: work", "purpose: wrok"), ("\"work\"", "\"wrok\"")),
    .init(
      "bad-origin", ("purpose: work", "purpose: work, origins: Kenya"),
      ("\"work\"", "\"work\" origins=\"Kenya\"")),
    .init(
      "bad-sector", ("id: xx-nqf", "id: xx-nqf, sector: trade"),
      ("source=\"act\"", "sector=\"trade\"")),
    .init(
      "bad-purpose", ("{to: eqf}", "{to: eqf, purpose: wrok}"),
      ("to=\"eqf\"", "to=\"eqf\" purpose=\"wrok\"")),
    .init(
      "bad-date", ("title: Act", "title: Act, date: 2024-13"),
      ("title=\"Act\"", "title=\"Act\" date=\"2024-13\"")),
    .init(
      "bad-date", ("title: Act", "title: Act, date: 2024-02-30"),
      ("title=\"Act\"", "title=\"Act\" date=\"2024-02-30\"")),
    // Whether a year is a leap year is beyond a pattern.
    .init(
      "bad-date", ("title: Act", "title: Act, date: 2023-02-29"),
      ("title=\"Act\"", "title=\"Act\" date=\"2023-02-29\""), json: false, xsd: false),
    .init(
      "bad-url", ("title: Act", "title: Act, url: www.act"),
      ("title=\"Act\"", "title=\"Act\" url=\"www.act\"")),
    .init(
      "bad-truth-value", ("title: Act", "title: Act, official: yes"),
      ("title=\"Act\"", "title=\"Act\" official=\"yes\"")),
    .init("bad-identifier", ("\"eqf:1\"", "\"EQF:1\""), ("\"eqf:1\"", "\"EQF:1\"")),
    .init("missing-level", ("\"eqf:1\"", "eqf"), ("\"eqf:1\"", "\"eqf\"")),
    .init(
      "bad-confidence", ("{to: eqf}", "{to: eqf, confidence: 2}"),
      ("to=\"eqf\"", "to=\"eqf\" confidence=\"2\"")),
    .init(
      "bad-workload", ("{code: q,", "{code: q, workload: long,"),
      ("code=\"q\"", "code=\"q\" workload=\"long\"")),
    .init("empty-value", ("title: Act", "title: ''"), ("title=\"Act\"", "title=\"\"")),
    .init(
      "unknown-source", ("source: act}", "source: atc}"), ("source=\"act\"", "source=\"atc\""),
      json: false),
    .init(
      "duplicate-code", ("code: \"2\"", "code: \"1\""), ("code=\"2\"", "code=\"1\""), json: false),
    .init(
      "unknown-code", ("level: \"1\"", "level: \"7\""), ("level=\"1\"", "level=\"7\""), json: false),
    .init(
      "unknown-code", ("\"eqf:1\"", "\"eqf:9\""), ("\"eqf:1\"", "\"eqf:9\""), json: false,
      xsd: false),
    .init(
      "unknown-framework", ("\"eqf:1\"", "\"eqq:1\""), ("\"eqf:1\"", "\"eqq:1\""), json: false,
      xsd: false),
    .init(
      "bad-validity", ("{code: q,", "{code: q, valid: {from: 2024, to: 2020},"),
      ("<title xml:lang=\"en\">Q", "<valid from=\"2024\" to=\"2020\"/><title xml:lang=\"en\">Q"),
      json: false, xsd: false),
  ]
}
