import PasserelleKit
import PasserelleRDF

extension SchemeReader {
  mutating func state(
    concept iri: String, in scheme: FrameworkKind, _ evidence: Evidence
  ) throws(Diagnostic) {
    guard let resource = graph[iri] else { return }
    roles[iri] = .concept
    let place = position(resource.place)
    guard let id = names.identifiers[iri], let code = id.code else {
      writer.report(
        .error(
          .duplicateCode, at: place,
          "no code is left for '\(iri.prefix(200).printable)': another concept has its notation",
          hint: "give each concept of a scheme its own skos:notation"))
      return
    }
    let schemes = Set(resource.resources("skos:inScheme", "skos:topConceptOf"))
    for _ in schemes.dropFirst() {
      passedOver.count("an additional scheme of a concept", at: place)
    }
    var title = resource.localized("skos:prefLabel", "rdfs:label")
    if title.isEmpty {
      mended.count("a concept without a skos:prefLabel, named by its code", at: place)
      title = .unspoken([code.description])
    }
    for _ in resource.localized("skos:prefLabel").byLanguage.others.entries {
      mended.count("a second skos:prefLabel in one language, kept as another label", at: place)
    }
    let (first, others) = title.byLanguage
    var concept = Concept(id: id, kind: resource.conceptKind(in: scheme), title: first)
    let notations = resource.texts("skos:notation").map(\.text).filter { $0 != code.description }
    var seen: Set<LocalizedText.Entry> = []
    concept.alternatives = LocalizedText(
      (others.entries + resource.localized("skos:altLabel", "skos:hiddenLabel").entries
        + LocalizedText.unspoken(notations).entries).filter { seen.insert($0).inserted })
    concept.tier = resource.tier ?? levels[iri]
    concept.uri = address(iri, at: place)
    concept.validity = resource.span
    concept.source = evidence.key(of: resource.resources("dcterms:source").first)
    try writer.add(.concept(concept), at: place)
    try describe(resource, as: id, concept.source ?? "")
  }

  /// Notes in the words of SKOS and XKOS; those of `skos:note` are told in answers, as the field has
  /// no word for what only helps to know a thing.
  mutating func describe(
    _ resource: RDFResource, as id: Identifier, _ source: String
  ) throws(Diagnostic) {
    for name in Vocabulary.notes {
      var entries = resource.localized(name).entries
      for address in resource.properties where address.name == name {
        guard case .resource(let iri) = address.object, let note = graph[iri] else { continue }
        roles[iri] = .note
        entries += note.localized("rdf:value", "xkos:plainText").entries
      }
      for text in LocalizedText(entries).layers {
        var note = Note(about: id, text: text, source: source)
        note.isBackground = name != "skos:note"
        try writer.add(.note(note), at: position(resource.place))
      }
    }
  }
}

extension Vocabulary {
  /// The properties that say something in words.
  static let notes = [
    "skos:note", "skos:definition", "skos:scopeNote", "skos:example", "skos:historyNote",
    "skos:changeNote", "skos:editorialNote", "dcterms:description", "xkos:coreContentNote",
    "xkos:additionalContentNote", "xkos:inclusionNote", "xkos:exclusionNote",
  ]
}
