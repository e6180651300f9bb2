import PasserelleKit
import PasserelleRDF

/// What a thing of the file has become here.
enum Role: String {
  case scheme, concept, end, association, correspondence, level, list, note, document

  /// The properties that are read of it.
  var properties: Set<String> {
    let titles: Set = ["dcterms:title", "skos:prefLabel", "rdfs:label", "dc:title"]
    let notes = Set(Vocabulary.notes)
    let facts: Set = ["dcterms:valid", "dcterms:license", "dcterms:type", "dcterms:source"]
    let about: Set = [
      "dcterms:identifier", "dc:identifier", "dcterms:publisher", "dcterms:creator",
      "dc:publisher", "dcterms:modified", "dcterms:issued", "dcterms:created", "dcterms:rights",
      "dc:rights",
    ]
    switch self {
    case .scheme:
      return titles.union(notes).union(facts).union(about).union([
        "skos:altLabel", "dcterms:spatial", "owl:versionInfo", "dcterms:replaces",
        "skos:hasTopConcept", "skos:notation", "xkos:levels",
      ])
    case .concept:
      return notes.union(facts).union([
        "skos:prefLabel", "rdfs:label", "skos:altLabel", "skos:hiddenLabel", "skos:notation",
        "skos:inScheme", "skos:topConceptOf",
      ])
    case .end: return ["dcterms:identifier"]
    case .correspondence:
      return titles.union(notes).union(facts).union(about).union(["xkos:compares", "xkos:madeOf"])
    case .association:
      return facts.union([
        "xkos:sourceConcept", "xkos:targetConcept", "skos:note", "skos:editorialNote",
        "dcterms:isPartOf",
      ])
    case .level: return titles.union(["skos:member", "xkos:depth"])
    case .list: return ["rdf:first", "rdf:rest"]
    case .note: return ["rdf:value", "xkos:plainText"]
    case .document:
      return facts.union(about).union([
        "dcterms:title", "dcterms:date", "dcterms:provenance", "skos:editorialNote",
      ])
    }
  }
}

extension SchemeReader {
  /// Says of the far ends of links what they are.
  mutating func markEnds() {
    for iri in names.ends.keys { roles[iri] = .end }
  }

  /// Says of the levels of XKOS, and of the list that a scheme has them in, what they are.
  mutating func markLevels() {
    for resource in graph.resources where resource.isA("xkos:ClassificationLevel") {
      roles[resource.iri] = .level
    }
    var lists = names.schemes.flatMap { graph[$0]?.resources("xkos:levels") ?? [] }
    while let node = lists.popLast(), roles[node] == nil, let resource = graph[node] {
      roles[node] = .list
      lists += resource.resources("rdf:rest")
    }
  }

  /// Counts each property that nothing was made of.
  mutating func countRest() {
    var known: [Role: Set<String>] = [:]
    for resource in graph.resources {
      let document = documents.known[resource.iri]
      if let document, !restedOn.contains(document.key) {
        passOver("a document that nothing here is based on", at: resource.place)
        continue
      }
      guard let role = roles[resource.iri] ?? document.map({ _ in .document }) else {
        countUnread(resource)
        continue
      }
      let read = known[role] ?? role.properties
      known[role] = read
      for property in resource.properties where property.name != "rdf:type" {
        if case .literal = property.object, Self.leadsToThings(property.name) {
          passOver("a text as '\(property.name)', which takes an address", at: property.place)
          continue
        }
        guard !read.contains(property.name), Self.relations[property.name] == nil else { continue }
        passOver(
          "'\(property.name.prefix(120).printable)' of a \(role.rawValue)", at: property.place)
      }
    }
  }

  private static func leadsToThings(_ property: String) -> Bool {
    relations[property] != nil
      || [
        "skos:inScheme", "skos:topConceptOf", "skos:hasTopConcept", "skos:member", "xkos:compares",
        "xkos:madeOf", "xkos:sourceConcept", "xkos:targetConcept",
      ].contains(property)
  }

  private mutating func countUnread(_ resource: RDFResource) {
    if let type = resource.types.first {
      passOver("a \(type.prefix(120).printable)", at: resource.place)
      return
    }
    for property in resource.properties where Self.relations[property.name] == nil {
      passOver(
        "'\(property.name.prefix(120).printable)' of something that the file does not describe",
        at: property.place)
    }
  }
}
