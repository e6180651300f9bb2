package import PasserelleGraph
package import PasserelleModel
internal import PasserelleStore

extension Desk {
  /// Shows what differs between two frameworks, and what that does to the links of others.
  ///
  /// - Throws: `UnknownName`, `UncoveredCountry`; errors of the store.
  public func diff(from old: String, to new: String) throws -> DifferenceAnswer {
    try diff(from: version(of: old), to: version(of: new))
  }

  /// Shows what differs between two versions, wherever they were read.
  package func diff(
    from old: FrameworkVersion, to new: FrameworkVersion
  ) throws -> DifferenceAnswer {
    let difference = try FrameworkDifference(from: old, to: new, in: graph)
    return DifferenceAnswer(difference, try Impact(of: difference, in: graph))
  }

  /// Whether a text names a framework here, and not only a country.
  package func knowsFramework(_ text: String) throws -> Bool { try !resolver.isCountry(text) }

  /// Reads the frameworks that a name means as one version.
  package func version(of name: String) throws -> FrameworkVersion {
    try version(of: frameworks(name).map(\.name))
  }

  /// Reads publications as one version.
  ///
  /// - Parameters:
  ///   - publications: The publications.
  ///   - path: The file that they were read from; `nil` for those of the library.
  /// - Returns: The version.
  /// - Throws: Errors of the store.
  package func version(
    of publications: [FrameworkName], from path: String? = nil
  ) throws -> FrameworkVersion {
    var version = FrameworkVersion(from: path)
    for name in publications { try graph.statements(of: name) { version.add($0) } }
    try version.readSuccession(in: graph)
    return version
  }
}
