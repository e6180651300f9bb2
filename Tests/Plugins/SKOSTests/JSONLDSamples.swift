/// The classification of the samples in the forms of JSON-LD; each says what `inTurtle` says.
enum JSONLDSamples {
  static let inTurtle =
    Samples.prefixes + """
      <https://example.org/trades> a skos:ConceptScheme ;
        dcterms:title "Trades"@en, "Berufe"@de ;
        dcterms:type "classification-of-occupations" ;
        skos:hasTopConcept <https://example.org/trades/7> .
      <https://example.org/trades/7> a skos:Concept ;
        skos:inScheme <https://example.org/trades> ;
        skos:notation "7" ;
        skos:prefLabel "Craft workers"@en, "Handwerker"@de .
      <https://example.org/trades/72> a skos:Concept ;
        skos:inScheme <https://example.org/trades> ;
        skos:notation "72" ;
        skos:prefLabel "Metal workers"@en ;
        skos:altLabel "Smiths"@en, "Founders"@en ;
        skos:broader <https://example.org/trades/7> ;
        skos:closeMatch <http://data.europa.eu/esco/isco/C72> .

      """

  static let forms: [(form: String, text: String)] = [
    ("ours", ours), ("expanded", expanded), ("terms", terms), ("vocabulary", vocabulary),
    ("nested", nested), ("reverse", reverse), ("named graph", namedGraph), ("contexts", contexts),
  ]

  /// As Passerelle's own export writes it.
  static let ours = """
    {"@context": {"rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "xsd": "http://www.w3.org/2001/XMLSchema#", "skos": "http://www.w3.org/2004/02/skos/core#", "xkos": "http://rdf-vocabulary.ddialliance.org/xkos#", "dcterms": "http://purl.org/dc/terms/"},
    "@graph": [
    {"@id": "https://example.org/trades", "@type": "skos:ConceptScheme", "dcterms:title": [{"@value": "Trades", "@language": "en"}, {"@value": "Berufe", "@language": "de"}], "dcterms:type": "classification-of-occupations", "skos:hasTopConcept": {"@id": "https://example.org/trades/7"}},
    {"@id": "https://example.org/trades/7", "@type": "skos:Concept", "skos:inScheme": {"@id": "https://example.org/trades"}, "skos:notation": "7", "skos:prefLabel": [{"@value": "Craft workers", "@language": "en"}, {"@value": "Handwerker", "@language": "de"}]},
    {"@id": "https://example.org/trades/72", "@type": "skos:Concept", "skos:inScheme": {"@id": "https://example.org/trades"}, "skos:notation": {"@value": "72", "@type": "xsd:string"}, "skos:prefLabel": {"@value": "Metal workers", "@language": "en"}, "skos:altLabel": [{"@value": "Smiths", "@language": "en"}, {"@value": "Founders", "@language": "en"}], "skos:broader": {"@id": "https://example.org/trades/7"}, "skos:closeMatch": {"@id": "http://data.europa.eu/esco/isco/C72"}}
    ]}

    """

  /// A list of nodes in expanded form, as libraries of RDF write it.
  static let expanded = """
    [
      {
        "@id": "https://example.org/trades",
        "@type": ["http://www.w3.org/2004/02/skos/core#ConceptScheme"],
        "http://purl.org/dc/terms/title": [
          {"@language": "en", "@value": "Trades"}, {"@language": "de", "@value": "Berufe"}
        ],
        "http://purl.org/dc/terms/type": [{"@value": "classification-of-occupations"}],
        "http://www.w3.org/2004/02/skos/core#hasTopConcept": [
          {"@id": "https://example.org/trades/7"}
        ]
      },
      {
        "@id": "https://example.org/trades/7",
        "@type": ["http://www.w3.org/2004/02/skos/core#Concept"],
        "http://www.w3.org/2004/02/skos/core#inScheme": [{"@id": "https://example.org/trades"}],
        "http://www.w3.org/2004/02/skos/core#notation": [{"@value": 7}],
        "http://www.w3.org/2004/02/skos/core#prefLabel": [
          {"@language": "en", "@value": "Craft workers"},
          {"@language": "de", "@value": "Handwerker"}
        ]
      },
      {
        "@id": "https://example.org/trades/72",
        "@type": ["http://www.w3.org/2004/02/skos/core#Concept"],
        "http://www.w3.org/2004/02/skos/core#inScheme": [{"@id": "https://example.org/trades"}],
        "http://www.w3.org/2004/02/skos/core#notation": [{"@value": "72"}],
        "http://www.w3.org/2004/02/skos/core#prefLabel": [
          {"@language": "en", "@value": "Metal workers"}
        ],
        "http://www.w3.org/2004/02/skos/core#altLabel": [
          {"@language": "en", "@value": "Smiths"}, {"@language": "en", "@value": "Founders"}
        ],
        "http://www.w3.org/2004/02/skos/core#broader": [{"@id": "https://example.org/trades/7"}],
        "http://www.w3.org/2004/02/skos/core#closeMatch": [
          {"@id": "http://data.europa.eu/esco/isco/C72"}
        ]
      }
    ]

    """

  /// Terms with types and containers, other names of keywords, terms made of later ones, as web services
  /// of thesauri write it.
  static let terms = """
    {
      "@context": {
        "broader": {"@id": "skos:broader", "@type": "@id"},
        "skos": "http://www.w3.org/2004/02/skos/core#",
        "dcterms": {"@id": "http://purl.org/dc/terms/", "@prefix": true},
        "uri": "@id", "type": "@type", "lang": "@language", "value": "@value", "graph": "@graph",
        "Concept": "skos:Concept",
        "inScheme": {"@id": "skos:inScheme", "@type": "@id"},
        "skos:hasTopConcept": {"@type": "@id", "@container": "@set"},
        "notation": "skos:notation",
        "prefLabel": {"@id": "skos:prefLabel", "@container": "@language"},
        "altLabel": {"@id": "skos:altLabel", "@language": "en"},
        "closeMatch": {"@id": "skos:closeMatch", "@type": "@vocab"},
        "C72": "http://data.europa.eu/esco/isco/C72",
        "ignored": null
      },
      "graph": [
        {
          "uri": "https://example.org/trades", "type": "skos:ConceptScheme",
          "dcterms:title": [{"value": "Trades", "lang": "en"}, {"value": "Berufe", "lang": "de"}],
          "dcterms:type": "classification-of-occupations",
          "skos:hasTopConcept": ["https://example.org/trades/7"]
        },
        {
          "uri": "https://example.org/trades/7", "type": ["Concept"],
          "inScheme": "https://example.org/trades", "notation": "7",
          "prefLabel": {"en": "Craft workers", "de": ["Handwerker"]}
        },
        {
          "uri": "https://example.org/trades/72", "type": "Concept",
          "inScheme": "https://example.org/trades", "notation": "72",
          "prefLabel": {"en": "Metal workers"}, "altLabel": ["Smiths", "Founders"],
          "broader": "https://example.org/trades/7", "closeMatch": "C72"
        }
      ]
    }

    """

  /// A vocabulary, a base and a language for all.
  static let vocabulary = """
    {
      "@context": {
        "@version": 1.1,
        "@vocab": "http://www.w3.org/2004/02/skos/core#",
        "@base": "https://example.org/trades/",
        "@language": "en",
        "title": "http://purl.org/dc/terms/title",
        "kind": {"@id": "http://purl.org/dc/terms/type", "@language": null},
        "notation": {"@type": "http://www.w3.org/2001/XMLSchema#string"},
        "inScheme": {"@type": "@id"}
      },
      "@graph": [
        {
          "@id": "../trades", "@type": "ConceptScheme",
          "title": ["Trades", {"@value": "Berufe", "@language": "de"}],
          "kind": "classification-of-occupations",
          "hasTopConcept": {"@id": "7"}
        },
        {
          "@id": "7", "@type": "Concept", "inScheme": "/trades", "notation": "7",
          "prefLabel": ["Craft workers", {"@value": "Handwerker", "@language": "de"}]
        },
        {
          "@id": "./72", "@type": "Concept", "inScheme": "//example.org/trades", "notation": "72",
          "prefLabel": "Metal workers", "altLabel": {"@set": ["Smiths", "Founders", null]},
          "broader": {"@id": "x/../7"},
          "closeMatch": {"@id": "http://data.europa.eu/esco/isco/C72"}
        }
      ]
    }

    """

  /// One node that holds the others.
  static let nested = """
    {
      "@context": {
        "skos": "http://www.w3.org/2004/02/skos/core#", "dcterms": "http://purl.org/dc/terms/"
      },
      "@id": "https://example.org/trades",
      "@type": "skos:ConceptScheme",
      "dcterms:title": [{"@value": "Trades", "@language": "en"}, {"@value": "Berufe", "@language": "de"}],
      "dcterms:type": "classification-of-occupations",
      "skos:hasTopConcept": {
        "@id": "https://example.org/trades/7",
        "@type": "skos:Concept",
        "skos:inScheme": {"@id": "https://example.org/trades"},
        "skos:notation": "7",
        "skos:prefLabel": [
          {"@value": "Craft workers", "@language": "en"},
          {"@value": "Handwerker", "@language": "de"}
        ],
        "@reverse": {
          "skos:broader": {
            "@id": "https://example.org/trades/72",
            "@type": "skos:Concept",
            "skos:inScheme": {"@id": "https://example.org/trades"},
            "skos:notation": "72",
            "skos:prefLabel": {"@value": "Metal workers", "@language": "en"},
            "skos:altLabel": {
              "@set": [
                {"@value": "Smiths", "@language": "en"}, {"@value": "Founders", "@language": "en"}
              ]
            },
            "skos:closeMatch": {"@id": "http://data.europa.eu/esco/isco/C72"}
          }
        }
      }
    }

    """

  /// Concepts that stand under the reverse of what they say of their scheme.
  static let reverse = """
    {
      "@context": {
        "skos": "http://www.w3.org/2004/02/skos/core#", "dcterms": "http://purl.org/dc/terms/",
        "concepts": {"@reverse": "skos:inScheme"},
        "label": {"@id": "skos:prefLabel", "@container": ["@language", "@set"]},
        "title": {"@id": "dcterms:title", "@container": "@language"}
      },
      "@id": "https://example.org/trades",
      "@type": "skos:ConceptScheme",
      "title": {"en": "Trades", "de": "Berufe"},
      "dcterms:type": "classification-of-occupations",
      "skos:hasTopConcept": {"@id": "https://example.org/trades/7"},
      "concepts": [
        {
          "@id": "https://example.org/trades/7", "@type": "skos:Concept", "skos:notation": "7",
          "label": {"en": ["Craft workers"], "de": ["Handwerker"]}
        },
        {
          "@id": "https://example.org/trades/72", "@type": "skos:Concept", "skos:notation": "72",
          "label": {"en": ["Metal workers"]},
          "skos:altLabel": [
            {"@value": "Smiths", "@language": "en"}, {"@value": "Founders", "@language": "en"}
          ],
          "skos:broader": {"@id": "https://example.org/trades/7"},
          "skos:closeMatch": {"@id": "http://data.europa.eu/esco/isco/C72"}
        }
      ]
    }

    """

  /// A list with a named graph, as data sets are written.
  static let namedGraph = "[{\"@id\": \"https://example.org/graph\", \"@graph\": \(expanded)}]\n"

  /// A list of contexts, a node with its own, and one under a term alone.
  static let contexts =
    ours
    .replacing(
      "{\"@context\": {", with: "{\"@context\": [null, {\"skos\": \"urn:x:\"}, {",
      maxReplacements: 1
    )
    .replacing("dc/terms/\"},", with: "dc/terms/\"}],", maxReplacements: 1)
    .replacing(
      "\"@type\": \"skos:Concept\", \"skos:inScheme\": {\"@id\": \"https://example.org/trades\"}, \"skos:notation\": \"7\"",
      with: """
        "@context": {"is": {"@id": "skos:inScheme", "@context": {"t": "https://example.org/"}}, "n": "skos:notation"},
        "@type": "skos:Concept", "is": {"@id": "t:trades"}, "n": "7"
        """)
}
