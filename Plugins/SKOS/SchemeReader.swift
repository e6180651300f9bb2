import PasserelleKit
import PasserelleRDF

/// States the schemes and correspondences of a file.
///
/// A link belongs to the scheme of its subject or to its correspondence; what belongs to neither is a
/// mapping set that is named after the file.
struct SchemeReader {
  let graph: RDFGraph
  var names: Names
  let part: SourcePart
  let writer: GraphWriter
  /// The links of each scheme and correspondence.
  var links: [Owner: Chunks<LinkDraft>] = [:]
  var passedOver = Tally()
  var mended = Tally(of: "corrected", as: .mended)
  /// The things that a statement was made of, and as what.
  var roles: [String: Role] = [:]
  /// Pairs of concepts that an association has said all about.
  var associated: Set<Pair> = []
  let correspondences: [RDFResource]
  let documents: Documents
  /// The keys of those that were stated.
  var restedOn: Set<String> = []
  /// The names of the levels of XKOS, by their members.
  let levels: [String: String]

  /// What a link is stated in: a scheme or correspondence by its address, or a set of the file's own.
  enum Owner: Hashable {
    case publication(String)
    case file
  }

  struct Pair: Hashable {
    let from: String
    let to: String
  }

  init(_ graph: RDFGraph, of part: SourcePart, to writer: GraphWriter) {
    (self.graph, self.part, self.writer) = (graph, part, writer)
    names = Names(graph, of: part)
    documents = Documents(graph)
    correspondences = graph.resources.filter { $0.isA("xkos:Correspondence") }
    levels = graph.resources.filter { $0.isA("xkos:ClassificationLevel") }.reduce(into: [:]) {
      for member in $1.resources("skos:member") {
        $0[member] = $1.text("skos:prefLabel", "rdfs:label", "dcterms:title")
      }
    }
    readAssociations()
    readProperties()
    readSchemes()
  }

  func position(_ place: Place) -> SourcePosition { place.position(in: part) }

  mutating func passOver(_ what: String, at place: Place) {
    let position = position(place)
    passedOver.count(what, at: position)
  }

  /// States all of it, and then counts what is left.
  mutating func state() throws(Diagnostic) {
    markEnds()
    markLabels()
    markLevels()
    for scheme in names.schemes { try state(scheme: scheme) }
    for resource in correspondences { try state(correspondence: resource) }
    try stateMappingsOfFile()
    countRest()
    mended.report(to: writer)
    passedOver.report(to: writer)
  }

  private mutating func state(scheme iri: String) throws(Diagnostic) {
    guard let name = names.frameworks[iri] else { return }
    let resource = graph[iri] ?? RDFResource(iri: iri, place: Place(line: 0))
    roles[iri] = .scheme
    let kind = resource.kind
    let place = position(resource.place)
    if resource.statedKind == nil {
      writer.report(
        .warning(
          .assumedKind, at: place, "the scheme '\(name)' is taken to be a \(kind.rawValue)",
          hint: "dcterms:type can say what it is: \(FrameworkKind.hint)"))
    }
    var framework = Framework(
      name: name, kind: kind,
      title: resource.localized("dcterms:title", "skos:prefLabel", "rdfs:label", "dc:title"))
    let (title, others) = framework.title.byLanguage
    for _ in others.entries {
      mended.count("a second title of a scheme in one language, kept as an acronym", at: place)
    }
    framework.title = title.isEmpty ? LocalizedText.unspoken(["\(name)"]) : title
    framework.acronyms = others.entries.map(\.text) + resource.texts("skos:altLabel").map(\.text)
    framework.countries = resource.texts("dcterms:spatial").compactMap { CountryCode($0.text) }
    framework.authority = resource.text("dcterms:publisher", "dcterms:creator", "dc:publisher")
    framework.validity = resource.span
    framework.licence = resource.licence
    if let old = resource.resources("dcterms:replaces").first, let end = names.end(old),
      end.id.code == nil
    {
      framework.supersedes = end.id.framework
    }
    framework.uri = address(iri, at: place)
    framework.isOpen = true
    let concepts = names.concepts[iri] ?? []
    var evidence = Evidence(documents, file: document(of: resource, named: name))
    evidence.take(concepts.map { graph[$0]?.resources("dcterms:source").first })
    let links = links[.publication(iri)] ?? Chunks()
    evidence.take(links.lazy.map(source))
    framework.source = evidence.main.key
    restedOn.formUnion(evidence.documents.map(\.key))
    try writer.add(.framework(framework), at: place)
    for document in evidence.documents { try writer.add(.document(document), at: place) }
    try describe(resource, as: Identifier(name), evidence.main.key)
    for concept in concepts { try state(concept: concept, in: kind, evidence) }
    try state(links, evidence)
  }

  /// The address that the field has given a thing; a relative one is counted, and is none.
  mutating func address(_ iri: String, at place: SourcePosition) -> String? {
    if iri.isRelative {
      passedOver.count(
        "a relative address without a base, which means nothing outside the file", at: place)
    }
    return iri.isAddress ? iri : nil
  }

  func state(_ links: Chunks<LinkDraft>, _ evidence: Evidence) throws(Diagnostic) {
    for draft in links {
      guard var link = link(draft) else { continue }
      link.source = evidence.key(of: link.source)
      try writer.add(.link(link), at: position(draft.place))
    }
  }

  /// What the file says of itself as the evidence of a publication.
  func document(of resource: RDFResource?, named name: FrameworkName) -> Document {
    let title = resource?.text("dcterms:title", "skos:prefLabel", "rdfs:label", "dc:title")
    var document = Document(key: "\(name.series)-file", title: title ?? part.name)
    document.publisher = resource?.text("dcterms:publisher", "dcterms:creator", "dc:publisher")
    document.date = resource?.text("dcterms:modified", "dcterms:issued", "dcterms:created")
      .flatMap { CalendarDate(register: $0) }
    document.url = resource.flatMap { $0.iri.isAddress ? $0.iri : nil }
    document.licence = resource?.licence
    return document
  }
}

extension RDFResource {
  var licence: String? {
    text("dcterms:license", "dcterms:rights", "dc:rights")
      ?? resources("dcterms:license").first { $0.isAddress }
  }
}
