internal import PasserelleGraph
package import PasserelleModel
internal import PasserelleStore

/// Where a title is looked for: among some kinds of things, in some frameworks.
package struct TitleScope: Sendable {
  /// A kind, some frameworks, or a kind in some frameworks.
  package struct Part: Sendable {
    var kind: ConceptKind?
    /// All if `nil`.
    var frameworks: [FrameworkName]?

    /// Whether it is about a framework, and perhaps others.
    package func includes(_ framework: Framework) -> Bool {
      frameworks?.contains(framework.name) ?? false
    }
  }

  /// What is looked at: any of these; everything if there are none.
  package var parts: [Part] = []
  /// What each narrows it to: the frameworks of a country, a framework.
  package var places: [[FrameworkName]] = []
  /// The kinds of things that are looked at; all if there are none.
  package var kinds: Set<ConceptKind> = []

  /// Everything.
  package init() {}

  /// The frameworks that are searched; all if `nil`.
  var frameworks: [FrameworkName]? {
    let ofParts = parts.compactMap(\.frameworks)
    let all =
      (ofParts.count == parts.count && !parts.isEmpty ? [ofParts.flatMap { $0 }] : []) + places
    guard var found = all.first else { return nil }
    for names in all.dropFirst() { found = found.filter(names.contains) }
    var seen: Set<FrameworkName> = []
    return found.filter { seen.insert($0).inserted }
  }

  /// Whether only some kinds of things are looked at.
  var hasKinds: Bool { !kinds.isEmpty || parts.contains { $0.kind != nil } }

  func contains(_ record: ConceptRecord) -> Bool {
    let (kind, framework) = (record.concept.kind, record.id.framework)
    return (kinds.isEmpty || kinds.contains(kind)) && places.allSatisfy { $0.contains(framework) }
      && (parts.isEmpty
        || parts.contains { part in
          (part.kind == nil || part.kind == kind) && part.frameworks?.contains(framework) ?? true
        })
  }
}

extension Desk {
  /// The part of a scope that a name means: `qualification`, `ie-nqf`, `ie-nqf/qualification`, `IE`.
  ///
  /// - Parameter name: A kind of thing, a framework, a country, or a kind in one of these.
  /// - Returns: The part; `nil` if the name means nothing.
  /// - Throws: Errors of the store.
  package func titlePart(named name: String) throws -> TitleScope.Part? {
    if let kind = ConceptKind(name) { return TitleScope.Part(kind: kind) }
    let parts = name.split(separator: "/", maxSplits: 1).map(String.init)
    guard let place = parts.first else { return nil }
    let frameworks = try titlePlaces(named: place)
    guard !frameworks.isEmpty else { return nil }
    guard parts.count == 2 else { return TitleScope.Part(frameworks: frameworks) }
    return ConceptKind(parts[1]).map { TitleScope.Part(kind: $0, frameworks: frameworks) }
  }

  /// The frameworks in which the titles of a country or of a framework stand; none if the name means
  /// neither.
  ///
  /// Titles of a country are in its registers as well, which a question about its levels leaves out.
  package func titlePlaces(named text: String) throws -> [FrameworkName] {
    let levels = try places(named: text)
    let isNamed = try !resolver.isCountry(text)
    let country =
      CountryCode(text.trimmed.uppercased())
      ?? CountryNames.code(of: text).flatMap { CountryCode($0) }
    guard !isNamed, let country else { return levels.map(\.name) }
    let registers = try graph.frameworks().filter { framework in
      framework.kind == .register
        && framework.countries.contains { $0.isWithin(country) || country.isWithin($0) }
    }
    return (levels + registers).map(\.name)
  }
}
