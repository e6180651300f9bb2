internal import PasserelleModel

/// How a link is published as a mapping: never as more than it says.
///
/// Referencing is a best fit, and exact matches chain: exported as exact, it would prove that all
/// qualifications of a level are one.
enum PublishedMatch: Equatable {
  /// A mapping of SKOS.
  case match(Relation)
  /// Its denial.
  case denial(Relation)
  /// The source states that there is nothing to map to.
  case nothing
  /// A declaration: an exact match for its parties and purposes alone.
  case declared

  /// Nothing if the link is no mapping: an exporter has a property for it, or counts it as lost.
  ///
  /// - Throws: Errors of the graph.
  init?(_ link: Link, among names: ConceptNames) throws {
    switch link.relation {
    case .referencedTo:
      self = .match(try names.isShared(link) ? .broadMatch : .closeMatch)
    case .comparedTo: self = .match(.closeMatch)
    case .overlaps: self = .match(.relatedMatch)
    case .belowScale, .noneAgreed, .notReferenced, .notUsable, .noMatch: self = .nothing
    case .declaredEquivalent: self = .declared
    case .notExactMatch: self = .denial(.exactMatch)
    case .notCloseMatch: self = .denial(.closeMatch)
    case .notBroadMatch: self = .denial(.broadMatch)
    case .notNarrowMatch: self = .denial(.narrowMatch)
    case .notRelatedMatch: self = .denial(.relatedMatch)
    case .disjointFrom: self = .denial(.relatedMatch)
    case .exactMatch, .closeMatch, .broadMatch, .narrowMatch, .relatedMatch:
      self = .match(link.relation)
    // For one purpose, or for statistics alone: as a bare match either would claim more.
    case .evaluatedAs, .classifiedAs: return nil
    case .precedent, .atLevel, .inField, .preparesFor, .attests, .awardedBy, .requiresEssential,
      .requiresOptional, .broader, .partOf, .supersedes:
      return nil
    }
  }
}

extension Link {
  /// What is said of a link beside its two ends, in words: what it is, for whom, when, and where it
  /// comes from.
  var remarks: [String] {
    (relation.isMatch ? [] : [relation.rawValue]) + terms + origin
  }

  /// Whether there is nothing to say of the link beside its ends, its relation and how sure it is.
  var isPlain: Bool {
    note.isEmpty && isVerified && parties.isEmpty && purposes.isEmpty && conditions.isEmpty
      && compensation.isEmpty && outcome == nil && validity == Validity() && date == nil
      && justification == nil && authors.isEmpty && tool == nil && details.isEmpty
  }

  /// For whom a link holds, when, and on which terms.
  var terms: [String] {
    func listed(_ name: String, _ words: [String]) -> String? {
      words.isEmpty ? nil : "\(name): \(words.joined(separator: ", "))"
    }
    return [
      note.preferred,
      isVerified ? nil : "not verified", listed("parties", parties),
      listed("purpose", purposes.map(\.rawValue)),
      listed("conditions", conditions), listed("to make up for", compensation),
      outcome.map { "outcome: \($0.rawValue)" },
      validity == Validity()
        ? nil
        : "valid: \(validity.from?.description ?? "…") to \(validity.to?.description ?? "…")",
      validity.by.map { "valid for certain by: \($0)" },
    ].compactMap { $0 }
  }
  /// Who made the link, how, and when.
  private var origin: [String] {
    let made = relation == .precedent ? "decided" : "date"
    return [
      date.map { "\(made): \($0)" }, justification.map { "justification: \($0.words)" },
      authors.isEmpty ? nil : "authors: \(authors.joined(separator: ", "))",
      tool.map { "tool: \($0)" },
    ].compactMap { $0 } + details
  }
}
