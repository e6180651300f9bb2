/// A part of a descriptor and the keys that it may have: the one place that says what may be written.
///
/// The reader refuses what does not stand here, and the schemas for editors are made from it.
package struct DescriptorPart: Sendable {
  /// What the part is called where it is spoken of: `level`.
  package let name: String
  /// What the part is, in one sentence.
  package let summary: String
  /// The keys, in the order in which they are usually written.
  package let keys: [DescriptorKey]
  /// The keys as YAML writes them.
  package let names: [String]
  /// The attributes and elements of XML.
  package let elements: [String]

  package init(_ name: String, _ summary: String, _ keys: [DescriptorKey]) {
    self.name = name
    self.summary = summary
    self.keys = keys
    names = keys.compactMap(\.name)
    elements = keys.map(\.element)
  }
}

extension DescriptorPart {
  /// What a file may be.
  package static let descriptors = [
    frameworkDescriptor, mappingsDescriptor, agreementDescriptor, recognitionDescriptor,
  ]

  /// Whether it is what a file holds.
  package var isWhole: Bool { Self.descriptors.contains { $0.name == name } }

  /// The parts that descriptors are made of, each once, what holds others first.
  package static let all: [DescriptorPart] = descriptors.reduce(into: []) { $1.add(to: &$0) }

  private func add(to parts: inout [DescriptorPart]) {
    guard !parts.contains(where: { $0.name == name }) else { return }
    parts.append(self)
    for key in keys { key.form.part?.add(to: &parts) }
  }
}

/// A key of a descriptor: how each form writes it, and what it takes.
package struct DescriptorKey: Sendable {
  /// The key in YAML; nothing where only XML writes it.
  package let name: String?
  /// The attribute or element in XML: the singular of a list of texts.
  package let element: String
  /// What it takes.
  package let form: DescriptorForm
  /// Whether the part cannot do without it.
  package let isRequired: Bool
  /// What it says, in one sentence.
  package let summary: String

  package static func required(
    _ name: String, _ form: DescriptorForm, _ summary: String
  ) -> DescriptorKey {
    DescriptorKey(name: name, element: name, form: form, isRequired: true, summary: summary)
  }

  package static func optional(
    _ name: String, each element: String? = nil, _ form: DescriptorForm, _ summary: String
  ) -> DescriptorKey {
    DescriptorKey(
      name: name, element: element ?? name, form: form, isRequired: false, summary: summary)
  }

  /// What is a key of its own in XML alone: the name of a source, which YAML writes before the colon.
  package static func requiredInXML(
    _ element: String, _ form: DescriptorForm, _ summary: String
  ) -> DescriptorKey {
    DescriptorKey(name: nil, element: element, form: form, isRequired: true, summary: summary)
  }
}

/// What a key of a descriptor takes.
package indirect enum DescriptorForm: Sendable {
  /// A single value.
  case one(DescriptorScalar)
  /// A single value, or a list of them.
  case several(DescriptorScalar)
  /// A text in each language.
  case localized
  /// Texts in each language: one, or a list.
  case localizedLists
  /// A part.
  case part(DescriptorPart)
  /// A part, or a list of them.
  case parts(DescriptorPart)
  /// A list of parts; in XML an element holds one for each, which is named so.
  case list(DescriptorPart, each: String)
  /// Parts by name; in XML a list, and the name is the attribute `id`.
  case named(DescriptorPart, each: String)
  /// A list of parts; in XML what they hold stands in one element together.
  case holders(DescriptorPart)

  /// What it is made of, where that is no single value.
  package var part: DescriptorPart? {
    switch self {
    case .one, .several, .localized, .localizedLists: nil
    case .part(let part), .parts(let part), .list(let part, _), .named(let part, _),
      .holders(let part):
      part
    }
  }
}

/// What a single value of a descriptor is.
package enum DescriptorScalar: Hashable, Sendable {
  /// Any text.
  case text
  case code, country, date, workload, confidence, url
  /// `true` or `false`.
  case flag
  /// The name of a source of the same file.
  case source
  case framework
  /// A framework, or a concept of one.
  case identifier
  /// A concept of a framework.
  case concept
  /// Whose titles are covered: everybody's, a country's, a group's.
  case origin
  /// A part of a version's name.
  case versionLabel
  /// The version of the format.
  case formatVersion
  case frameworkKind, agreementKind, purpose, sector, outcome, relation, justification, nameKind
}
