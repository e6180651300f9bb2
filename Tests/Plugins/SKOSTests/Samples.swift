/// The same small classification in the three syntaxes, and a correspondence.
enum Samples {
  static let prefixes = """
    @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
    @prefix xkos: <http://rdf-vocabulary.ddialliance.org/xkos#> .
    @prefix dcterms: <http://purl.org/dc/terms/> .
    @prefix ex: <https://example.org/trades/> .

    """

  static let turtle =
    prefixes + """
      <https://example.org/trades> a skos:ConceptScheme ;
        dcterms:title "Trades"@en, "Berufe"@de ;
        dcterms:type "classification-of-occupations" ;
        dcterms:publisher "An office" .
      ex:a a skos:Concept ;
        skos:inScheme <https://example.org/trades> ;
        skos:notation "7" ;
        skos:prefLabel "Craft workers"@en, "Handwerker"@de .
      ex:b a skos:Concept ;
        skos:inScheme <https://example.org/trades> ;
        skos:notation "72" ;
        skos:prefLabel "Metal workers"@en-GB ;
        skos:altLabel "Smiths"@en-GB ;
        skos:broader ex:a ;
        skos:definition "They work with metal."@en ;
        skos:related ex:a ;
        skos:closeMatch <http://data.europa.eu/esco/isco/C72> .

      """

  static let nTriples = """
    <https://example.org/trades> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/2004/02/skos/core#ConceptScheme> .
    <https://example.org/trades> <http://purl.org/dc/terms/title> "Trades"@en .
    <https://example.org/trades/a> <http://www.w3.org/2004/02/skos/core#inScheme> <https://example.org/trades> .
    <https://example.org/trades/a> <http://www.w3.org/2004/02/skos/core#prefLabel> "Craft workers"@en .

    """

  static let rdfXML = """
    <?xml version="1.0" encoding="UTF-8"?>
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
      xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:dcterms="http://purl.org/dc/terms/">
      <skos:ConceptScheme rdf:about="https://example.org/trades">
        <dcterms:title xml:lang="en">Trades</dcterms:title>
      </skos:ConceptScheme>
      <skos:Concept rdf:about="https://example.org/trades/a">
        <skos:inScheme rdf:resource="https://example.org/trades"/>
        <skos:notation>7</skos:notation>
        <skos:prefLabel xml:lang="en">Craft workers</skos:prefLabel>
      </skos:Concept>
    </rdf:RDF>

    """

  static let correspondence =
    prefixes + """
      <https://example.org/table> a xkos:Correspondence ;
        dcterms:title "Trades and crafts"@en ;
        xkos:compares <https://example.org/trades>, <https://example.org/crafts> ;
        xkos:madeOf ex:l1, ex:l2 .
      ex:l1 a xkos:ConceptAssociation ;
        xkos:sourceConcept ex:a ; xkos:targetConcept <https://example.org/crafts/1> .
      ex:l2 a xkos:ConceptAssociation ;
        xkos:sourceConcept ex:b ; xkos:targetConcept <https://example.org/crafts/2> .
      <https://example.org/crafts/1> skos:narrowMatch ex:a .

      """

  /// What Passerelle's own export writes: a scheme with its documents, and a set of mappings.
  static let own =
    prefixes + """
      <urn:passerelle:xx-nqf@2020> a skos:ConceptScheme ;
        dcterms:identifier "xx-nqf@2020" ;
        dcterms:title "A framework"@en ;
        dcterms:type "qualifications-framework" ;
        dcterms:spatial "NO" ;
        dcterms:valid "2020-01-01/.." .
      <urn:passerelle:xx-nqf%402020#source-law> a dcterms:BibliographicResource ;
        dcterms:title "A law" ; dcterms:date "2019" ; dcterms:type "official" .
      <urn:passerelle:xx-nqf%402020:4%2B> a skos:Concept ;
        skos:inScheme <urn:passerelle:xx-nqf@2020> ;
        skos:notation "4+" ; skos:prefLabel "Level 4+"@en ;
        dcterms:type "level", "upper step" ;
        dcterms:source <urn:passerelle:xx-nqf%402020#source-law> ;
        skos:closeMatch <urn:passerelle:eqf:4> .
      <urn:passerelle:xx-nqf%402020#link-1> a xkos:ConceptAssociation ;
        xkos:sourceConcept <urn:passerelle:xx-nqf%402020:4%2B> ;
        xkos:targetConcept <urn:passerelle:eqf:4> ;
        dcterms:type "referencedTo" ;
        dcterms:source <urn:passerelle:xx-nqf%402020#source-law> ;
        skos:editorialNote "not verified" .
      <urn:passerelle:a-b> a xkos:Correspondence ;
        dcterms:identifier "a-b" ; dcterms:title "A and B"@en ;
        xkos:compares <urn:passerelle:a>, <urn:passerelle:b> .
      <urn:passerelle:a:1> skos:exactMatch <urn:passerelle:b:1> .
      <urn:passerelle:a-b#link-1> a xkos:ConceptAssociation ;
        xkos:sourceConcept <urn:passerelle:a:1> ; xkos:targetConcept <urn:passerelle:b:1> ;
        dcterms:type "exactMatch" ; dcterms:isPartOf <urn:passerelle:a-b> .

      """
}
