internal import PasserelleModel

/// The XML Schema (XSD 1.0) of a descriptor in XML, made from what the reader knows.
///
/// A short value may be an attribute or an element, and the order of elements is free. XSD has no word
/// for either, so what is required is written as a key: a value that must be there once.
package enum DescriptorXMLSchema {
  /// The name of its file.
  package static let fileName = "descriptor.xsd"

  /// The schema as a file has it.
  package static var text: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      \(annotation("A framework, a set of mappings, an agreement or the recognition of a country, as 'passerelle check' and 'import' read it."))
      <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="\(languageFileName)"/>
    \((root + parts + texts + scalars).map { "  \($0)\n" }.joined())</xs:schema>

    """
  }

  /// The name of the file with the attribute `xml:lang`, which belongs to a namespace of its own.
  package static let languageFileName = "xml.xsd"

  /// The schema of that attribute.
  package static var languageText: String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
      <xs:attribute name="lang">
        \(annotation("The language of the text. \(LanguageTag.hint)"))
        <xs:simpleType>
          <xs:restriction base="xs:token"><xs:pattern value="\(DescriptorJSONSchema.language)"/></xs:restriction>
        </xs:simpleType>
      </xs:attribute>
    </xs:schema>

    """
  }

  // MARK: - The root

  /// The sections of all kinds of descriptors, in any order, each once.
  private static var root: [String] {
    let sections = DescriptorPart.descriptors.flatMap(\.keys).filter { $0.form.part != nil }
    let elements = sections.reduce(into: [DescriptorKey]()) { keys, key in
      if !keys.contains(where: { $0.element == key.element }) { keys.append(key) }
    }
    return [
      "<xs:element name=\"passerelle\">",
      "  \(annotation("A descriptor."))",
      "  <xs:complexType>",
      "    <xs:all>",
    ]
      + elements.flatMap { section($0) }.map { "      \($0)" } + [
        "    </xs:all>",
        "    <xs:attribute name=\"version\" type=\"\(DescriptorScalar.formatVersion.typeName)\" use=\"required\"/>",
        "  </xs:complexType>",
      ] + constraints.map { "  \($0)" } + ["</xs:element>"]
  }

  private static func section(_ key: DescriptorKey) -> [String] {
    guard key.element == "links" else {
      return element(key, in: "passerelle", occurs: "minOccurs=\"0\"")
    }
    // What the framework as a whole is linked to, or the mappings of a set.
    let links =
      DescriptorPart.frameworkLinks.keys.flatMap {
        element($0, in: "links")
      } + element("link", .mapping, DescriptorPart.mapping.summary, in: "links")
    return [
      "<xs:element name=\"links\" minOccurs=\"0\">", "  \(annotation(key.summary))",
      "  <xs:complexType>",
    ] + choice(links).map { "    \($0)" } + ["  </xs:complexType>", "</xs:element>"]
  }

  /// What only the whole file shows: a file describes one thing, codes are unique, sources and levels
  /// that are named are there.
  private static var constraints: [String] {
    let concepts = (DescriptorPart.frameworkDescriptor.keys).compactMap { key -> String? in
      guard case .list(let part, let each) = key.form, part.names.contains("code") else {
        return nil
      }
      return "\(key.element)/\(each)"
    }
    let heads = ["framework", "mappings", "agreement", "recognition"]
    return constraint(
      "key", "one-thing", ".", heads.map { "\($0)/@id|\($0)/id" }.joined(separator: "|"))
      + constraint("unique", "codes", concepts.joined(separator: "|"), "@code|code")
      + constraint("key", "levels", "levels/level", "@code|code")
      + constraint("key", "sources", "sources/source", "@id|id")
      + constraint("keyref", "named-sources", ".//*", "@source", refer: "sources")
      + constraint(
        "keyref", "named-levels", "qualifications/qualification", "@level", refer: "levels")
      + constraint(
        "keyref", "listed-levels", "qualifications/qualification/level", ".", refer: "levels")
  }

  private static func constraint(
    _ kind: String, _ name: String, _ selector: String, _ field: String, refer: String? = nil
  ) -> [String] {
    let refer = refer.map { " refer=\"\($0)\"" } ?? ""
    return [
      "<xs:\(kind) name=\"\(name)\"\(refer)>", "  <xs:selector xpath=\"\(selector)\"/>",
      "  <xs:field xpath=\"\(field)\"/>", "</xs:\(kind)>",
    ]
  }

  // MARK: - Parts

  /// The parts but those that the root element holds itself, and the links that concepts share.
  private static var parts: [String] {
    let inRoot = Set((DescriptorPart.descriptors + [.frameworkLinks]).map(\.name))
    let links = DescriptorPart.level.keys.filter(\.form.isLink)
    return group(linksGroup, links.flatMap { element($0, in: "concept") })
      + DescriptorPart.all.filter { !inRoot.contains($0.name) }.flatMap(type)
  }

  private static let linksGroup = "links-of-concept"

  private static func type(of part: DescriptorPart) -> [String] {
    let attributes = part.keys.flatMap { key -> [String] in
      switch key.form {
      case .one(let scalar), .several(let scalar):
        [
          "<xs:attribute name=\"\(key.element)\" type=\"\(scalar.typeName)\">",
          "  \(annotation(key.summary))", "</xs:attribute>",
        ]
      default: []
      }
    }
    let text = part.keys.first { $0.isRequired && $0.form.isLocalized }
    let others =
      part.keys.filter { $0.element != text?.element && !$0.form.isLink }
      .flatMap { element($0, in: part.name) }
      + (part.keys.contains(where: \.form.isLink) ? [reference(to: linksGroup)] : [])
    let groupName = "parts-of-\(part.name)"
    let content: [String]
    if let text {
      // Anything, the text that must be there, and anything again.
      let (all, required) = ([reference(to: groupName)], element(text, in: part.name))
      content =
        ["<xs:sequence>"] + choice(all).map { "  \($0)" } + required.map { "  \($0)" }
        + choice(all + required).map { "  \($0)" } + ["</xs:sequence>"]
    } else {
      content = choice(others)
    }
    return (text == nil ? [] : group(groupName, others))
      + ["<xs:complexType name=\"\(part.name)\">", "  \(annotation(part.summary))"]
      + (content + attributes).map { "  \($0)" } + ["</xs:complexType>"]
  }

  private static func group(_ name: String, _ elements: [String]) -> [String] {
    ["<xs:group name=\"\(name)\">", "  <xs:choice>"] + elements.map { "    \($0)" }
      + ["  </xs:choice>", "</xs:group>"]
  }

  private static func reference(to group: String) -> String { "<xs:group ref=\"\(group)\"/>" }

  private static func choice(_ elements: [String]) -> [String] {
    ["<xs:choice minOccurs=\"0\" maxOccurs=\"unbounded\">"] + elements.map { "  \($0)" }
      + ["</xs:choice>"]
  }

  private static func element(
    _ key: DescriptorKey, in parent: String, occurs: String = ""
  ) -> [String] {
    switch key.form {
    case .one(let scalar), .several(let scalar):
      simple(key, type: scalar.typeName)
    case .localized, .localizedLists: simple(key, type: "localized-text")
    case .part(let part), .parts(let part), .holders(let part):
      element(key.element, part, key.summary, in: parent, occurs: occurs)
    case .list(let part, let each), .named(let part, let each):
      [
        "<xs:element name=\"\(key.element)\"\(occurs.isEmpty ? "" : " ")\(occurs)>",
        "  \(annotation(key.summary))",
        "  <xs:complexType>", "    <xs:sequence>",
      ]
        + element(
          each, part, part.summary, in: "\(parent)-\(key.element)",
          occurs: "minOccurs=\"0\" maxOccurs=\"unbounded\""
        ).map { "      \($0)" } + ["    </xs:sequence>", "  </xs:complexType>", "</xs:element>"]
    }
  }

  private static func simple(_ key: DescriptorKey, type: String) -> [String] {
    [
      "<xs:element name=\"\(key.element)\" type=\"\(type)\">", "  \(annotation(key.summary))",
      "</xs:element>",
    ]
  }

  /// An element of a part, with a key for each value that the part must have.
  private static func element(
    _ name: String, _ part: DescriptorPart, _ summary: String, in parent: String,
    occurs: String = ""
  ) -> [String] {
    let keys = part.keys.flatMap { key -> [String] in
      let id = "\(parent)-\(name)-\(key.element)"
      switch key.form {
      case .one where key.isRequired:
        return constraint("key", id, ".", "@\(key.element)|\(key.element)")
      case .localized: return constraint("unique", id, key.element, "@xml:lang")
      default: return []
      }
    }
    return [
      "<xs:element name=\"\(name)\" type=\"\(part.name)\"\(occurs.isEmpty ? "" : " ")\(occurs)>",
      "  \(annotation(summary))",
    ] + keys.map { "  \($0)" } + ["</xs:element>"]
  }

  // MARK: - Values

  private static var texts: [String] {
    [
      "<xs:complexType name=\"localized-text\">",
      "  <xs:simpleContent>",
      "    <xs:extension base=\"\(DescriptorScalar.text.typeName)\">",
      "      <xs:attribute ref=\"xml:lang\" use=\"required\"/>",
      "    </xs:extension>",
      "  </xs:simpleContent>",
      "</xs:complexType>",
    ]
  }

  private static var scalars: [String] { DescriptorScalar.all.flatMap(type) }

  private static func type(of scalar: DescriptorScalar) -> [String] {
    var facets = scalar.words.map { word, meaning in
      "<xs:enumeration value=\"\(word)\">\(annotation(meaning))</xs:enumeration>"
    }
    if let pattern = scalar.pattern {
      facets.append("<xs:pattern value=\"\(pattern.xmlEscaped)\"/>")
    }
    if facets.isEmpty { facets = ["<xs:minLength value=\"1\"/>"] }
    return [
      "<xs:simpleType name=\"\(scalar.typeName)\">", "  \(annotation(scalar.expectation))",
      "  <xs:restriction base=\"xs:token\">",
    ] + facets.map { "    \($0)" } + ["  </xs:restriction>", "</xs:simpleType>"]
  }

  private static func annotation(_ text: String) -> String {
    "<xs:annotation><xs:documentation>\(text.xmlEscaped)</xs:documentation></xs:annotation>"
  }
}

extension DescriptorForm {
  fileprivate var isLocalized: Bool {
    if case .localized = self { return true }
    return false
  }

  fileprivate var isLink: Bool {
    if case .parts = self { return true }
    return false
  }
}
