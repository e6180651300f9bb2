import PasserelleKit
import PasserelleRDF

/// What is above what in a file, by which a concept is found to be in a scheme that it does not name.
struct Hierarchy {
  private let graph: RDFGraph
  /// The schemes of their top concepts.
  private var top: [String: String] = [:]
  /// What concepts name as narrower, and collections as their members, has them above it.
  private var above: [String: [String]] = [:]

  init(_ graph: RDFGraph, below schemes: [String]) {
    self.graph = graph
    for scheme in schemes {
      for concept in graph[scheme]?.resources("skos:hasTopConcept") ?? [] { top[concept] = scheme }
    }
    for resource in graph.resources {
      for narrower in resource.resources("skos:narrower") {
        above[narrower, default: []].append(resource.iri)
      }
    }
  }

  /// The scheme that a concept is a top concept of, or that what is above it is in; of a collection, that of
  /// its members.
  func scheme(of resource: RDFResource) -> String? {
    var (waiting, seen) = ([resource.iri], Set<String>())
    while let iri = waiting.popLast() {
      guard seen.insert(iri).inserted else { continue }
      let resource = graph[iri]
      if let scheme = resource?.closest(of: resource?.statedSchemes ?? []) ?? top[iri] {
        return scheme
      }
      waiting += resource?.resources("skos:broader") ?? []
      waiting += above[iri] ?? []
      if resource?.isCollection == true { waiting += resource?.resources("skos:member") ?? [] }
    }
    return nil
  }
}

extension RDFResource {
  /// The schemes that a concept says it is in.
  var statedSchemes: [String] { resources("skos:inScheme", "skos:topConceptOf") }

  /// The scheme of several that a concept belongs to, in whatever order a file names them: one that it is a
  /// top concept of, or else the one whose address is most like its own.
  func closest(of schemes: [String]) -> String? {
    let tops = Set(resources("skos:topConceptOf"))
    return schemes.max { one, other in
      let (a, b) = (tops.contains(one), tops.contains(other))
      let (near, nearer) = (iri.commonPrefix(with: one), iri.commonPrefix(with: other))
      return a != b ? b : near != nearer ? near < nearer : one > other
    }
  }

  /// Whether it is a collection; the levels of XKOS are something else.
  var isCollection: Bool {
    (isA("skos:Collection") || isA("skos:OrderedCollection")) && !isA("xkos:ClassificationLevel")
  }
}

extension String {
  /// How many bytes it has in common with another text at the start.
  fileprivate func commonPrefix(with other: String) -> Int {
    zip(utf8, other.utf8).prefix { $0 == $1 }.count
  }
}
