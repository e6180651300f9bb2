public import PasserelleModel

extension SourceNode {
  /// Reads the description of a framework, as a descriptor or the head of a table has it under
  /// `framework`.
  ///
  /// A mistake in one key is reported, and the rest is read: whoever mends it hears of the next at once.
  public func framework(to graph: GraphWriter) throws(Diagnostic) -> Framework {
    try checkKeys(of: .framework, to: graph)
    let id = try require("id").value(as: FrameworkName.self)
    let version = child("version")
    func read<Value>(_ key: () throws(Diagnostic) -> Value) throws(Diagnostic) -> Value? {
      try graph.attempt(key)
    }
    let name = try read { () throws(Diagnostic) in
      try version?.checkKeys(of: .version, to: graph)
      return try Self.name(id, version)
    }
    let title = try read { () throws(Diagnostic) in
      _ = try require("title")
      return try localized("title")
    }
    let kind = try read { () throws(Diagnostic) in
      try require("kind").value(as: FrameworkKind.self)
    }
    var framework = Framework(
      name: name ?? id, kind: kind ?? .qualificationsFramework,
      title: title ?? .english(id.description))
    framework.validity =
      try read { () throws(Diagnostic) in try version?.validity() ?? Validity() } ?? Validity()
    for alias in all("aliases") + all("alias") {
      framework.aliases += try read { () throws(Diagnostic) in [try alias.scalar()] } ?? []
    }
    for acronym in all("acronyms") + all("acronym") {
      framework.acronyms += try read { () throws(Diagnostic) in [try acronym.scalar()] } ?? []
    }
    for sector in all("sector") {
      framework.sectors += try read { () throws(Diagnostic) in [try sector.value()] } ?? []
    }
    for country in all("country") {
      framework.countries += try read { () throws(Diagnostic) in [try country.value()] } ?? []
    }
    if let authority = child("authority") {
      _ = try read { () throws(Diagnostic) in
        try authority.checkKeys(of: .authority, to: graph)
        framework.authority = try authority.require("name").scalar()
        framework.authorityURL = try authority.webAddress("url")
      }
    }
    _ = try read { () throws(Diagnostic) in
      framework.supersedes = try value("supersedes")
      framework.uri = try text("uri")
      framework.licence = try text("licence")
      framework.isOpen = try flag("open", usual: false)
    }
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
        .badVersionLabel, at: label.position,
        "'\(label.text.prefix(60).printable)' cannot be the label of a version",
        hint: "use letters and digits without spaces, such as a year")
    }
    return name
  }
}
