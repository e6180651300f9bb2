internal import PasserelleGraph
internal import PasserelleModel

// Cases of the model and the engine that have words of their own.

extension Outcome: Message {
  package var key: String { "scope.outcome.\(rawValue)" }
}

extension NameKind: Message {
  package var key: String { "name-kind.\(rawValue)" }
}

extension ConceptKind: Message {
  package var key: String { "kind.\(rawValue)" }
}

extension Element: Message {
  package var key: String { "element.\(rawValue)" }
}

extension Comparability: Message {
  package var key: String { "comparability.\(rawValue)" }
}

extension Contradiction.Kind: Message {
  package var key: String { "contradiction.\(rawValue)" }
}

/// What contradictions of a kind are called where they are counted.
struct ContradictionName: Message {
  let kind: Contradiction.Kind

  static var allCases: [Self] { Contradiction.Kind.allCases.map(Self.init) }
  package var key: String { "contradiction-kind.\(kind.rawValue)" }
}

/// The reference frameworks that languages have names of their own for.
enum ReferenceName: String, Message {
  case eqf = "reference.eqf"
  case eqfLevel = "reference-level.eqf"
}

extension FrameworkKind: Message {
  package var key: String { "framework-kind.\(rawValue)" }
}

extension AgreementKind: Message {
  package var key: String { "agreement-kind.\(rawValue)" }
}

extension Language {
  /// The words for the token of a kind; what is not one, such as the name of a tier, stays.
  func kind(_ token: String) -> String {
    FrameworkKind(rawValue: token).map { self($0) } ?? ConceptKind(rawValue: token).map { self($0) }
      ?? AgreementKind(rawValue: token).map { self($0) } ?? token
  }
}
