public import PasserelleModel

extension SourceNode {
  /// Reads the description of a framework, as a descriptor or the head of a table has it under
  /// `framework`.
  public func framework(to graph: GraphWriter) throws(Diagnostic) -> Framework {
    try checkKeys(of: .framework, to: graph)
    _ = try require("title")
    let id = try require("id").value(as: FrameworkName.self)
    let version = child("version")
    try version?.checkKeys(of: .version, to: graph)
    var framework = Framework(
      name: try Self.name(id, version), kind: try require("kind").value(),
      title: try localized("title"))
    framework.validity = try version?.validity() ?? Validity()
    for alias in all("aliases") + all("alias") { framework.aliases.append(try alias.scalar()) }
    for acronym in all("acronyms") + all("acronym") {
      framework.acronyms.append(try acronym.scalar())
    }
    for country in all("country") { framework.countries.append(try country.value()) }
    if let authority = child("authority") {
      try authority.checkKeys(of: .authority, to: graph)
      framework.authority = try authority.require("name").scalar()
      framework.authorityURL = try authority.text("url")
    }
    framework.supersedes = try value("supersedes")
    framework.uri = try text("uri")
    framework.licence = try text("licence")
    framework.isOpen = try flag("open", usual: false)
    return framework
  }

  private static func name(
    _ id: FrameworkName, _ version: SourceNode?
  ) throws(Diagnostic) -> FrameworkName {
    // The only version of a framework may have days without a label.
    guard let label = version?.child("label") ?? version?.field("label") else { return id }
    let text = "\(id.series)@\(try label.scalar())"
    guard id.version == nil, let name = FrameworkName(text) else {
      throw .error(
        "bad-version-label", at: label.position,
        "'\(label.text.prefix(60).printable)' cannot be the label of a version",
        hint: "use letters and digits without spaces, such as a year")
    }
    return name
  }
}
