import PasserelleKit

/// The global name that SDMX gives to everything: `urn:sdmx:org.sdmx.infomodel.codelist.Code=UIS:CL_EDU(1.0).L6`.
struct URN: Hashable {
  /// The package of the information model and the class: `codelist.Codelist`.
  var type: String
  var agency: String
  var id: String
  /// The version; `nil` if there is none, or if any of several is meant: `1.0+`.
  var version: String?
  /// What is in the artefact: a code, or a map.
  var item: String?

  private static let start = "urn:sdmx:org.sdmx.infomodel."

  init(type: String, agency: String, id: String, version: String?, item: String? = nil) {
    (self.type, self.agency, self.id, self.item) = (type, agency, id, item)
    self.version = version.flatMap {
      $0.allSatisfy { !"+*".contains($0) } && $0 != "latest" ? $0 : nil
    }
  }

  init?(_ text: String) {
    guard text.hasPrefix(Self.start), let equals = text.firstIndex(of: "="),
      let colon = text[equals...].firstIndex(of: ":")
    else { return nil }
    let agency = text[equals..<colon].dropFirst()
    var rest = text[colon...].dropFirst()
    let id = rest.prefix { $0 != "(" }
    rest = rest.dropFirst(id.count + 1)
    let version = rest.prefix { $0 != ")" }
    rest = rest.dropFirst(version.count + 1)
    guard !agency.isEmpty, !id.isEmpty, rest.isEmpty || rest.first == "." else { return nil }
    self.init(
      type: String(text[..<equals].dropFirst(Self.start.count)), agency: String(agency),
      id: String(id), version: version.isEmpty ? nil : String(version),
      item: rest.isEmpty ? nil : String(rest.dropFirst()))
  }

  /// The name in full; `nil` if no version says which one is meant.
  var text: String? {
    version.map { "\(Self.start)\(type)=\(agency):\(id)(\($0))" + (item.map { ".\($0)" } ?? "") }
  }

  /// The name of the artefact here: `uis-cl-edu@1.0`.
  ///
  /// - Parameter ending: What tells a map or a hierarchy from a code list of the same name.
  /// - Returns: The name; `nil` if nothing of it can be in a name.
  func framework(_ ending: String? = nil) -> FrameworkName? {
    let series = FrameworkName(
      folding: [agency, id, ending].compactMap(\.self).joined(separator: " "))
    guard let series, let version else { return series }
    return FrameworkName("\(series)@\(version)")
  }

  /// The global name of a code or concept in the scheme.
  func item(_ item: String) -> URN {
    var urn = self
    urn.type = type == Artefact.Kind.conceptScheme.type ? "conceptscheme.Concept" : "codelist.Code"
    urn.item = item
    return urn
  }

  /// The list, without what is in it.
  var list: URN {
    var list = self
    list.item = nil
    return list
  }

  /// The code, as an end of a link.
  var end: (id: Identifier, uri: String?)? {
    guard let name = framework(), let code = item.flatMap({ Code($0) }) else { return nil }
    return (Identifier(name, code), text)
  }
}
