import PasserelleKit
import PasserelleRDF

extension SchemeReader {
  mutating func state(correspondence resource: RDFResource) throws(Diagnostic) {
    guard let name = names.frameworks[resource.iri] else { return }
    roles[resource.iri] = .correspondence
    let title = resource.localized("dcterms:title", "skos:prefLabel", "rdfs:label", "dc:title")
    var mappings = MappingSet(
      name: name, title: title.isEmpty ? LocalizedText.unspoken(["\(name)"]) : title)
    if Identifier(own: resource.iri) == nil, !resource.iri.hasPrefix("_:") {
      mappings.uri = resource.iri
    }
    mappings.validity = resource.span
    mappings.licence = resource.licence
    let document = document(of: resource, named: name)
    let links = links[.publication(resource.iri)] ?? Chunks()
    let compared = resource.resources("xkos:compares")
    mappings.fromURI = compared.first { links.map { link($0)?.fromURI }.areAll(below: $0) }
    mappings.toURI = compared.first { links.map { link($0)?.toURI }.areAll(below: $0) }
    let source = try state(mappings, links, document, at: resource.place)
    try describe(resource, as: Identifier(name), source)
  }

  /// States the matches whose subject no scheme of the file has.
  mutating func stateMappingsOfFile() throws(Diagnostic) {
    guard let rest = links[.file], !rest.isEmpty else { return }
    let stem = FrameworkName(folding: part.stem) ?? FrameworkName(series: "mappings")
    let name = names.free(stem)
    let mappings = MappingSet(name: name, title: .english("Mappings of \(part.name)"))
    _ = try state(
      mappings, rest, document(of: nil, named: name), at: rest.first?.place ?? Place(line: 0))
  }

  /// States a set, and returns the key of what it rests on.
  private mutating func state(
    _ mappings: MappingSet, _ links: Chunks<LinkDraft>, _ file: Document, at place: Place
  ) throws(Diagnostic) -> String {
    var mappings = mappings
    mappings.from = links.compactMap { link($0)?.from.framework }.only
    mappings.to = links.compactMap { link($0)?.to.framework }.only
    mappings.isOpen = true
    var evidence = Evidence(documents, file: file)
    evidence.take(links.lazy.map(source))
    mappings.source = evidence.main.key
    restedOn.formUnion(evidence.documents.map(\.key))
    try writer.add(.mappings(mappings), at: position(place))
    for document in evidence.documents { try writer.add(.document(document), at: position(place)) }
    try state(links, evidence)
    return evidence.main.key
  }
}

extension [String?] {
  /// Whether all are addresses below the one of a scheme that is not in this file.
  fileprivate func areAll(below scheme: String) -> Bool {
    !isEmpty && allSatisfy { $0?.hasPrefix(scheme) ?? false }
  }
}

extension [FrameworkName] {
  /// The one that all are.
  fileprivate var only: FrameworkName? {
    allSatisfy { $0 == first } ? first : nil
  }
}
