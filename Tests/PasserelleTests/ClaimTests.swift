import Passerelle
import PasserelleModel
import TestSupport
import Testing

/// Documents that carry the signs of two dialects: the one that they are written in reads them.
struct ClaimTests {
  @Test(arguments: [
    (
      "loq.xml",
      """
      <?xml version="1.0"?>
      <Courses xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:skos="http://www.w3.org/2004/02/skos/core#"
        xmlns="http://data.europa.eu/snb/model/ap/loq-constraints/"/>
      """, "Europass"
    ),
    (
      "elmo.xml",
      """
      <!-- <rdf:RDF> --><elmo xmlns="https://github.com/emrex-eu/elmo-schemas/tree/v1"
        xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#"/>
      """, "Europass"
    ),
    (
      "model.rdf",
      """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
        xmlns:skos="http://www.w3.org/2004/02/skos/core#"
        xmlns:loq="http://data.europa.eu/snb/model/ap/loq-constraints/"/>
      """, "SKOS"
    ),
    (
      "credential.ttl",
      """
      @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
      <urn:c> a <http://data.europa.eu/snb/model/elm/EuropeanDigitalCredential> .
      """, "SKOS"
    ),
    (
      "feed.xml",
      "<FICHES xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
        + "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\"/>", "RNCP"
    ),
    ("x.xml", "<!-- not <FICHES> --><passerelle version=\"1\"/>", "Plain"),
    (
      "x.ttl",
      "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<passerelle:x> a skos:Concept .",
      "SKOS"
    ),
    (
      "scheme.jsonld",
      """
      {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#"}, "@id": "urn:x",
      "@type": "skos:ConceptScheme", "skos:exactMatch": {"@id": "https://credreg.net/ctdl/terms/x"}}
      """, "SKOS"
    ),
    (
      "credential.jsonld",
      """
      {"@context": {"skos": "http://www.w3.org/2004/02/skos/core#",
      "elm": "http://data.europa.eu/snb/model/elm/", "x": "https://example.org/x#"},
      "@type": "elm:EuropeanDigitalCredential", "x:subject": {"@type": "skos:Concept"}}
      """, "Europass"
    ),
    (
      "ctdl.jsonld",
      """
      {"@context": "https://credreg.net/ctdl/schema/context/json", "@type": "skos:ConceptScheme",
      "skos:prefLabel": "http://www.w3.org/2004/02/skos/core#"}
      """, "CTDL"
    ),
    (
      "case.json",
      """
      {"CFDocument": {"title": "http://www.w3.org/2004/02/skos/core#"}, "CFItems": []}
      """, "CASE"
    ),
    (
      "cases.csv",
      "# id: x\n# title: {en: X}\n# parties: [A]\n# from: FR\n# to: DE\nfrom,to,outcome\n",
      "Decisions"
    ),
    (
      "pairs.csv", "# from: xx\n# to: yy\n# columns: {from: a, to: b}\na,b,outcome\n",
      "Correspondence"
    ),
  ])
  func theDialectThatItIsWrittenInDecides(name: String, text: String, adapter: String) throws {
    let place = try Place(bundling: SmallLibrary.descriptors)
    defer { place.remove() }
    let report = try place.library().checking([place.write(name, text)])
    #expect(report.readers.map(\.adapter) == [adapter])
  }
}
