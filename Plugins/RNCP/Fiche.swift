import PasserelleKit

/// A record of the register, whichever form it is in: what the feed and the table have in common.
struct Fiche {
  /// A text of the source, with its place.
  struct Text {
    var text: String
    var position: SourcePosition
  }

  var number: Text?
  var title: Text?
  /// What the certification is called: `BTS`, `Titre professionnel`.
  var kind: Text?
  /// The level in both forms that the register writes: `NIV6` and `Niveau 6`.
  var level: Text?
  var levelLabel: Text?
  /// What the register says of it at present, in its words.
  var status: [String] = []
  var start: Text?
  var end: Text?
  /// What has no field of its own.
  var others: [String] = []
  var position: SourcePosition

  init(at position: SourcePosition) {
    self.position = position
  }

  /// The framework that the levels are of: the codes `NIV3` to `NIV8` are those of its decree of 2019.
  private static let levels = FrameworkName(series: "fr-nqf", version: "2019")
  /// What the register writes where a record has no level.
  private static let noLevel = ["AUCUN", "SANS NIVEAU SPECIFIQUE", "SANS NIVEAU SPÉCIFIQUE"]

  /// States the record and its level, and names it.
  func state(in register: inout Register) throws(Diagnostic) -> Identifier {
    guard let number, let code = Code(number.text) else { throw missing("NUMERO_FICHE") }
    guard let title else { throw missing("INTITULE") }
    let id = register.identifier(code)
    var concept = Concept(id: id, kind: .qualification, title: .french(title.text))
    concept.tier = kind?.text
    concept.status = status.isEmpty ? nil : status.joined(separator: "; ")
    concept.validity = Validity(from: try date(start), to: try date(end))
    if concept.validity.isReversed {
      throw .error(
        .badValidity, at: end?.position ?? position, "the record ends before it takes effect")
    }
    try register.state(concept, at: number.position)
    if let level = levelCode(in: &register) {
      try register.link(
        id, .atLevel, Identifier(Self.levels, level),
        at: self.level?.position ?? levelLabel?.position ?? position)
    }
    if !others.isEmpty {
      try register.describe(id, .french(others.joined(separator: "\n")), at: position)
    }
    return id
  }

  /// The level; where the two forms say different things, the code is taken, and that is told.
  private func levelCode(in register: inout Register) -> Code? {
    let forms = [level, levelLabel].compactMap(\.self)
    let codes = forms.compactMap { Self.digits(at: $0.text) }
    if codes.count == 2, codes[0] != codes[1] {
      register.passedOver.count(
        "'\(forms[1].text.prefix(60).printable)', the name of a level whose code is "
          + "'\(forms[0].text.prefix(60).printable)'", at: forms[1].position)
    }
    if codes.isEmpty, let form = forms.first, !Self.noLevel.contains(form.text.uppercased()) {
      register.passedOver.count(
        "a level '\(form.text.prefix(60).printable)'", at: form.position)
    }
    return codes.first.flatMap { Code($0) }
  }

  /// The digits at the end of `NIV6`, `niveau6` or `Niveau 6`.
  private static func digits(at text: String) -> String? {
    let digits = text.reversed().prefix { ("0"..."9").contains($0) }.reversed()
    return digits.isEmpty ? nil : String(digits)
  }

  private func date(_ text: Text?) throws(Diagnostic) -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(register: text.text) else {
      throw .error(
        CalendarDate.diagnosticID, at: text.position,
        "'\(text.text.prefix(60).printable)' is not \(CalendarDate.expectation)",
        hint: "the register writes 31/12/2030 or 2030-12-31")
    }
    return date
  }

  private func missing(_ name: String) -> Diagnostic {
    .error(.missingValue, at: position, "the record has no '\(name)'")
  }
}
