/// A body that every country has, and that a source names by its part rather than by its name.
///
/// A descriptor writes the word, and every language has its own for it.
package enum CommonBody: String, Message {
  case employer
  case institution
  case competentAuthority = "competent-authority"

  package var key: String { "body.\(rawValue)" }

  /// The words for a body as a descriptor writes it: a common one, or a name.
  package static func phrase(for body: String) -> Phrase {
    Self(rawValue: body).map { $0() } ?? .verbatim(body)
  }
}
