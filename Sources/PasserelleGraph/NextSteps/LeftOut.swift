package import PasserelleModel

/// Why something is not among the next steps: it does not cover the case.
package enum LeftOut: String, Message {
  case origins = "left-out.origins"
  case sectors = "left-out.sectors"
  case subjects = "left-out.subjects"
  case exceptions = "left-out.exceptions"
  case days = "left-out.days"
}

/// Counts what does not cover a case, by the limits that leave it out.
struct LeftOutCount {
  private var missed: [Limit] = []

  mutating func add(_ limit: Limit?) {
    if let limit { missed.append(limit) }
  }

  /// The exceptions that have left something out.
  var exceptions: [Identifier] {
    missed.flatMap { limit -> [Identifier] in
      if case .exceptions(let exceptions) = limit { exceptions } else { [] }
    }
  }

  /// What was left out, in words: a phrase for each reason.
  func phrases(naming names: ScopeNames, on day: Day) -> [Phrase] {
    func distinct<Value: Hashable>(_ values: [Value]) -> [Value] {
      var seen: Set<Value> = []
      return values.filter { seen.insert($0).inserted }
    }
    func values(_ count: Int) -> [String: String] {
      ["count": "\(count)"]
    }
    let origins = missed.compactMap { if case .origins(let origins) = $0 { origins } else { nil } }
    let sectors = missed.compactMap { if case .sectors(let sectors) = $0 { sectors } else { nil } }
    let subjects = missed.filter { if case .subjects = $0 { true } else { false } }
    let excepting = missed.count { if case .exceptions = $0 { true } else { false } }
    let days = missed.filter { if case .days = $0 { true } else { false } }
    let phrases = [
      origins.isEmpty
        ? nil
        : LeftOut.origins(
          values(origins.count),
          parts: ["origins": distinct(origins.flatMap(\.self)).map { names.phrase(for: $0) }]),
      sectors.isEmpty
        ? nil
        : LeftOut.sectors(
          values(sectors.count), parts: ["sectors": distinct(sectors.flatMap(\.self)).map { $0() }]),
      subjects.isEmpty ? nil : LeftOut.subjects(values(subjects.count)),
      excepting == 0
        ? nil
        : LeftOut.exceptions(
          values(excepting), parts: ["subjects": distinct(exceptions).map { names.phrase(for: $0) }]
        ),
      days.isEmpty ? nil : LeftOut.days(values(days.count), parts: ["day": [Phrase(day)]]),
    ]
    return phrases.compactMap(\.self)
  }
}

extension Sector: Message {
  package var key: String { "sector.\(rawValue)" }
}
