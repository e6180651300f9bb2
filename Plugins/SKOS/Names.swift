import PasserelleKit
import PasserelleRDF

/// What the things of a file are called here: schemes are frameworks, and concepts are theirs.
struct Names {
  /// The addresses of the schemes, in their order; an empty one stands for the file itself.
  private(set) var schemes: [String] = []
  /// The scheme of each concept.
  private(set) var schemeOf: [String: String] = [:]
  /// The concepts of each scheme, in their order.
  private(set) var concepts: [String: [String]] = [:]
  private(set) var frameworks: [String: FrameworkName] = [:]
  private(set) var identifiers: [String: Identifier] = [:]
  /// What other files' concepts are called, where the file says so beside their addresses.
  private(set) var ends: [String: Identifier] = [:]
  private var taken: Set<FrameworkName> = []
  private var used: Set<Identifier> = []

  init(_ graph: RDFGraph, of part: SourcePart) {
    for resource in graph.resources where resource.isA("skos:ConceptScheme") {
      add(scheme: resource.iri, graph, part)
    }
    var top: [String: String] = [:]
    for scheme in schemes {
      for concept in graph[scheme]?.resources("skos:hasTopConcept") ?? [] { top[concept] = scheme }
    }
    for resource in graph.resources where !schemes.contains(resource.iri) {
      let stated = resource.resources("skos:inScheme", "skos:topConceptOf")
      guard resource.isA("skos:Concept") || !stated.isEmpty else { continue }
      let known = stated.first { frameworks[$0] != nil } ?? stated.first ?? top[resource.iri]
      guard let scheme = known ?? (schemes.count < 2 ? schemes.first ?? "" : nil) else { continue }
      if frameworks[scheme] == nil { add(scheme: scheme, graph, part) }
      schemeOf[resource.iri] = scheme
      concepts[scheme, default: []].append(resource.iri)
    }
    for resource in graph.resources where resource.isA("xkos:Correspondence") {
      frameworks[resource.iri] = free(Self.name(of: resource, part))
    }
    for (iri, scheme) in graph.resources.compactMap({ r in schemeOf[r.iri].map { (r.iri, $0) } }) {
      guard let framework = frameworks[scheme], let resource = graph[iri] else { continue }
      let codes = [resource.text("skos:notation"), iri.lastPart].compactMap {
        $0.flatMap(Code.init)
      }
      let free = codes.lazy.map { Identifier(framework, $0) }.first { !used.contains($0) }
      guard let free else { continue }
      used.insert(free)
      identifiers[iri] = free
    }
    for resource in graph.resources where identifiers[resource.iri] == nil {
      guard resource.types.isEmpty, resource.iri.isAddress, frameworks[resource.iri] == nil,
        let id = resource.text("dcterms:identifier").flatMap({ Identifier($0) }), id.code != nil
      else { continue }
      ends[resource.iri] = id
    }
  }

  private mutating func add(scheme iri: String, _ graph: RDFGraph, _ part: SourcePart) {
    schemes.append(iri)
    let resource = graph[iri] ?? RDFResource(iri: iri, place: Place(line: 0))
    frameworks[iri] = free(Self.name(of: resource, part))
  }

  /// The name, with a number where another scheme of the file has it.
  mutating func free(_ name: FrameworkName) -> FrameworkName {
    var (candidate, number) = (name, 2)
    while !taken.insert(candidate).inserted {
      let series = "\(name.series.prefix(56))-\(number)"
      candidate = FrameworkName(series: series, version: name.version)
      number += 1
    }
    return candidate
  }

  private static func name(of resource: RDFResource, _ part: SourcePart) -> FrameworkName {
    if let own = Identifier(own: resource.iri), own.code == nil { return own.framework }
    let identifier =
      resource.text("dcterms:identifier", "dc:identifier")
      ?? resource.resources("dcterms:identifier", "dc:identifier").first
    let texts = [
      identifier?.asName, resource.text("skos:notation")?.asName,
      resource.iri == .relativeBase ? nil : resource.iri.lastPart,
      resource.text("dcterms:title", "skos:prefLabel", "rdfs:label", "dc:title"), part.stem,
    ]
    return identifier.flatMap { FrameworkName($0) }
      ?? texts.lazy.compactMap { $0 }.filter { $0.contains { $0.isASCII && $0.isLetter } }
      .compactMap { FrameworkName(folding: $0) }.first ?? FrameworkName(series: "scheme")
  }

  /// The identifier of a thing, and its address where that is all that the file knows of it.
  func end(_ iri: String) -> (id: Identifier, uri: String?)? {
    if let id = identifiers[iri] { return (id, nil) }
    if let name = frameworks[iri], !iri.isEmpty { return (Identifier(name), nil) }
    if let own = Identifier(own: iri) { return (own, nil) }
    if let id = ends[iri] { return (id, iri) }
    guard !iri.hasPrefix("_:"), !iri.isRelative, let last = iri.lastPart, let code = Code(last)
    else { return nil }
    let scheme = schemes.first { !$0.isEmpty && iri.hasPrefix($0) }
    guard let name = scheme.flatMap({ frameworks[$0] }) ?? FrameworkName(folding: iri.space) else {
      return nil
    }
    return (Identifier(name, code), iri)
  }
}
