internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// How a name may go on that a person has begun to write, for the completions of a shell.
extension Desk {
  /// The concepts that a name may become; of many frameworks, only the frameworks.
  ///
  /// - Parameters:
  ///   - start: What is written so far: `ie-nq`, `ie-nqf:1`.
  ///   - limit: How many names to give at most.
  /// - Returns: The names, in their order.
  /// - Throws: Errors of the store.
  public func concepts(startingWith start: String, limit: Int = 200) throws -> [String] {
    if let colon = start.firstIndex(of: ":") {
      let code = String(start[start.index(after: colon)...])
      guard let framework = FrameworkName(String(start[..<colon])) else { return [] }
      return try graph.concepts(of: framework, startingWith: code, limit: limit)
        .map(\.description)
    }
    let names = try frameworks(startingWith: start)
    guard names.count < 4 else { return names.map { $0 + ":" } }
    return try names.compactMap { FrameworkName($0) }.flatMap {
      try graph.concepts(of: $0, startingWith: "", limit: limit / names.count).map(\.description)
    }
  }

  /// The frameworks that a name may become.
  public func frameworks(startingWith start: String) throws -> [String] {
    try graph.frameworks().map(\.name.description).filter { $0.hasPrefix(start) }
  }

  /// The countries and frameworks that a name may become.
  public func places(startingWith start: String) throws -> [String] {
    let countries = try graph.frameworks().flatMap(\.countries).map(\.description)
    let begun = start.uppercased()
    return Set(countries.filter { $0.hasPrefix(begun) }).sorted()
      + (try frameworks(startingWith: start))
  }
}
