import PasserelleKit

/// Reads who decides on recognition, one procedure for each purpose.
struct ProcedureReader {
  let scope: DescriptorScope

  private var graph: GraphWriter { scope.graph }

  func read(_ root: SourceNode) throws(Diagnostic) {
    for node in try root.items("procedures", each: "procedure") {
      _ = try graph.attempt { () throws(Diagnostic) in try readProcedure(node) }
    }
  }

  private func readProcedure(_ node: SourceNode) throws(Diagnostic) {
    try node.checkKeys(of: .procedure, to: graph)
    let first = try node.require("purpose")
    let purposes: [Purpose] = try values(node, "purpose")
    guard let purpose = purposes.first else {
      throw .error(
        .badPurpose, at: first.position, "'purpose' is empty", hint: Purpose.hint)
    }
    var procedure = Procedure(for: purpose)
    try readBodies(of: &procedure, in: node)
    try readCoverage(of: &procedure, in: node)
    procedure.source = try scope.source(of: node)
    procedure.isVerified = try node.flag("verified", usual: true)
    for purpose in purposes {
      procedure.purpose = purpose
      try graph.add(.procedure(procedure), at: node.position)
    }
  }

  private func readBodies(of procedure: inout Procedure, in node: SourceNode) throws(Diagnostic) {
    procedure.title = try node.localized("title")
    procedure.firstContacts = try texts(node, "firstContacts") + texts(node, "firstContact")
    procedure.informationCentres =
      try texts(node, "informationCentres") + texts(node, "informationCentre")
    procedure.deciders = try texts(node, "decides")
    procedure.issuers = try texts(node, "issues")
    procedure.isBinding =
      node.field("binding") == nil ? nil : try node.flag("binding", usual: false)
    procedure.legalBasis = try texts(node, "legalBasis")
    for law in try node.items("laws", each: "law") { procedure.laws.append(try self.law(law)) }
    procedure.url = try node.webAddress("url")
    procedure.note = try node.localized("note")
  }

  private func readCoverage(of procedure: inout Procedure, in node: SourceNode) throws(Diagnostic) {
    procedure.origins = try values(node, "origins")
    procedure.sectors = try values(node, "sector")
    procedure.educationFields = try values(node, "fields") + values(node, "field")
    procedure.occupations = try values(node, "occupations") + values(node, "occupation")
    procedure.covers = try node.localized("covers")
    procedure.validity = try node.validSpan(to: graph) ?? Validity()
  }

  private func law(_ node: SourceNode) throws(Diagnostic) -> Law {
    try node.checkKeys(of: .law, to: graph)
    _ = try node.require("origins")
    return Law(try node.require("title").scalar(), for: try values(node, "origins"))
  }

  private func texts(_ node: SourceNode, _ name: String) throws(Diagnostic) -> [String] {
    var texts: [String] = []
    for item in node.all(name) { texts.append(try item.scalar()) }
    return texts
  }

  private func values<Value: TextValue>(
    _ node: SourceNode, _ name: String
  ) throws(Diagnostic) -> [Value] {
    var values: [Value] = []
    for item in node.all(name) { values.append(try item.value()) }
    return values
  }
}
