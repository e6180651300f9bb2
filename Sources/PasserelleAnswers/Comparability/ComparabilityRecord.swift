internal import Passerelle
package import PasserelleGraph
internal import PasserelleModel

/// An assessment that can be filed, and made again.
package struct ComparabilityRecord: Sendable {
  package let assessment: Assessment
  /// The language that it is written in.
  package let language: String
  /// The hash of all that the graph said when it was asked.
  package let graphHash: String
  /// The number under which it is filed.
  ///
  /// It is the case, the day, and a mark of what was asked of which graph: what is asked again of the
  /// same graph has the same number.
  package let number: String

  package init(_ assessment: Assessment, language: String, graphHash: String) {
    self.assessment = assessment
    self.language = language
    self.graphHash = graphHash
    let question = assessment.question
    var fingerprint = Fingerprint()
    for part in [
      graphHash, language, question.country.description, question.purpose.rawValue,
      question.standing.map { "standing \($0.id)" } ?? ProfileDocument(question.profile).json,
    ] + question.destinations.map(\.name.description) {
      fingerprint.add(part)
    }
    let mark = String(repeating: "0", count: max(0, 16 - fingerprint.text.count)) + fingerprint.text
    number = "\(question.profile.profile.reference)/\(question.day)/\(mark.prefix(8))"
  }

  /// What the statement is, and is not.
  var nature: ComparabilityKey {
    assessment.question.standing == nil ? .nature : .natureStanding
  }

  /// What such a statement is called.
  var title: ComparabilityKey { assessment.question.standing == nil ? .title : .titleStanding }
}
