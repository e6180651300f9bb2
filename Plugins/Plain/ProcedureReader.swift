import PasserelleKit

/// Reads who decides on recognition, one procedure for each purpose.
struct ProcedureReader {
  let scope: DescriptorScope

  private var graph: GraphWriter { scope.graph }

  func read(_ root: KeyReader) throws(Diagnostic) {
    for node in root.items("procedures", each: "procedure") ?? [] {
      if let keys = root.part(node, .procedure) { try readProcedure(keys) }
    }
  }

  private func readProcedure(_ keys: KeyReader) throws(Diagnostic) {
    let purposes: [Purpose] = keys.values("purpose")
    if let first = keys.require("purpose"), keys.node.all("purpose").isEmpty {
      graph.report(
        .error(.badPurpose, at: first.position, "'purpose' is empty", hint: Purpose.hint))
    }
    var procedure = Procedure(for: purposes.first ?? .work)
    readBodies(of: &procedure, in: keys)
    readCoverage(of: &procedure, in: keys)
    procedure.source = try scope.source(past: keys)
    procedure.isVerified = keys.flag("verified", usual: true)
    for purpose in purposes {
      procedure.purpose = purpose
      try graph.add(.procedure(procedure), at: keys.node.position)
    }
  }

  private func readBodies(of procedure: inout Procedure, in keys: KeyReader) {
    procedure.title = keys.words("title")
    procedure.firstContacts = keys.texts("firstContacts", "firstContact")
    procedure.informationCentres = keys.texts("informationCentres", "informationCentre")
    procedure.deciders = keys.texts("decides")
    procedure.issuers = keys.texts("issues")
    procedure.isBinding =
      keys.node.field("binding") == nil ? nil : keys.flag("binding", usual: false)
    procedure.legalBasis = keys.texts("legalBasis")
    procedure.laws = (keys.items("laws", each: "law") ?? []).compactMap { law in
      keys.part(law, .law).flatMap(self.law)
    }
    procedure.url = keys.webAddress("url")
    procedure.note = keys.words("note")
  }

  private func readCoverage(of procedure: inout Procedure, in keys: KeyReader) {
    procedure.origins = keys.values("origins")
    procedure.sectors = keys.values("sector")
    procedure.educationFields = keys.values("fields", "field")
    procedure.occupations = keys.values("occupations", "occupation")
    procedure.exceptedFields = keys.values("exceptFields", "exceptField")
    procedure.exceptedOccupations = keys.values("exceptOccupations", "exceptOccupation")
    procedure.covers = keys.words("covers")
    procedure.validity = keys.validSpan() ?? Validity()
  }

  private func law(_ keys: KeyReader) -> Law? {
    let title = keys.requiredText("title")
    guard keys.require("origins") != nil, let title else { return nil }
    return Law(title, for: keys.values("origins"))
  }
}
