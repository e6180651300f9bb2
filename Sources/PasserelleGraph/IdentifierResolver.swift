package import PasserelleModel

/// Finds what a person means by an identifier: in any case, by alias, or by title.
///
/// It never guesses: several candidates are an ambiguity, and none is unknown.
package struct IdentifierResolver {
  /// What was meant.
  package enum Resolution: Hashable, Sendable {
    case found(Identifier)
    case ambiguous([Identifier])
    /// Nothing has this name; these are near.
    case unknown(near: [String])
    /// No framework has this name; these are near.
    case unknownFramework(String, near: [String])
  }

  private let graph: any GraphReading
  /// The day that decides which version a bare name means.
  private let day: Day

  package init(_ graph: any GraphReading, day: Day) {
    self.graph = graph
    self.day = day
  }

  /// Finds a concept.
  package func concept(_ text: String) throws -> Resolution {
    let text = text.trimmed
    let prefix = text.firstIndex(of: ":").map { String(text[..<$0]) }
    if let prefix, !(try matches(prefix).isEmpty) {
      return try concept(code: String(text.dropFirst(prefix.count + 1)), in: prefix)
    }
    let titled = try self.titled(text)
    if !titled.isEmpty { return Self.resolution(titled) }
    if let prefix {
      // 'IE:5': a country has no levels, and its frameworks do.
      let country = CountryCode(prefix.uppercased())
      let national = try frameworks(prefix).filter { $0.countries.contains { $0 == country } }
      guard national.isEmpty else {
        let code = String(text.dropFirst(prefix.count + 1))
        return .unknown(near: try nearCodes(to: code, in: national, or: national))
      }
      return .unknownFramework(prefix, near: try near(prefix))
    }
    // 'DQR 6', as people say it.
    if let space = text.lastIndex(where: \.isWhitespace),
      !(try matches(String(text[..<space])).isEmpty)
    {
      return try concept(
        code: String(text[text.index(after: space)...]), in: String(text[..<space]))
    }
    // 'EQF4', without the colon.
    if let digit = text.firstIndex(where: \.isNumber), digit > text.startIndex {
      let name = String(text[..<digit].reversed().drop { !$0.isLetter }.reversed())
      let near = try concept(code: String(text[digit...]), in: name)
      if case .found(let id) = near { return .unknown(near: [id.description]) }
    }
    // A framework is no concept; its levels are.
    let levels = try inForce(matches(text)).flatMap { try graph.concepts(of: $0.name) }
      .prefix(12).map(\.id.description)
    return .unknown(near: levels.isEmpty ? try near(text) : levels)
  }

  /// Finds the versions of frameworks that a name, an alias or a country means on the day.
  package func frameworks(_ text: String) throws -> [Framework] {
    let text = text.trimmed
    let named = try matches(text)
    if !named.isEmpty { return inForce(named) }
    guard let country = CountryCode(text.uppercased()) else { return [] }
    // A country is asked for its levels; a register of thousands of records is asked for by name, and
    // who decides has no levels.
    return inForce(
      try graph.frameworks().filter { framework in
        framework.kind != .register && framework.kind != .recognition
          && framework.countries.contains { $0.isWithin(country) || country.isWithin($0) }
      })
  }

  /// Whether a text names no framework, and can only be a country's code.
  package func isCountry(_ text: String) throws -> Bool { try matches(text.trimmed).isEmpty }

  /// The names and aliases that are near a text.
  package func near(_ text: String) throws -> [String] {
    let names = try graph.frameworks().flatMap { [$0.name.series] + $0.aliases + $0.acronyms }
    let same = Set(names).filter { $0.isWrittenLike(text) }.sorted()
    return same.isEmpty ? nearNames(to: text, in: names) : same
  }

  private func concept(code: String, in name: String) throws -> Resolution {
    let candidates = try matches(name)
    let versions = inForce(candidates)
    var found: [Identifier] = []
    for version in versions {
      let name = version.name
      if let code = Code(code), try graph.concept(Identifier(name, code)) != nil {
        found.append(Identifier(name, code))
        continue
      }
      let folded = code.lowercased()
      found += try graph.concepts(of: name).map(\.id)
        .filter { $0.code?.description.lowercased() == folded }
    }
    guard found.isEmpty else { return Self.resolution(found) }
    return .unknown(near: try nearCodes(to: code, in: versions, or: candidates))
  }

  /// What someone may have meant by a code: the same one in another version, or one that is near.
  private func nearCodes(
    to code: String, in versions: [Framework], or all: [Framework]
  ) throws -> [String] {
    let elsewhere = try all.map(\.name).compactMap { name in
      try Code(code).flatMap { try graph.concept(Identifier(name, $0))?.id.description }
    }
    guard elsewhere.isEmpty else { return elsewhere }
    var codes: [String] = []
    for version in versions {
      codes += try graph.concepts(of: version.name).map(\.id.description)
    }
    let wanted = versions.first.map { "\($0.name):\(code)" } ?? code
    let whole = Self.withZeros(code, among: codes)
    let parts = whole.isEmpty ? Self.parts(of: code, among: codes) : []
    if !parts.isEmpty { return parts }
    if whole.isEmpty && codes.count <= 20 { return codes }
    let near = nearNames(to: wanted, in: codes).filter { !whole.contains($0) }
    return Array((whole + near).prefix(3))
  }

  /// The concepts whose codes are a code with zeros in front, which a spreadsheet may have taken.
  private static func withZeros(_ code: String, among ids: [String]) -> [String] {
    let code = code.lowercased()
    return ids.filter { id in
      let other = id.code
      return other.count > code.count && other.drop { $0 == "0" } == code
    }.sorted { ($0.count, $0) < ($1.count, $1) }
  }

  /// The concepts whose codes are a code with one letter or digit more: `5A` and `5B` for `5`.
  private static func parts(of code: String, among ids: [String]) -> [String] {
    let code = code.lowercased()
    guard !code.isEmpty else { return [] }
    return ids.filter { $0.code.count == code.count + 1 && $0.code.hasPrefix(code) }
  }

  /// The concepts with a title, of the versions that are in force where any of them is.
  ///
  /// - Parameters:
  ///   - title: The title.
  ///   - frameworks: Where it is looked for; everywhere if `nil`.
  /// - Returns: The concepts that have it.
  /// - Throws: Errors of the graph.
  package func titled(
    _ title: String, in frameworks: [FrameworkName]? = nil
  ) throws -> [Identifier] {
    let found = try graph.concepts(meantBy: title).map(\.id)
      .filter { frameworks?.contains($0.framework) ?? true }
    let names = Set(found.map(\.framework))
    let current = Set(inForce(try names.compactMap(graph.framework)).map(\.name))
    return found.filter { current.contains($0.framework) }
  }

  private static func resolution(_ found: [Identifier]) -> Resolution {
    let distinct = Set(found).sorted { $0.description < $1.description }
    return distinct.count == 1 ? .found(distinct[0]) : .ambiguous(distinct)
  }

  /// The frameworks with this name or alias, before their versions are chosen.
  private func matches(_ text: String) throws -> [Framework] {
    let parts = text.lowercased().split(separator: "@", maxSplits: 1).map { String($0).trimmed }
    guard let name = parts.first else { return [] }
    let named = try graph.frameworks(called: name)
    guard parts.count == 2 else { return named }
    return named.filter { framework in
      let own = framework.name
      return own.version?.lowercased() == parts[1] || own.series == "\(own.stem)-\(parts[1])"
    }
  }

  /// Of several versions of one series, those in force on the day; all, where none is.
  private func inForce(_ frameworks: [Framework]) -> [Framework] {
    let series = Dictionary(grouping: frameworks) { $0.name.series }
    return series.keys.sorted().flatMap { key -> [Framework] in
      let versions = series[key, default: []]
      guard versions.count > 1 else { return versions }
      let certain = versions.filter { $0.validity.holding(on: day) == .yes }
      let current = certain.isEmpty ? versions.filter { $0.validity.contains(day) } : certain
      return current.isEmpty ? versions : current
    }
  }
}

extension FrameworkName {
  /// The series without its last part: `isced` for `isced-2011`, so that `isced@2011` finds it.
  fileprivate var stem: String {
    series.lastIndex(of: "-").map { String(series[..<$0]) } ?? series
  }
}

extension String {
  /// The code of an identifier, in small letters.
  fileprivate var code: String {
    firstIndex(of: ":").map { self[index(after: $0)...].lowercased() } ?? self
  }

  /// Whether two names differ in nothing but case, hyphens, and the century of a year: `ISCED97`.
  fileprivate func isWrittenLike(_ other: String) -> Bool {
    func parts(_ text: String) -> (letters: String, digits: String) {
      let text = text.lowercased().filter { $0.isLetter || $0.isNumber }
      let letters = text.prefix { !$0.isNumber }
      return (String(letters), String(text.dropFirst(letters.count)))
    }
    let (own, its) = (parts(self), parts(other))
    return own.letters == its.letters && !its.digits.isEmpty && own.digits.hasSuffix(its.digits)
  }
}
