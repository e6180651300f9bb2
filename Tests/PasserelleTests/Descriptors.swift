import PasserelleModel
import Testing

/// Publications that say all that a descriptor can carry, and some that say more.
enum Descriptors {
  /// A framework, a set of mappings, an agreement and the recognition of a country, with every field of every statement.
  static let all: [Statement] = [framework, mappingSet, agreement, recognition]
    .flatMap(\.self)

  private static let framework: [Statement] =
    [[FollowedStatement.framework.full], documents, concepts, frameworkLinks].flatMap(\.self)
    + [FollowedStatement.note.full, FollowedStatement.procedure.full]
  private static let mappingSet: [Statement] =
    [[FollowedStatement.mappings.full], documents, mappings].flatMap(\.self)
  private static let agreement: [Statement] =
    [[FollowedStatement.agreement.full], documents, declarations].flatMap(\.self)

  private static let recognition: [Statement] =
    [.framework(recognitionHead)] + head.dropFirst() + [FollowedStatement.procedure.full]

  private static var recognitionHead: Framework {
    var recognition = Framework(
      name: FrameworkName(series: "xx-recognition"), kind: .recognition, title: .english("X"))
    recognition.countries = ["QA", "GB-SCT"].compactMap { CountryCode($0) }
    (recognition.licence, recognition.source) = ("CC-BY-4.0", "act")
    return recognition
  }

  /// What no descriptor has a place for, and under which name an export counts it.
  static let beyond: [Beyond] = [
    .init(
      "outcome of a link that is not a decision",
      head + [.concept(level), link { $0.outcome = .partial }]),
    .init(
      "decisions outside an agreement",
      head + [.concept(level), link { $0.relation = .precedent }]),
    .init(
      "address of the concept that a link stands with",
      head + [.concept(level), link { $0.fromURI = "https://example.org/a" }]),
    .init(
      "links from concepts that are not described",
      head + [link { ($0.from, $0.to) = (elsewhere, FollowedStatement.id("level")) }]),
    .init(
      "notes about concepts that are not described",
      head + [.note(Note(about: elsewhere, text: .english("n"), source: "act"))]),
    .init(
      "names of concepts that are not described",
      head + [.name(Name(of: elsewhere, text: .english("n"), kind: .official, source: "act"))]),
    .init(
      "links of an agreement that are not declarations",
      law() + [link { $0.relation = .relatedMatch }]),
    .init(
      "declarations that leave out what their agreement says",
      law { $0.parties = ["Ministry"] } + [link()]),
    .init(
      "decisions without an outcome", law() + [link { $0.relation = .precedent }]),
    .init("address of an authority that has no name", register),
    .init(
      "what the recognition of a country has no place for",
      recognition { $0.aliases = ["X"] }),
    .init(
      "concepts of the recognition of a country",
      recognition { _ in } + [.concept(conceptOfRecognition)]),
  ]

  /// What is stated, and what an export says of it.
  struct Beyond: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var statements: [Statement]

    init(_ kind: String, _ statements: [Statement]) {
      (testDescription, self.statements) = (kind, statements)
    }
  }

  private static let head = FollowedStatement.head
  private static let elsewhere = Identifier(FrameworkName(series: "yy"), Code("1"))

  private static var level: Concept {
    var concept = Concept(id: FollowedStatement.id("a"), kind: .level, title: .english("A"))
    concept.source = "act"
    return concept
  }

  private static var register: [Statement] {
    var framework = Framework(name: FollowedStatement.name, kind: .register, title: .english("X"))
    framework.authorityURL = "https://example.org"
    framework.source = "act"
    return [.framework(framework)] + head.dropFirst()
  }

  private static func recognition(_ change: (inout Framework) -> Void) -> [Statement] {
    var framework = recognitionHead
    change(&framework)
    return [.framework(framework)] + head.dropFirst()
  }

  private static var conceptOfRecognition: Concept {
    var concept = level
    concept.id = Identifier(FrameworkName(series: "xx-recognition"), Code("a"))
    return concept
  }

  private static func law(_ change: (inout Agreement) -> Void = { _ in }) -> [Statement] {
    var agreement = Agreement(
      name: FrameworkName(series: "xx-law"), kind: .law, title: .english("A law"))
    agreement.source = "act"
    change(&agreement)
    return [.agreement(agreement)] + head.dropFirst()
  }

  private static let documents = [FollowedStatement.document.full] + head.dropFirst()

  // MARK: - A framework

  /// A concept of each kind, with all that a concept may say.
  private static let concepts = ConceptKind.allCases.flatMap { kind in
    guard case .concept(var concept) = FollowedStatement.concept.full else {
      fatalError("a concept")
    }
    concept.id = FollowedStatement.id(kind.rawValue)
    concept.kind = kind
    guard case .name(var name) = FollowedStatement.furtherName.full else { fatalError("a name") }
    name.concept = concept.id
    return [Statement.concept(concept), .name(name)]
  }

  /// A link of each relation, from a level and from the framework as a whole.
  private static let frameworkLinks = [
    FollowedStatement.id("level"), Identifier(FollowedStatement.name),
  ]
  .flatMap { from in
    Relation.allCases.filter { $0 != .precedent }.map { relation in
      link { link in
        link = full
        link.from = from
        link.relation = relation
        link.to = elsewhere
        (link.outcome, link.fromURI) = (nil, nil)
      }
    }
  }

  // MARK: - Mappings and declarations

  private static let mappings = Relation.allCases.map { relation in
    link { link in
      link = full
      (link.from, link.relation, link.to) = (FollowedStatement.id("level"), relation, elsewhere)
      link.outcome = nil
    }
  }

  private static let declarations = [
    declaration {
      $0.relation = .precedent
      $0.outcome = full.outcome
    },
    declaration(),
    // The agreement was not seen in its document; what it declares here was.
    declaration {
      $0.to = FollowedStatement.id("occupation")
      $0.isVerified = true
    },
  ]

  private static func declaration(_ change: (inout Link) -> Void = { _ in }) -> Statement {
    link { link in
      link = full
      (link.from, link.to) = (FollowedStatement.id("level"), FollowedStatement.id("qualification"))
      link.outcome = nil
      change(&link)
    }
  }

  private static var full: Link {
    guard case .link(let link) = FollowedStatement.link.full else { fatalError("a link") }
    return link
  }

  private static func link(_ change: (inout Link) -> Void = { _ in }) -> Statement {
    var link = Link(
      from: FollowedStatement.id("a"), .declaredEquivalent, to: elsewhere,
      source: "act")
    change(&link)
    return .link(link)
  }
}
