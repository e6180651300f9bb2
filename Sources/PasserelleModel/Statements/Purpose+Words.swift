extension Purpose {
  /// The purpose as answers say it: `to work in a regulated profession`.
  package var words: String {
    switch self {
    case .study: "to study"
    case .regulated: "to work in a regulated profession"
    case .work: "to work where no law regulates the profession"
    case .priorLearning: "to have prior learning recognised"
    }
  }
}
