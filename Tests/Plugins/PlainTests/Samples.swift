import PasserelleKit

/// Descriptors for the tests: one that says everything, in both forms, and many with one mistake.
enum Samples {
  static let yaml = """
    passerelle: 1
    framework:
      id: xx-nqf
      aliases: [XNQ, "the frame"]
      acronyms: [NQF]
      kind: qualifications-framework
      country: [GB-ENG, GB-NIR]
      title: {en: "Frame & levels", el: Πλαίσιο}
      authority: {name: The Authority, url: "https://example.org"}
      version: {label: "2020", from: 2020-02, to: 2030}
      supersedes: xx-nqf@2010
      uri: http://example.org/x
      licence: CC-BY-4.0
      source: law
    sources:
      law: {title: The Act, publisher: Parliament, date: 2020-02-01, url: "https://example.org/act",
            licence: free, official: true, via: a copy}
      memory: {title: recalled, verified: false}
    levels:
      - code: Entry level
        title: {en: Entry, de: Einstieg}
        belowScale: {to: eqf, note: {en: "says \\"none\\""}}
        noneAgreed: {to: aqrf, source: memory}
      - code: 4+
        title: {en: Four plus}
        uri: http://example.org/4
        source: memory
        referencedTo:
          - {to: eqf:4, verified: false}
          - {to: eqf:5, source: memory}
        comparedTo: {to: aqrf:4}
        notReferenced: {to: qf}
        notUsable: {to: yy-nqf:4}
        broadMatch: {to: "isced-2011:3"}
        supersedes: {to: xx-nqf@2010:IV}
        notes:
          - {text: {en: careful, fr: attention}, verified: false}
    qualifications:
      - code: master
        title: {en: Master, de: Meister}
        alternatives: {en: [Master craftsman, Maestro], de: [Altmeister]}
        level: 4+
        declaredEquivalent:
          to: yy-nqf:master
          parties: [XX, YY]
          purpose: [work]
          valid: {from: 2021, to: 2025-06-30}
    procedures:
      - purpose: study
        title: {en: Nostrification}
        informationCentres: [The Centre, The Other Centre]
        decides: [the school]
        binding: false
        legalBasis: [The Act]
        laws: [{title: The Directive, origins: [yy-group, YE]}]
        origins: not yy-group
        sector: [school, vocational]
        occupations: [yy-jobs:7, yy-jobs:8]
        firstContacts: [The Door]
        note: {en: takes long, de: dauert}
      - {purpose: prior-learning, decides: the board, source: memory, verified: false}
    links:
      - comparedTo: {to: aqrf}
      - notUsable: {to: zz-nqf}
    notes:
      - {text: {en: about all}, source: memory}
      - {text: {en: the law}, background: true}
    """

  static let xml = """
    <?xml version="1.0"?>
    <passerelle version="1">
      <framework id="xx-nqf" kind="qualifications-framework" supersedes="xx-nqf@2010" source="law"
                 uri="http://example.org/x" licence="CC-BY-4.0">
        <alias>XNQ</alias>
        <alias>the frame</alias>
        <acronym>NQF</acronym>
        <country>GB-ENG</country>
        <country>GB-NIR</country>
        <title xml:lang="en">Frame &amp; levels</title>
        <title xml:lang="el">Πλαίσιο</title>
        <authority name="The Authority" url="https://example.org"/>
        <version label="2020" from="2020-02" to="2030"/>
      </framework>
      <sources>
        <source id="law" publisher="Parliament" date="2020-02-01" url="https://example.org/act"
                licence="free" official="true">
          <title>The Act</title>
          <via>a copy</via>
        </source>
        <source id="memory" title="recalled" verified="false"/>
      </sources>
      <levels>
        <level code="Entry level">
          <title xml:lang="en">Entry</title>
          <title xml:lang="de">Einstieg</title>
          <belowScale to="eqf"><note xml:lang="en">says "none"</note></belowScale>
          <noneAgreed to="aqrf" source="memory"/>
        </level>
        <level code="4+" uri="http://example.org/4" source="memory">
          <title xml:lang="en">Four plus</title>
          <referencedTo to="eqf:4" verified="false"/>
          <referencedTo to="eqf:5" source="memory"/>
          <comparedTo to="aqrf:4"/>
          <notReferenced to="qf"/>
          <notUsable to="yy-nqf:4"/>
          <broadMatch to="isced-2011:3"/>
          <supersedes to="xx-nqf@2010:IV"/>
          <notes>
            <note verified="false">
              <text xml:lang="en">careful</text>
              <text xml:lang="fr">attention</text>
            </note>
          </notes>
        </level>
      </levels>
      <qualifications>
        <qualification code="master" level="4+">
          <title xml:lang="en">Master</title>
          <title xml:lang="de">Meister</title>
          <alternative xml:lang="en">Master craftsman</alternative>
          <alternative xml:lang="en">Maestro</alternative>
          <alternative xml:lang="de">Altmeister</alternative>
          <declaredEquivalent to="yy-nqf:master">
            <party>XX</party>
            <party>YY</party>
            <purpose>work</purpose>
            <valid from="2021" to="2025-06-30"/>
          </declaredEquivalent>
        </qualification>
      </qualifications>
      <procedures>
        <procedure purpose="study" binding="false">
          <title xml:lang="en">Nostrification</title>
          <informationCentre>The Centre</informationCentre>
          <informationCentre>The Other Centre</informationCentre>
          <decides>the school</decides>
          <legalBasis>The Act</legalBasis>
          <laws><law title="The Directive" origins="yy-group"><origins>YE</origins></law></laws>
          <origins>not yy-group</origins>
          <sector>school</sector>
          <sector>vocational</sector>
          <occupation>yy-jobs:7</occupation>
          <occupation>yy-jobs:8</occupation>
          <firstContact>The Door</firstContact>
          <note xml:lang="en">takes long</note>
          <note xml:lang="de">dauert</note>
        </procedure>
        <procedure purpose="prior-learning" source="memory" verified="false">
          <decides>the board</decides>
        </procedure>
      </procedures>
      <links>
        <comparedTo to="aqrf"/>
        <notUsable to="zz-nqf"/>
      </links>
      <notes>
        <note source="memory"><text xml:lang="en">about all</text></note>
        <note background="true"><text xml:lang="en">the law</text></note>
      </notes>
    </passerelle>
    """

  /// The least that a descriptor must say, with one source.
  static let head = """
    passerelle: 1
    framework:
      id: xx-nqf
      kind: qualifications-framework
      title: {en: x}
    sources: {act: {title: x}}

    """

  /// A descriptor with one mistake, at the marker, and the name of the mistake.
  static let mistakes: [(String, Diagnostic.ID)] = [
    ("1️⃣framework: {id: x, kind: meta-framework, title: {en: X}}", "missing-key"),
    ("passerelle: 1️⃣2", "bad-version"),
    ("passerelle: 1\nframework: 1️⃣x", "wrong-type"),
    ("1️⃣[a, b]", "not-a-descriptor"),
    ("1️⃣passerelle: 1", "missing-key"),
    (framework("id: 1️⃣XX NQF"), "bad-framework-name"),
    (framework("id: xx\n  kind: 1️⃣framework"), "bad-kind"),
    (framework("id: xx\n  country: 1️⃣UK"), "bad-country"),
    (framework("id: xx\n  country: [IE, 1️⃣Ireland]"), "bad-country"),
    (framework("id: xx\n  version: {label: a, from: 1️⃣2024-02-30}"), "bad-date"),
    (framework("id: xx\n  version: {label: a, from: 2024, to: 1️⃣2020}"), "bad-validity"),
    (framework("id: xx\n  version: {label: 1️⃣a b}"), "bad-version-label"),
    (framework("id: xx\n  supersedes: 1️⃣X"), "bad-framework-name"),
    (framework("id: xx\n  authority: 1️⃣{url: 'https://x.org'}"), "missing-key"),
    (framework("id: xx\n  1️⃣naem: y"), "unknown-key"),
    (framework("id: 1️⃣''"), "empty-value"),
    ("passerelle: 1\nframework:\n  id: x\n  kind: meta-framework\n  title: 1️⃣x", "missing-language"),
    (
      "passerelle: 1\nframework:\n  id: x\n  kind: meta-framework\n  title: {1️⃣english: x}",
      "bad-language"
    ),
    (head.replacing("{act: {title: x}}", with: "1️⃣[act]"), "wrong-type"),
    (head.replacing("{title: x}", with: "1️⃣{publisher: x}"), "missing-key"),
    (head.replacing("{title: x}", with: "{title: x, url: 1️⃣www.example.org}"), "bad-url"),
    (head.replacing("{title: x}", with: "{title: x, official: 1️⃣yes}"), "bad-truth-value"),
    (head.replacing("{title: x}", with: "{title: x, date: 1️⃣yesterday}"), "bad-date"),
    (level("code: 1️⃣\"\\u200B1\""), "bad-code"),
    (level("code: a, source: 1️⃣atc"), "unknown-source"),
    (level("code: a, referencedTo: {to: 1️⃣eqf}"), "missing-level"),
    (level("code: a, referencedTo: {to: 1️⃣EQF:1}"), "bad-identifier"),
    (level("code: a, referencedTo: 1️⃣eqf:1"), "wrong-type"),
    (level("code: a, referencedTo: 1️⃣{source: act}"), "missing-key"),
    (level("code: a, referencedTo: {to: eqf:1, verified: 1️⃣maybe}"), "bad-truth-value"),
    (level("code: a, declaredEquivalent: {to: yy:1, purpose: 1️⃣wrok}"), "bad-purpose"),
    (level("code: a, declaredEquivalent: {to: yy:1, purpose: [work, 1️⃣wrok]}"), "bad-purpose"),
    (level("code: a, notes: [1️⃣{source: act}]"), "missing-key"),
    (head + "levels: 1️⃣{a: b}", "wrong-type"),
    (
      head.replacing("sources: {act: {title: x}}", with: "")
        + "levels:\n  - 1️⃣{code: a, title: {en: A}}", "missing-source"
    ),
    (head + "1️⃣framework: {}", "duplicate-key"),
    ("passerelle: 1️⃣!!python/name:os x", "tag"),
    (
      "a: &a [x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a,*a]\n"
        + "c: [*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,*b,1️⃣*b]",
      "alias-bomb"
    ),
    ("passerelle: 1️⃣*nothing", "unknown-alias"),
    ("passerelle: 1\n1️⃣<<: {a: b}", "merge-key"),
    ("passerelle: 1\n1️⃣---\npasserelle: 1", "several-documents"),
    ("passerelle: 1\n? 1️⃣[a]\n: b", "complex-key"),
    ("passerelle: 1\nframework: {id: x\n1️⃣", "yaml"),
  ]

  static let xmlMistakes: [(String, Diagnostic.ID)] = [
    ("1️⃣<!DOCTYPE passerelle><passerelle version='1'/>", "doctype"),
    ("1️⃣<framework/>", "not-a-descriptor"),
    ("<passerelle 1️⃣version='0'/>", "bad-version"),
    (
      "<passerelle version='1'>\n  1️⃣<framework kind='meta-framework'><title xml:lang='en'>T</title></framework>"
        + "\n</passerelle>",
      "missing-key"
    ),
    (
      "<passerelle version='1'><framework id='x' kind='meta-framework'>1️⃣<title>T</title></framework>"
        + "</passerelle>", "missing-language"
    ),
    (
      "<passerelle version='1'><framework id='x' kind='meta-framework'><title 1️⃣xml:lang='x'>T</title>"
        + "</framework></passerelle>", "bad-language"
    ),
    (
      "<passerelle version='1'><framework id='x' kind='meta-framework' 1️⃣contry='IE'>"
        + "<title xml:lang='en'>T</title></framework></passerelle>", "unknown-key"
    ),
    (
      "<passerelle version='1'><framework id='x' kind='meta-framework' 1️⃣country='ie'>"
        + "<title xml:lang='en'>T</title></framework></passerelle>", "bad-country"
    ),
  ]

  private static func framework(_ lines: String) -> String {
    let kind = lines.contains("kind:") ? "" : "\n  kind: meta-framework"
    return "passerelle: 1\nframework:\n  title: {en: x}\(kind)\n  \(lines)\n"
  }

  private static func level(_ fields: String) -> String {
    head + "levels:\n  - {\(fields), title: {en: A}}\n"
  }
}
