import PasserelleKit

/// What is to be learned: a qualification, or another specification of achievement.
///
/// The European Learning Model has the same words in XML and in JSON-LD, but for a few names, and so have the
/// credentials before it.
struct Specification {
  private let node: SourceNode
  private let code: Code

  private static let read: Set = [
    "id", "identifier", "title", "altLabel", "EQFLevel", "eqfLevel", "NQFLevel", "nqfLevel",
    "ISCEDFCode", "thematicArea", "learningOutcome", "awardingOpportunity", "volumeOfLearning",
    "creditPoint", "hasPart", "isPartOf", "status", "type", "alternativeLabel", "hasISCED-FCode",
    "iscedFCode", "learningOutcomes", "hasECTSCreditPoints",
  ]

  init(_ node: SourceNode) throws(Diagnostic) {
    self.node = node
    code = try node.require("id").value()
  }

  /// States it and what it names, unless it was met before; returns its name.
  func state(
    in register: inout Register
  ) throws(Diagnostic) -> (id: Identifier, novelty: Register.Novelty) {
    let id = register.identifier(code)
    let title = node.texts("title")
    guard !title.isEmpty else {
      throw .error(.missingTitle, at: node.position, "'\(code)' has no title")
    }
    let novelty = register.meet(id, saying: node.fingerprint, at: node.position)
    guard novelty == .new else { return (id, novelty) }
    var concept = Concept(id: id, kind: .qualification, title: title)
    concept.alternatives = node.texts("altLabel", "alternativeLabel")
    concept.alternatives.entries +=
      LocalizedText.unspoken(
        node.all(named: "identifier").compactMap { identifier in
          identifier.children.isEmpty ? identifier.text.trimmed : identifier.text(at: "notation")
        }
      ).entries
    concept.tier = isQualification ? nil : "learning achievement"
    concept.status = node.child("status")?.reference
    var rest = node.children.filter { !Self.read.contains($0.name) && !$0.isEmpty }
    concept.workloads = workloads(in: &register, orKeptIn: &rest)
    try register.state(concept, at: node.position)
    try stateLevels(of: id, in: &register, orKeptIn: &rest)
    try stateOutcomes(of: id, in: &register)
    var awarding = Body.Awards()
    for opportunity in node.all("awardingOpportunity") {
      try awarding.state(opportunity.all("awardingBody"), awarding: id, in: &register)
    }
    for (name, isWhole) in [("hasPart", true), ("isPartOf", false)] {
      for part in node.all(named: name) {
        guard let code = part.reference.flatMap(Code.init) else {
          register.passedOver.count("a part without an identifier", at: part.position)
          continue
        }
        // In JSON-LD it stands here, in XML elsewhere.
        if !part.texts("title").isEmpty { _ = try Specification(part).state(in: &register) }
        let other = register.identifier(code)
        try register.link(
          isWhole ? other : id, .partOf, isWhole ? id : other, at: part.position)
      }
    }
    try register.describe(id, rest.words, at: node.position)
    return (id, novelty)
  }

  private var isQualification: Bool {
    node.name == "qualification" || node.text(at: "type") == "Qualification"
  }

  /// A record may claim several levels, and a reference level that its own level does not have: each
  /// is stated as claimed, and the checks of the whole flag what does not fit.
  private func stateLevels(
    of id: Identifier, in register: inout Register, orKeptIn rest: inout [SourceNode]
  ) throws(Diagnostic) {
    for (relation, nodes) in [
      (Relation.referencedTo, node.all(named: "EQFLevel", "eqfLevel")),
      (.atLevel, node.all(named: "NQFLevel", "nqfLevel")),
      (
        .inField,
        node.all(named: "ISCEDFCode", "hasISCED-FCode", "iscedFCode", "thematicArea")
      ),
    ] {
      for level in nodes {
        guard let name = level.reference.flatMap(GlobalName.init) else {
          register.passedOver.count(
            "a '\(level.name.isEmpty ? relation.rawValue : level.name)' from an unknown vocabulary, kept in a note",
            at: level.position)
          rest.append(level)
          continue
        }
        let label = level.texts("prefLabel", "targetName")
        try register.link(
          id, relation, name.identifier, uri: name.uri, note: label.isEmpty ? nil : label,
          at: level.position)
      }
    }
  }

  private func stateOutcomes(of id: Identifier, in register: inout Register) throws(Diagnostic) {
    let lists = node.all(named: "learningOutcomes").flatMap { $0.all("learningOutcome") }
    for outcome in node.all(named: "learningOutcome") + lists {
      guard let code = outcome.reference.flatMap(Code.init) else {
        register.passedOver.count("a learning outcome without an identifier", at: outcome.position)
        continue
      }
      // In XML it stands elsewhere, and is only pointed at.
      if !Outcome.title(of: outcome).isEmpty,
        try Outcome(outcome).state(in: &register) == .contrary
      {
        continue
      }
      try register.link(id, .attests, register.identifier(code), at: outcome.position)
    }
  }

  /// Europe's credit systems, by the code of the vocabulary.
  private static let ects = "http://data.europa.eu/snb/education-credit/6fcec5c5af"

  private func workloads(
    in register: inout Register, orKeptIn rest: inout [SourceNode]
  ) -> [Workload] {
    var workloads: [Workload] = []
    for volume in node.all(named: "volumeOfLearning") {
      if let workload = Workload(duration: volume.text.trimmed) {
        workloads.append(workload)
      } else {
        register.passedOver.count(
          "a volume of learning that is not counted in one unit, kept in a note",
          at: volume.position)
        rest.append(volume)
      }
    }
    for credit in node.all(named: "hasECTSCreditPoints") {
      if let workload = Workload(credit.text.trimmed, .ects) {
        workloads.append(workload)
      } else {
        rest.append(count(credit, in: &register))
      }
    }
    for credit in node.all(named: "creditPoint") {
      let unit: Workload.Unit =
        credit.child("framework")?.reference == Self.ects ? .ects : .credits
      if let workload = Workload(credit.text(at: "point") ?? "", unit) {
        workloads.append(workload)
      } else {
        rest.append(count(credit, in: &register))
      }
    }
    return workloads
  }

  private func count(_ credit: SourceNode, in register: inout Register) -> SourceNode {
    register.passedOver.count(
      "credit points that are not a number, kept in a note", at: credit.position)
    return credit
  }
}
