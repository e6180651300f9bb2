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
