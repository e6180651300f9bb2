import PasserelleKit
import PasserelleRDF

/// The documents that a file describes, by their addresses.
struct Documents {
  private(set) var known: [String: Document] = [:]

  init(_ graph: RDFGraph) {
    var keys: Set<String> = []
    for resource in graph.resources where resource.isA("dcterms:BibliographicResource") {
      guard let title = resource.text("dcterms:title") else { continue }
      let last = (resource.iri.lastPart ?? "document").split(separator: "#").last ?? ""
      let stem = last.hasPrefix("source-") ? last.dropFirst("source-".count) : last
      var (key, number) = (String(stem), 2)
      while !keys.insert(key).inserted { (key, number) = ("\(stem)-\(number)", number + 1) }
      var document = Document(key: key, title: title)
      document.publisher = resource.text("dcterms:publisher")
      document.date = resource.text("dcterms:date").flatMap { CalendarDate(register: $0) }
      document.url =
        resource.resources("dcterms:source").first { $0.isAddress }
        ?? resource.text("dcterms:source")
      document.licence = resource.licence
      document.via = resource.text("dcterms:provenance")
      document.isOfficial = resource.texts("dcterms:type").contains { $0.text == "official" }
      document.isVerified = !resource.texts("skos:editorialNote").contains {
        $0.text == "not verified"
      }
      known[resource.iri] = document
    }
  }
}

/// What the facts of one publication rest on: documents that the file describes, or the file itself.
struct Evidence {
  private let known: [String: Document]
  private let file: Document
  private(set) var documents: [Document] = []
  private var taken: Set<String> = []

  init(_ documents: Documents, file: Document) {
    known = documents.known
    self.file = file
  }

  /// Takes the documents at some addresses; where there is none, the file is one.
  mutating func take(_ addresses: some Sequence<String?>) {
    for address in addresses {
      let document = address.flatMap { known[$0] } ?? file
      if taken.insert(document.key).inserted { documents.append(document) }
    }
    if documents.isEmpty { take(CollectionOfOne(nil)) }
  }

  /// What holds for the publication as a whole.
  var main: Document { documents.first ?? file }

  func key(of address: String?) -> String {
    address.flatMap { known[$0] }?.key ?? file.key
  }
}
