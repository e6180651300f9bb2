import PasserelleAnswers
import TestSupport
import Testing

@testable import PasserelleServer

/// The specification that is served, held to the door.
struct OpenAPITests {
  private func specification() throws -> JSONTree {
    var tree = JSONTree.null
    try withSite { site in
      let response = site.answer("GET", "/v1/openapi.json")
      #expect(response.headers["Content-Type"] == "application/vnd.oai.openapi+json")
      tree = try JSONText.decode(JSONTree.self, from: response.body)
    }
    return tree
  }

  @Test func everyRouteAndParameterIsSpecifiedAndNothingElse() throws {
    let paths = try #require(specification()["paths"]?.object)
    let specified = paths.flatMap { path, methods in
      (methods.object ?? [:]).flatMap { method, operation in
        (operation["parameters"]?.list ?? []).map {
          "\(method) \(path) \($0["name"]?.text ?? "")"
        } + ["\(method) \(path)"]
      }
    }
    let served = Routes.all.flatMap { route in
      let path = "\(route.method.lowercased()) /\(route.segments.joined(separator: "/"))"
      return route.parameters.map { "\(path) \($0.name)" } + [path]
    }

    #expect(Set(specified) == Set(served))
    #expect(specified.count == served.count)
  }

  @Test func everyReferenceLeadsToASchema() throws {
    let specification = try specification()
    let references = specification.references

    #expect(references.count > 100)
    for reference in references {
      let steps = reference.dropFirst(2).split(separator: "/").map(String.init)
      #expect(reference.hasPrefix("#/"))
      #expect(steps.reduce(specification as JSONTree?) { $0?[$1] } != nil, "\(reference)")
    }
  }

  @Test func everyKindOfAnswerHasItsSchema() throws {
    let schemas = try #require(specification()["components"]?["schemas"]?.object)

    for kind in Routes.all.compactMap(\.kind) {
      let schema = schemas[kind]?["$defs"]?[kind] ?? schemas[kind]
      #expect(schema?["properties"]?["answer"]?["const"]?.text == kind)
    }
  }

  @Test func whatTheServerSaysOfItselfIsSpecified() throws {
    try withSite { site in
      let about = try JSONText.decode(
        JSONTree.self, from: site.answer("GET", "/v1/about").body)
      let problem = try JSONText.decode(
        JSONTree.self, from: site.answer("GET", "/v1/show?id=bachelr&asOf=2026").body)

      #expect(about.names == About.schema["properties"]?.names)
      #expect(problem.names.isSubset(of: Problem.schema["properties"]?.names ?? []))
      #expect(about["licences"]?.list?.isEmpty == false)
    }
  }
}

extension JSONTree {
  fileprivate var object: [String: JSONTree]? {
    if case .object(let members) = self { members } else { nil }
  }
  fileprivate var list: [JSONTree]? { if case .list(let items) = self { items } else { nil } }
  fileprivate var text: String? { if case .text(let text) = self { text } else { nil } }
  fileprivate subscript(key: String) -> JSONTree? { object?[key] }
  fileprivate var names: Set<String> { Set((object ?? [:]).keys) }

  /// All references in it.
  fileprivate var references: [String] {
    switch self {
    case .null, .truth, .number, .fraction, .text: []
    case .list(let items): items.flatMap(\.references)
    case .object(let members):
      [members["$ref"]?.text].compactMap(\.self) + members.values.flatMap(\.references)
    }
  }
}
