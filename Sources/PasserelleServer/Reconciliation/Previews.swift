internal import PasserelleAnswers

/// A small preview, to stand beside a suggestion.
struct Flyout: Encodable {
  var id: String
  var html: String
}

extension ReconciliationService {
  /// The card of a concept.
  ///
  /// - Throws: `Problem` if the identifier means no one concept.
  private func card(_ id: String?) throws -> ConceptCard {
    guard let id else { throw Problem.missingItem("id") }
    guard let answer = try library.desk().compare([id]).answer else {
      throw Problem(404, "unknown-name", "the identifier has several meanings")
    }
    return ConceptCard(answer, in: language)
  }

  /// The card of a concept as a page for a frame, which a page of any site may have.
  func preview(_ id: String?) throws -> ServerResponse {
    var response = ServerResponse(try card(id).page, as: "text/html; charset=utf-8")
    response.headers["Content-Security-Policy"] =
      "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors *; base-uri 'none'"
    return response
  }

  /// The card of a concept, to stand in another page.
  func cardFlyout(_ id: String?) throws -> Flyout {
    Flyout(id: id ?? "", html: try card(id).html)
  }

  /// What a type or a property is called.
  func flyout(_ id: String?, _ name: (String) throws -> String?) throws -> Flyout {
    guard let id else { throw Problem.missingItem("id") }
    guard let text = try name(id) else {
      throw Problem(404, "unknown-name", "nothing is named so here")
    }
    return Flyout(id: id, html: "<p>\(text.markup)</p>")
  }
}
