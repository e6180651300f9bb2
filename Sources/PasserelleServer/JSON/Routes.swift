internal import PasserelleAnswers
internal import PasserelleModel

/// All questions of the JSON interface: the door, the specification and its tests are made of this table.
enum Routes {
  static let all = questions + lists + whole + batches + documents

  private static let asked: [Parameter] = [.asOf, .lang]

  /// Questions about concepts that people name.
  private static let questions = [
    Route(
      path: ["compare"],
      summary:
        "Compares levels or qualifications; with a single one, says what it is referenced to.",
      parameters: [
        Parameter(
          name: "id", summary: "A level or qualification, by its ID or title.", isRequired: true,
          most: 12, example: ["ie-nqf:8", "de-nqf:6"]), .purpose,
      ] + asked, kind: "comparison", mayBeAmbiguous: true
    ) { asked, _ in
      Route.asked(try asked.desk().compare(asked.all("id"), for: asked.terms.purpose))
    },
    Route(
      path: ["equivalents"],
      summary: "Lists what is at the same reference level in a country or framework.",
      parameters: [
        .required("id", "The level or qualification, by its ID or title.", for: "de-nqf:6"),
        .required("in", "A country or a framework.", for: "ie"), .purpose,
      ] + asked + [.format], kind: "correspondents", mayBeAmbiguous: true, isTable: true
    ) { asked, _ in
      Route.listed(
        try asked.desk().equivalents(
          of: asked["id"], in: asked["in"], for: asked.terms.purpose))
    },
    Route(
      path: ["explain"],
      summary: "Shows every chain of statements between two concepts, and why there are no others.",
      parameters: [
        .required("from", "Where the chains start.", for: "isco-88:7233"),
        .required("to", "Where they end.", for: "isco-08:7233"),
        Parameter(
          name: "maxSteps", values: .number(1...8, usually: 6),
          summary: "How many links a chain may have."),
      ] + asked, kind: "explanation", mayBeAmbiguous: true
    ) { asked, _ in
      Route.asked(
        try asked.desk().explain(
          asked["from"], asked["to"], maxSteps: asked.number("maxSteps") ?? 6))
    },
    Route(
      path: ["show"],
      summary: "Shows a concept, a framework or an agreement with everything known about it.",
      parameters: [.required("id", "A concept, a framework or an agreement.", for: "fr-nqf:5")]
        + asked, kind: "concept", mayBeAmbiguous: true
    ) { asked, _ in Route.asked(try asked.desk().show(asked["id"])) },
    Route(
      path: ["gap"],
      summary: "Shows which competences of one thing another covers, and which are left open.",
      parameters: [
        .required(
          "from", "What is offered: a qualification or an occupation.", for: "isco-08:7212"),
        .required("to", "What is asked for.", for: "isco-08:7213"),
      ] + asked, kind: "gap", mayBeAmbiguous: true
    ) { asked, _ in Route.asked(try asked.desk().gap(from: asked["from"], to: asked["to"])) },
    Route(
      path: ["statement"],
      summary:
        "Writes the standing statement of comparability of a type of qualification, about no person.",
      parameters: [
        .required("id", "The level or qualification, by its ID or title.", for: "de-nqf:meister"),
        .required("for", "The country of destination.", for: "IE"),
        Parameter(
          name: "purpose", values: .choice(Terms.purposes.map(\.rawValue)),
          summary: "What it is for, which decides who is competent.", isRequired: true,
          example: ["study"]),
      ] + asked, kind: "comparability", mayBeAmbiguous: true
    ) { asked, _ in
      Route.asked(
        try asked.filingDesk().standingStatement(
          on: asked["id"], for: asked["for"], purpose: asked.terms.purpose ?? .study,
          in: asked.terms.language))
    },
  ]

  /// Lists of what there is.
  private static let lists = [
    Route(
      path: ["search"],
      summary: "Searches all titles and names, across case, accents and word order.",
      parameters: [
        .required(
          "q", "The words; a country or a framework among them limits the search to it.",
          for: "Meister"),
        Parameter(
          name: "limit", values: .number(1...1_000, usually: 20),
          summary: "How many labels to give at most."),
      ] + asked + [.format], kind: "search", isTable: true
    ) { asked, _ in .list(try asked.desk().search(asked["q"], limit: asked.number("limit") ?? 20))
    },
    Route(
      path: ["frameworks"], summary: "Lists all frameworks, and the registers after them.",
      parameters: asked + [.limit, .offset, .format], kind: "frameworks", isTable: true
    ) { asked, _ in .pages(try asked.desk().frameworkList()) },
    Route(
      path: ["list"], summary: "Lists all concepts of a framework, in their order.",
      parameters: [
        .required("in", "A framework, or a country for all of its frameworks.", for: "ie-nqf")
      ]
        + asked + [.limit, .offset, .format], kind: "concepts", isTable: true
    ) { asked, _ in .pages(try asked.desk().list(asked["in"])) },
  ]

  /// Questions about countries, frameworks and the library as a whole.
  private static let whole = [
    Route(
      path: ["corridor"], summary: "Gathers all that is known between two countries.",
      parameters: [
        .required("from", "The country that people come from, by code or name.", for: "PH"),
        .required("to", "The country that they go to.", for: "DE"),
      ] + asked, kind: "corridor"
    ) { asked, _ in .answer(try asked.desk().corridor(from: asked["from"], to: asked["to"])) },
    Route(
      path: ["atlas"],
      summary: "Shows which frameworks are linked to which, how, and on what evidence.",
      parameters: [
        Parameter(
          name: "of",
          summary: "A framework or a country; usually all national frameworks in force.",
          most: 40, example: ["ie-nqf", "de-nqf", "fr-nqf"])
      ] + asked + [.format], kind: "atlas", isTable: true
    ) { asked, _ in .list(try asked.desk().atlas(of: asked.all("of"))) },
    Route(
      path: ["diff"],
      summary: "Shows what differs between two frameworks, and what that does to links.",
      parameters: [
        .required("from", "The old version.", for: "isced-1997"),
        .required("to", "The new version.", for: "isced-2011"),
      ] + asked, kind: "difference"
    ) { asked, _ in .answer(try asked.desk().diff(from: asked["from"], to: asked["to"])) },
    Route(
      path: ["contradictions"],
      summary: "Lists statements that cannot all hold, with the fewest that show it.",
      parameters: [
        Parameter(
          name: "limit", values: .number(1...1_000, usually: 1_000),
          summary: "How many to list at most.", example: ["10"])
      ] + asked, kind: "contradictions"
    ) { asked, _ in
      .answer(try asked.desk().contradictions(limit: asked.number("limit") ?? 1_000))
    },
    Route(
      path: ["statistics"],
      summary: "Counts what the library holds, and gives the hash of its content.",
      parameters: [.lang], kind: "statistics"
    ) { asked, _ in .answer(try asked.desk().statistics()) },
  ]

  /// What no desk says.
  private static let documents = [
    Route(
      path: ["about"],
      summary:
        "Says what is served: the program, the state of the library, licences, languages, limits."
    ) { asked, _ in .document(try About(asked.library).json, as: "application/json") },
    Route(path: ["openapi.json"], summary: "Gives this specification.") { asked, _ in
      .document(
        try OpenAPI(asked.library.equipment).json, as: "application/vnd.oai.openapi+json")
    },
  ]
}
