internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

extension Desk {
  /// Why a name means no concept, as closely as can be said.
  ///
  /// - Parameters:
  ///   - text: The name.
  ///   - near: Names that are near it.
  ///   - framework: What stands before the colon, if no framework is named so.
  /// - Returns: `UncoveredCountry` if it is of a country without frameworks; else `UnknownName`.
  /// - Throws: Errors of the store.
  func unknown(
    _ text: String, near: [String], noFramework framework: String? = nil
  ) throws -> any Error {
    if let country = try uncovered(framework ?? text) { return country }
    guard let framework else {
      let whole = try places(named: text).map(\.name.description)
      return UnknownName(text, near: near, notes: try notes(on: text), frameworks: whole)
    }
    let meant = try meant(by: framework, code: String(text.dropFirst(framework.count + 1)).trimmed)
    return meant.isEmpty
      ? UnknownName(framework, near: near, .framework) : UnknownName(text, near: meant)
  }

  /// A country that has no framework here, named by its code, by its name, or by what the name of its
  /// framework would begin with: `SY`, `Syria`, `sy-nqf`.
  private func uncovered(_ name: String) throws -> UncoveredCountry? {
    let start = String(name.prefix { $0 != "-" }).uppercased()
    guard let code = CountryNames.code(of: name) ?? CountryNames.known(start),
      try resolver.frameworks(code).isEmpty
    else { return nil }
    return UncoveredCountry(code: code, name: CountryNames.name(of: code))
  }

  /// What a kind of award and a number may mean: 'NVQ:4' is a level where a framework has NVQs alone,
  /// and a title elsewhere.
  private func meant(by name: String, code: String) throws -> [String] {
    guard !code.isEmpty else { return [] }
    let ending = "-" + name.lowercased()
    let levels = try graph.frameworks().filter { $0.name.series.hasSuffix(ending) }
      .compactMap { framework in Code(code).map { Identifier(framework.name, $0) } }
      .filter { try graph.concept($0) != nil }
    let titles = try graph.search("\(name) \(code)", limit: 5).filter { $0.id.code != nil }
      .map(\.id)
    return (levels + titles.filter { !levels.contains($0) }).prefix(5).map(\.description)
  }
}
