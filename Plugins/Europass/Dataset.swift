import PasserelleKit

/// Reads an upload to the Qualification Dataset Register, object by object.
struct Dataset {
  let graph: GraphWriter

  /// What stands in the file beside qualifications, outcomes and organisations, and is not read.
  private static let others: Set = [
    "learningOpportunity", "learningActivitySpecification", "learningAssessmentSpecification",
    "learningEntitlementSpecification", "accreditation", "gradingScheme", "group",
  ]

  func read(_ part: SourcePart, in register: inout Register) throws(Diagnostic) {
    try part.records(
      named: "qualification", "learningAchievementSpecification", "learningOutcome",
      "organisation", "learningOpportunity", "learningActivitySpecification",
      "learningAssessmentSpecification", "learningEntitlementSpecification", "accreditation",
      "gradingScheme", "group"
    ) { node throws(Diagnostic) in
      // A mere reference stands inside an object that is not read.
      guard node.attribute("id") != nil else { return }
      _ = try graph.attempt { () throws(Diagnostic) in try state(node, in: &register) }
    }
  }

  private func state(_ node: SourceNode, in register: inout Register) throws(Diagnostic) {
    var novelty = Register.Novelty.new
    switch node.name {
    case "organisation":
      let code: Code = try node.require("id").value()
      novelty = register.meet(
        register.identifier(code), saying: node.fingerprint, at: node.position)
      if novelty == .new { try Body.state(node, as: code, in: &register) }
    case "learningOutcome": novelty = try Outcome(node).state(in: &register)
    case let name where Self.others.contains(name):
      register.passedOver.count("an object '\(name)'", at: node.position)
    default: novelty = try Specification(node).state(in: &register).novelty
    }
    if novelty == .repeated {
      register.passedOver.count("an object that is there before, word for word", at: node.position)
    }
  }
}
