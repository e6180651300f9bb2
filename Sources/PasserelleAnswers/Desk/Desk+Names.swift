internal import PasserelleGraph
internal import PasserelleModel
internal import PasserelleStore

/// A concept that a person named, and how the name was understood if that is not plain.
struct NamedConcept {
  var record: ConceptRecord
  var understanding: Phrase?
}

/// What a name may mean, on its way to be the answer.
struct Ambiguity: Error {
  var answer: AmbiguityAnswer
}

extension Desk {
  /// Answers a question; a name in it that has several meanings is the answer.
  func reply<Content>(_ answer: () throws -> Content) throws -> Reply<Content> {
    do {
      return .answer(try answer())
    } catch let ambiguity as Ambiguity {
      return .ambiguous(ambiguity.answer)
    }
  }

  /// Finds the concept that a person means.
  ///
  /// - Throws: `Ambiguity` if there are several; `UnknownName` or `UncoveredCountry` if there is none.
  func concept(_ text: String) throws -> NamedConcept {
    switch try resolver.concept(text) {
    case .found(let id):
      guard let record = try graph.concept(id) else { throw UnknownName(text, near: []) }
      return NamedConcept(
        record: record,
        understanding: try understanding(of: text, as: record) ?? lostZeros(of: id))
    case .ambiguous(let candidates):
      let versions = try Set(candidates.map(\.framework)).compactMap(graph.framework)
      throw Ambiguity(
        answer: AmbiguityAnswer(
          text, candidates: try candidates.compactMap { try graph.concept($0) }, on: day,
          noneInForce: versions.allSatisfy { !$0.validity.contains(day) }))
    case .unknown(let near): throw try unknown(text, near: near)
    case .unknownFramework(let name, let near):
      throw try unknown(text, near: near, noFramework: name)
    }
  }

  /// That a title was looked up, and how many others have its words: even the only one that matches word
  /// by word may not be the one on the certificate.
  private func understanding(of text: String, as record: ConceptRecord) throws -> Phrase? {
    guard !text.contains(":"),
      try graph.concepts(titled: text).contains(where: { $0.id == record.id })
    else { return nil }
    let others = Set(try graph.search(text, limit: 500).map(\.id)).subtracting([record.id])
      .filter { $0.code != nil && $0.framework != record.id.framework }
    let key: AnswerKey = others.isEmpty ? .nameTitle : .nameTitleOfSeveral
    return key(["text": text, "id": "\(record.id)", "count": "\(others.count)"])
  }

  /// That a code with zeros in front exists as well: a spreadsheet makes `11` of `011`.
  func lostZeros(of id: Identifier) throws -> Phrase? {
    guard let code = id.code?.description, code.first != "0",
      code.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let kind = try graph.framework(id.framework)?.kind,
      kind == .occupations || kind == .educationFields,
      let padded = Code("0\(code)"),
      let other = try graph.concept(Identifier(id.framework, padded))
    else { return nil }
    return AnswerKey.nameZeros(["other": "\(other.id)"])
  }

  /// What a framework notes on a code that it does not have.
  func notes(on text: String) throws -> [String] {
    guard let colon = text.firstIndex(of: ":") else { return [] }
    let code = String(text[text.index(after: colon)...]).trimmed.lowercased()
    guard !code.isEmpty else { return [] }
    return try resolver.frameworks(String(text[..<colon])).flatMap { framework in
      try graph.notes(about: Identifier(framework.name)).compactMap(\.note.text.preferred)
        .filter { $0.lowercased().hasWord(code) }.map { "\(framework.name): \($0)" }
    }
  }

  /// The frameworks that a name, an alias or a country means; none if it means nothing.
  func places(named text: String) throws -> [Framework] {
    let found = try resolver.frameworks(text)
    guard found.isEmpty, let code = CountryNames.code(of: text) else { return found }
    return try resolver.frameworks(code)
  }

  /// Finds the frameworks that a name, an alias or a country means.
  ///
  /// - Throws: `UnknownName` if it means nothing; `UncoveredCountry` if it is a country without any.
  func frameworks(_ text: String) throws -> [Framework] {
    let found = try resolver.frameworks(text)
    if !found.isEmpty { return found }
    guard let code = CountryNames.code(of: text) ?? CountryCode(text.uppercased())?.description
    else {
      let near = try resolver.near(text)
      throw UnknownName(text, near: near.isEmpty ? CountryNames.near(text) : near, .framework)
    }
    let frameworks = try resolver.frameworks(code)
    guard !frameworks.isEmpty else {
      throw UncoveredCountry(code: code, name: CountryNames.name(of: code))
    }
    return frameworks
  }

  /// Finds where a question may end: the frameworks that a name, an alias or a country means; of a country
  /// without any, who decides there.
  ///
  /// - Throws: `UnknownName` if it means nothing.
  func destinations(_ text: String) throws -> [Framework] {
    do {
      return try frameworks(text)
    } catch let country as UncoveredCountry {
      guard let name = country.name, let code = CountryCode(country.code) else { throw country }
      let recognition = try recognition(in: country.code)
      guard recognition.isEmpty else { return recognition }
      // Nothing was published about it; its agreements are others'.
      var unknown = Framework(
        name: FrameworkName(series: country.code.lowercased()), kind: .recognition,
        title: .english(name))
      unknown.countries = [code]
      return [unknown]
    }
  }

  /// What describes who decides in a country.
  func recognition(in country: String) throws -> [Framework] {
    guard
      let code = CountryCode(country.uppercased())
        ?? CountryNames.code(of: country).flatMap({ CountryCode($0) })
    else { return [] }
    return try graph.frameworks().filter { framework in
      framework.kind == .recognition && framework.countries.contains(where: code.isWithin)
    }
  }

  /// The agreement with a name, in any case.
  func agreement(named name: String) throws -> AgreementRecord? {
    let name = name.lowercased()
    guard !name.contains(":") else { return nil }
    return try graph.agreements().first { $0.agreement.name.description.lowercased() == name }
  }

  /// Finds what was published under a name: a set of mappings, an agreement, or the frameworks that a
  /// name, an alias or a country means.
  func publications(_ text: String) throws -> [FrameworkName] {
    if let name = FrameworkName(text), try graph.publications().contains(name) { return [name] }
    return try frameworks(text).map(\.name)
  }
}

extension String {
  /// Whether a word occurs in the text, with no letter or digit beside it.
  fileprivate func hasWord(_ word: String) -> Bool {
    ranges(of: word).contains { range in
      let before = range.lowerBound > startIndex ? self[index(before: range.lowerBound)] : " "
      let after = range.upperBound < endIndex ? self[range.upperBound] : " "
      return ![before, after].contains { $0.isLetter || $0.isNumber }
    }
  }
}
