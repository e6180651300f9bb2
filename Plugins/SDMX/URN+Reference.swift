import PasserelleKit

extension URN {
  /// Reads a reference: a URN, as SDMX 3 has them, or the parts of one in a `Ref`, as SDMX-ML 2.1 has.
  ///
  /// - Parameters:
  ///   - node: The reference.
  ///   - kind: What it leads to, or what that is in.
  /// - Throws: A diagnostic where it is neither.
  init(referenceIn node: SourceNode, to kind: Artefact.Kind) throws(Diagnostic) {
    if let ref = node.child("Ref") {
      let (id, agency) = (try ref.require("id").scalar(), try ref.require("agencyID").scalar())
      let parent = ref.text(at: "maintainableParentID")
      let version = ref.text(at: parent == nil ? "version" : "maintainableParentVersion") ?? "1.0"
      self.init(
        type: kind.type, agency: agency, id: parent ?? id, version: version,
        item: parent == nil ? nil : id)
      if item != nil { self = self.item(id) }
      return
    }
    let text = node.text(at: "URN") ?? node.text.trimmed
    guard let urn = URN(text) else {
      throw .error(
        .badReference, at: node.position,
        "'\(text.prefix(120).printable)' is not a reference to a \(kind.rawValue)",
        hint:
          "a reference is a URN: 'urn:sdmx:org.sdmx.infomodel.codelist.Codelist=UIS:CL_EDU(1.0)'")
    }
    self = urn
  }
}
