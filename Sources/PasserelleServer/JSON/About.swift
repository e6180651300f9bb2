internal import Passerelle
internal import PasserelleAnswers

/// What is served: for people and programs that rely on it.
struct About {
  let json: String

  init(_ library: LibraryState) throws {
    let licences = try Installation.licences(in: library.graph).map { terms in
      JSONTree.object([
        "licence": .text(terms.licence),
        "publications": .list(terms.publications.map(JSONTree.text)),
      ])
    }
    let about: JSONTree = [
      "program": .text(Program.version), "contentHash": .text(library.hash),
      "today": .text("\(library.today)"),
      "languages": .list(library.languages.names.map(JSONTree.text)),
      "purposes": .list(Terms.purposes.map { .text($0.rawValue) }), "licences": .list(licences),
      "limits": [
        "addressBytes": .number(RequestLimits.target),
        "parameterCharacters": .number(Parameter.longest),
        "batchBytes": .number(Routes.longestBatch),
      ],
      "specification": .text("\(library.baseURL)/v1/openapi.json"),
    ]
    json = try JSONText.encode(about)
  }

  static let schema: JSONTree = [
    "type": "object",
    "description": "What is served.",
    "additionalProperties": false,
    "required": [
      "program", "contentHash", "today", "languages", "purposes", "licences", "limits",
      "specification",
    ],
    "properties": [
      "program": ["type": "string", "description": "The version of the program."],
      "contentHash": [
        "type": "string",
        "description":
          "The hash of all content of the library, which changes whenever an answer may.",
      ],
      "today": [
        "type": "string", "description": "The day as of which answers usually hold (UTC).",
      ],
      "languages": texts("The languages of answers."),
      "purposes": texts("The purposes that a question may have."),
      "licences": [
        "type": "array", "description": "The licences that the sources name.",
        "items": [
          "type": "object", "additionalProperties": false, "required": ["licence", "publications"],
          "properties": [
            "licence": ["type": "string", "description": "The licence, as the sources name it."],
            "publications": texts("The publications that name it."),
          ],
        ],
      ],
      "limits": [
        "type": "object", "description": "How much a request may be.",
        "additionalProperties": ["type": "integer"],
      ],
      "specification": ["type": "string", "description": "Where the specification is."],
    ],
  ]

  private static func texts(_ description: String) -> JSONTree {
    ["type": "array", "description": .text(description), "items": ["type": "string"]]
  }
}
