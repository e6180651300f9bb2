internal import PasserelleModel

/// How firm the evidence of a claim is, the weakest first.
package enum EvidenceGrade: Int, Comparable, Message {
  case unverified, unofficial, copy, official

  package static func < (one: EvidenceGrade, other: EvidenceGrade) -> Bool {
    one.rawValue < other.rawValue
  }

  /// The grade as JSON and tables have it.
  package var name: String {
    switch self {
    case .unverified: "unverified"
    case .unofficial: "unofficial"
    case .copy: "official-copy"
    case .official: "official"
    }
  }
}

extension EvidenceGrade {
  package var key: String { "grade.\(name)" }
}

extension Evidence {
  /// Whether the claim was seen, whether an authority published it, and whether it was read there.
  package var grade: EvidenceGrade {
    guard isVerified else { return .unverified }
    guard isOfficial else { return .unofficial }
    return document?.via != nil ? .copy : .official
  }
}
