public import PasserelleModel

extension SourceNode {
  /// Reads the description of a framework, as a descriptor or the head of a table has it under
  /// `framework`.
  ///
  /// A mistake in one key is reported, and the rest is read: whoever mends it hears of the next at once.
  /// A framework whose name cannot be read goes by that of the file.
  public func framework(to graph: GraphWriter) throws(Diagnostic) -> Framework {
    let keys = try KeyReader(self, of: .framework, to: graph)
    let id = keys.required("id") ?? FrameworkName.standIn(for: position)
    let version = child("version").flatMap { keys.part($0, .version) }
    let name = keys.read(try Self.name(id, version?.node)) ?? id
    var framework = Framework(
      name: name, kind: keys.required("kind") ?? .qualificationsFramework,
      title: keys.requiredWords("title") ?? .english(id.description))
    framework.validity = version?.span() ?? Validity()
    framework.aliases = keys.texts("aliases", "alias")
    framework.acronyms = keys.texts("acronyms", "acronym")
    framework.sectors = keys.values("sector")
    framework.countries = keys.values("country")
    if let authority = child("authority").flatMap({ keys.part($0, .authority) }) {
      framework.authority = authority.requiredText("name")
      framework.authorityURL = authority.webAddress("url")
    }
    framework.supersedes = keys.value("supersedes")
    framework.uri = keys.text("uri")
    framework.licence = keys.text("licence")
    framework.isOpen = keys.flag("open", usual: false)
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

extension FrameworkName {
  /// The name that something goes by while its own cannot be read: that of its file.
  ///
  /// What it says can then be checked; an error has been reported, so none of it is kept.
  package static func standIn(for position: SourcePosition) -> FrameworkName {
    let file = position.file.split(separator: "/").last ?? ""
    let stem = file.prefix { $0 != "." }.lowercased()
    return FrameworkName(stem) ?? FrameworkName(series: "unnamed")
  }
}
