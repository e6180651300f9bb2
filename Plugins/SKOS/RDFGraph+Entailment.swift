import PasserelleKit
import PasserelleRDF

extension RDFGraph {
  /// Says of each thing in SKOS what follows from what it says otherwise: a label of SKOS-XL has a literal
  /// form (S55 to S57), and what is in the list of an ordered collection is a member of it (S36).
  func addWhatFollows() {
    for resource in resources {
      for property in resource.properties {
        guard case .resource(let iri) = property.object else { continue }
        if let name = Self.labels[property.name] {
          for form in self[iri]?.properties ?? [] where form.name == "xl:literalForm" {
            add(resource, name, form.object, at: property.place)
          }
        } else if property.name == "skos:memberList" {
          for member in list(from: iri) {
            add(resource, "skos:member", .resource(member), at: property.place)
          }
        }
      }
    }
  }

  /// The properties of SKOS-XL, and what their labels are in SKOS.
  static let labels = [
    "xl:prefLabel": "skos:prefLabel", "xl:altLabel": "skos:altLabel",
    "xl:hiddenLabel": "skos:hiddenLabel",
  ]

  /// The things in a list, in their order.
  func list(from node: String) -> [String] {
    var (items, seen, next): ([String], Set<String>, String?) = ([], [], node)
    while let node = next, seen.insert(node).inserted, let resource = self[node] {
      items += resource.resources("rdf:first").prefix(1)
      next = resource.resources("rdf:rest").first
    }
    return items
  }

  private func add(
    _ resource: RDFResource, _ name: String, _ object: RDFTerm, at place: Place
  ) {
    let isStated = resource.properties.contains { $0.name == name && $0.object == object }
    guard !isStated else { return }
    _ = add(resource.iri, RDFResource.Property(name: name, object: object, place: place))
  }
}
