internal import PasserelleModel

/// How firm the ground is that a claim stands on, the weakest first.
package enum EvidenceGrade: Int, Comparable, CaseIterable, Sendable {
  case unverified, unofficial, atSecondHand, official

  package static func < (one: EvidenceGrade, other: EvidenceGrade) -> Bool {
    one.rawValue < other.rawValue
  }

  /// The grade as answers say it.
  package var words: String {
    switch self {
    case .unverified: "not verified"
    case .unofficial: "not official"
    case .atSecondHand: "official, read at second hand"
    case .official: "official"
    }
  }
}

extension Evidence {
  /// Whether the claim was seen, whether an authority published it, and whether it was read there.
  package var grade: EvidenceGrade {
    guard isVerified else { return .unverified }
    guard isOfficial else { return .unofficial }
    return document?.via != nil ? .atSecondHand : .official
  }
}
