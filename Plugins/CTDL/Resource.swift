import PasserelleKit

/// A resource of a CTDL file: a credential, an organisation, a competency, or something else.
struct Resource {
  private let node: SourceNode
  /// The local name of its class: `BachelorDegree`.
  private let type: String

  /// Resources that are no credentials, and that no statement is made of.
  private static let others: Set = [
    "Course", "LearningProgram", "LearningOpportunityProfile", "AssessmentProfile", "CostManifest",
    "ConditionManifest", "Pathway", "CompetencyFramework", "Collection", "Job", "Occupation",
    "WorkRole", "Task", "TransferValueProfile",
  ]

  private static let read: Set = [
    "@id", "@context", "@type", "ceterms:ctid", "ceterms:name", "ceterms:alternateName",
    "ceterms:ownedBy", "ceterms:audienceLevelType", "ceterms:credentialStatusType",
  ]

  init(_ node: SourceNode) throws(Diagnostic) {
    self.node = node
    let type = try node.require("@type").scalar()
    self.type = type.split(separator: ":").last.map(String.init) ?? type
  }

  func state(in register: inout Register) throws(Diagnostic) {
    if type.hasSuffix("Organization") {
      try Self.stateOrganisation(node, in: &register)
    } else if type == "Competency" {
      try stateCompetency(in: &register)
    } else if Self.others.contains(type) {
      register.passedOver.count("a resource of the type '\(type)'", at: node.position)
    } else {
      try stateCredential(in: &register)
    }
  }

  private func stateCredential(in register: inout Register) throws(Diagnostic) {
    guard let code = Self.code(of: node) else {
      throw .error(.missingKey, at: node.position, "the credential has no 'ceterms:ctid'")
    }
    let id = register.identifier(code)
    var concept = Concept(id: id, kind: .qualification, title: node.texts("ceterms:name"))
    guard !concept.title.isEmpty else {
      throw .error(.missingTitle, at: node.position, "'\(code)' has no name")
    }
    concept.alternatives = node.texts("ceterms:alternateName")
    concept.tier = type.wordsOfClass
    concept.uri = node.text(at: "@id")
    concept.status = node.child("ceterms:credentialStatusType").flatMap {
      Alignment($0).label.preferred ?? $0.text(at: "ceterms:targetNode")
    }
    try register.stateOnce(concept, at: node.position)
    for owner in node.all(named: "ceterms:ownedBy") {
      guard let body = try Self.stateOrganisation(owner, in: &register) else { continue }
      try register.link(id, .awardedBy, body, at: owner.position)
    }
    for level in node.all(named: "ceterms:audienceLevelType") {
      try Alignment(level).stateLevel(of: id, in: &register)
    }
    for condition in node.all(named: "ceterms:requires") {
      for competency in condition.all(named: "ceterms:targetCompetency") {
        try Alignment(competency).stateCompetency(of: id, in: &register)
      }
    }
    let rest = node.children.filter { !Self.read.contains($0.name) && !$0.isEmpty }
    try register.describe(id, rest.text, at: node.position)
  }

  private func stateCompetency(in register: inout Register) throws(Diagnostic) {
    guard let code = Self.code(of: node) else {
      throw .error(.missingKey, at: node.position, "the competency has no 'ceterms:ctid'")
    }
    let title = node.texts("ceasn:competencyText")
    guard !title.isEmpty else {
      throw .error(.missingTitle, at: node.position, "'\(code)' has no 'ceasn:competencyText'")
    }
    var concept = Concept(id: register.identifier(code), kind: .competence, title: title)
    concept.uri = node.text(at: "@id")
    try register.stateOnce(concept, at: node.position)
  }

  /// States an organisation, where the node is one and no mere reference, and names it.
  @discardableResult
  private static func stateOrganisation(
    _ node: SourceNode, in register: inout Register
  ) throws(Diagnostic) -> Identifier? {
    let name = node.texts("ceterms:name")
    guard let code = code(of: node) ?? name.preferred.flatMap(Code.named) else {
      register.passedOver.count("an organisation without a name", at: node.position)
      return nil
    }
    let id = register.identifier(code)
    guard !name.isEmpty else { return id }
    var concept = Concept(id: id, kind: .organisation, title: name)
    concept.uri = node.text(at: "ceterms:subjectWebpage")
    try register.stateOnce(concept, at: node.position)
    return id
  }

  /// What a resource is pointed at by: its address, or else its number in the registry.
  private static func code(of node: SourceNode) -> Code? {
    let text = node.kind == .scalar ? node.text.trimmed : node.text(at: "@id")
    return (text ?? node.text(at: "ceterms:ctid")).flatMap(Code.init)
  }
}

extension String {
  /// `BachelorDegree` as people write it: `bachelor degree`.
  fileprivate var wordsOfClass: String {
    reduce(into: "") { words, letter in
      if letter.isUppercase, !words.isEmpty { words += " " }
      words += letter.lowercased()
    }
  }
}
