import PasserelleKit

// What a record of the register says, as statements.

extension QualificationRecord {
  /// The framework that the register's levels are of.
  private static let levels = FrameworkName(series: "gb-rqf")
  private static let reference = FrameworkName(series: "eqf")
  private static let subjects = FrameworkName(series: "gb-ssa")

  func state(in register: inout Register) throws(Diagnostic) {
    guard let code = try value(.number, by: Code.init) else { throw missingNumber }
    let id = register.identifier(code)
    let owner = try stateOwner(in: &register)
    var concept = Concept(id: id, kind: .qualification, title: .english(try require(.title)))
    concept.tier = text(.type)
    concept.status = text(.status)
    concept.alternatives = .unspoken([text(.bareNumber)].compactMap(\.self))
    concept.validity = try validity()
    concept.workloads = try workloads()
    try register.state(concept, at: position)
    if let owner { try register.link(id, .awardedBy, owner, at: position(.ownerNumber)) }
    try stateLevels(of: id, in: &register)
    if let subject = try value(.subject, by: Code.init) {
      try register.link(
        id, .inField, Identifier(Self.subjects, subject), at: position(.subject))
    }
    let rest = others + leftOver
    if !rest.isEmpty {
      try register.describe(id, .english(rest.joined(separator: "; ")), at: position)
    }
  }

  /// The fields that say something only where another one says nothing, and here say more.
  private var leftOver: [String] {
    var fields: [Field] = []
    if text(.guidedHours) != nil { fields += [.leastGuidedHours, .mostGuidedHours] }
    if text(.level)?.lowercased().hasPrefix("entry") != true { fields.append(.subLevel) }
    return fields.compactMap { field in text(field).map { "\(field.rawValue): \($0)" } }
  }

  private var missingNumber: Diagnostic {
    .error(
      .missingValue, at: position, "the qualification has no '\(Field.number.rawValue)'")
  }

  private func stateOwner(in register: inout Register) throws(Diagnostic) -> Identifier? {
    guard let number = try value(.ownerNumber, by: Code.init) else { return nil }
    let id = register.identifier(number)
    let name = text(.ownerName) ?? text(.ownerAcronym) ?? number.description
    var owner = Concept(id: id, kind: .organisation, title: .english(name))
    owner.tier = "awarding organisation"
    if let acronym = text(.ownerAcronym), acronym != name { owner.alternatives = .english(acronym) }
    try register.stateOnce(owner, at: position(.ownerNumber))
    return id
  }

  private func stateLevels(of id: Identifier, in register: inout Register) throws(Diagnostic) {
    for code in levelCodes(in: &register) {
      try register.link(id, .atLevel, Identifier(Self.levels, code), at: position(.level))
    }
    guard let text = text(.eqfLevel) else { return }
    guard let number = Self.number(text), let code = Code(number) else {
      register.passedOver.count(
        "an EQF level '\(text.prefix(30).printable)'", at: position(.eqfLevel))
      return
    }
    try register.link(id, .referencedTo, Identifier(Self.reference, code), at: position(.eqfLevel))
  }

  /// The levels, one as a rule, and two where the register writes `Level 1/Level 2`.
  ///
  /// An entry level is known by its sub-level.
  private func levelCodes(in register: inout Register) -> [Code] {
    guard let text = text(.level) else { return [] }
    let codes = text.split(separator: "/").flatMap { part -> [Code] in
      let part = String(part).trimmed
      if part.lowercased().hasPrefix("entry") {
        let number = self.text(.subLevel).flatMap(Self.number)
        return number.flatMap { Code("Entry \($0)") }.map { [$0] } ?? []
      }
      return Self.number(part).flatMap { Code($0) }.map { [$0] } ?? []
    }
    if codes.isEmpty {
      let words = [text, self.text(.subLevel)].compactMap(\.self).joined(separator: ", ")
      register.passedOver.count("a level '\(words.prefix(60).printable)'", at: position(.level))
    }
    return codes
  }

  /// The number of `Level 3` or `Entry 2`.
  private static func number(_ text: String) -> String? {
    guard let last = text.words.last, last.allSatisfy({ ("0"..."9").contains($0) }) else {
      return nil
    }
    return String(last)
  }

  private func validity() throws(Diagnostic) -> Validity {
    let validity = Validity(
      from: try value(.start) { CalendarDate(register: $0) },
      to: try value(.end) { CalendarDate(register: $0) })
    guard !validity.isReversed else {
      throw .error(.badValidity, at: position(.end), "the qualification ends before it starts")
    }
    return validity
  }

  private func workloads() throws(Diagnostic) -> [Workload] {
    var workloads: [Workload] = []
    for (field, unit) in [
      (Field.totalTime, Workload.Unit.totalHours), (.guidedHours, .guidedHours),
      (.credits, .credits),
    ] {
      let workload = try value(field) { Workload($0, unit) }
      // The register writes 0 where none were set.
      if let workload, workload.amount != "0" { workloads.append(workload) }
    }
    if text(.guidedHours) == nil, let least = text(.leastGuidedHours),
      let most = text(.mostGuidedHours)
    {
      let amount = least == most ? least : "\(least)-\(most)"
      let range = try value(.leastGuidedHours) { _ in Workload(amount, .guidedHours) }
      if let range { workloads.append(range) }
    }
    return workloads
  }
}
