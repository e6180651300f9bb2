package import PasserelleModel

/// What an origin of titles is called.
package enum OriginWord: String, Message {
  case anywhere = "origin.anywhere"
  case not = "origin.not"
}

/// What a field or an occupation is called in a list of what is covered: by its title, with its code.
package enum SubjectWord: String, Message {
  case titled = "subject.titled"
}

/// The names of what procedures and agreements are limited to: countries by their codes, groups, fields and
/// occupations by the titles that data gives them.
package struct ScopeNames: Sendable {
  private let groups: [FrameworkName: LocalizedText]
  private let subjects: [Identifier: LocalizedText]

  /// Looks up the names of the groups, and of some fields and occupations.
  package init(for subjects: [Identifier], in graph: any GraphReading) throws {
    groups = Dictionary(
      try graph.agreements().map { ($0.agreement.name, $0.agreement.title) },
      uniquingKeysWith: { first, _ in first })
    self.subjects = Dictionary(
      try Set(subjects).compactMap { id in
        try graph.concept(id).map { (id, $0.concept.title) }
      }, uniquingKeysWith: { first, _ in first })
  }

  package func phrase(for origin: TitleOrigin) -> Phrase {
    let place: Phrase =
      switch origin.place {
      case .anywhere: OriginWord.anywhere()
      case .country(let country): .verbatim(country.description)
      case .parties(let name): groups[name].map { Phrase($0) } ?? .verbatim(name.description)
      }
    return origin.isExcluded ? OriginWord.not(parts: ["origin": [place]]) : place
  }

  /// A field or an occupation: `Welders and flame cutters (isco-08:7212)`; its code alone, if it has no title
  /// here.
  package func phrase(for subject: Identifier) -> Phrase {
    guard let title = subjects[subject], !title.isEmpty else {
      return .verbatim(subject.description)
    }
    return SubjectWord.titled(["id": subject.description], parts: ["title": [Phrase(title)]])
  }
}

extension Procedure {
  /// The fields and occupations that it excepts.
  package var exceptions: [Identifier] { exceptedFields + exceptedOccupations }

  /// The fields and occupations that it names.
  package var subjects: [Identifier] { educationFields + occupations + exceptions }
}

extension Agreement {
  /// The fields and occupations that it excepts.
  package var exceptions: [Identifier] { exceptedFields + exceptedOccupations }

  /// The fields and occupations that it names.
  package var subjects: [Identifier] { educationFields + occupations + exceptions }
}
